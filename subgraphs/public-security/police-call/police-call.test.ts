import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cardRoom,
  furongGrid,
  inFurong,
  inLiansheng,
  lianshengGrid,
  openPublicSecurity,
  people,
  type TestPublicSecurity,
  ticket,
} from "../public-security.fixtures.ts";

let subgraph: TestPublicSecurity;

beforeAll(async () => {
  subgraph = await openPublicSecurity();
});
afterAll(() => subgraph?.close());

interface Page {
  readonly edges: readonly { readonly node: { readonly number: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const numbersIn = ({ edges }: Page) => edges.map(({ node }) => node.number);

async function find(filter: string, args = "") {
  const { data, errors } = await subgraph.ask<{ policeCalls: Page }>(
    `{ policeCalls(filter: { ${filter} } ${args}) { edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
    {},
    { as: people.bureau },
  );
  return errors[0] ? errors[0].code : data.policeCalls;
}

describe("a police call", () => {
  it("tells when, what for, what came of it and what it has to do with", async () => {
    const { data } = await subgraph.ask(
      `{ policeCall(number: "JQ430105001") { number takenAt kind summary outcome closedAt subjects
           ticket { number } business { creditCode } station { code } grid { code } } }`,
      {},
      { as: people.station },
    );
    expect(data).toEqual({
      policeCall: {
        number: "JQ430105001",
        takenAt: "2026-05-01T15:30:15.000Z",
        kind: "NOISE",
        summary: "棋牌室深夜喧哗，民警到场劝离。",
        outcome: "SETTLED_ON_SITE",
        closedAt: "2026-05-01T16:05:00.000Z",
        subjects: [`person:${people.resident.id}`],
        ticket: { number: ticket },
        business: { creditCode: cardRoom },
        station: { code: "430105010-PUBLIC-SECURITY" },
        grid: { code: lianshengGrid },
      },
    });
  });

  it("is still being handled where nothing came of it yet", async () => {
    const { data } = await subgraph.ask(
      `{ policeCall(number: "JQ430105002") { outcome closedAt ticket { number } callerName } }`,
      {},
      { as: people.station },
    );
    expect(data).toEqual({
      policeCall: { outcome: null, closedAt: null, ticket: null, callerName: null },
    });
  });
});

describe("police calls are found", () => {
  it.each<[string, string, readonly string[]]>([
    ["latest first", "", ["JQ430105003", "JQ430105002", "JQ430105001"]],
    ["by division", `within: "430105010"`, ["JQ430105002", "JQ430105001"]],
    ["by kind", "kind: NOISE", ["JQ430105001"]],
    ["from an instant on", `from: "2026-05-12T13:00:00Z"`, ["JQ430105003", "JQ430105002"]],
    ["from the moment after", `from: "2026-05-12T13:00:00.001Z"`, ["JQ430105003"]],
    ["before an instant", `until: "2026-05-12T13:00:00Z"`, ["JQ430105001"]],
    ["before the moment after", `until: "2026-05-12T13:00:00.001Z"`, ["JQ430105002", "JQ430105001"]],
    ["before the last half second of a day in China", `until: "2026-05-01T15:59:59.500Z"`, ["JQ430105001"]],
    ["by all at once", `within: "430105", kind: PUBLIC_ORDER, from: "2026-01-01T00:00:00Z"`, ["JQ430105002"]],
    ["not outside what one reaches", `within: "110117"`, []],
  ])("%s", async (_, filter, expected) => {
    expect(numbersIn((await find(filter)) as Page)).toEqual(expected);
  });

  it("page by page to the end, calls of the same second too", async () => {
    const same = ["A", "B", "C"].map((letter) => ({
      JQBH: `JQ-SAME-${letter}`,
      BJSJ: "20240101000000",
      ...inFurong,
    }));
    await subgraph.archive.add("T_JQ", ...same);
    const found: string[] = [];
    let after = "";
    for (let pages = 0; pages < 10; pages++) {
      const page = (await find("", `first: 2 ${after}`)) as Page;
      found.push(...numbersIn(page));
      if (!page.pageInfo.hasNextPage) break;
      after = `after: "${page.pageInfo.endCursor}"`;
    }
    expect(found).toEqual([
      "JQ430105003",
      "JQ430105002",
      "JQ430105001",
      "JQ-SAME-C",
      "JQ-SAME-B",
      "JQ-SAME-A",
    ]);
    await subgraph.archive.query("DELETE FROM T_JQ WHERE JQBH LIKE 'JQ-SAME-%'");
  });

  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  it.each([
    ["no cursor", 'first: 2 after: "what"', "BAD_CURSOR"],
    ["another list's cursor", `first: 2 after: "${cursor("T_ZDBW", "ZD430105001")}"`, "BAD_CURSOR"],
    ["a cursor of numbers", `first: 2 after: "${cursor("T_JQ", 1, 2)}"`, "BAD_CURSOR"],
    ["a cursor of half the order", `first: 2 after: "${cursor("T_JQ", "2026")}"`, "BAD_CURSOR"],
    ["no rows", "first: 0", "PAGE_TOO_LARGE"],
    ["too many rows", "first: 101", "PAGE_TOO_LARGE"],
  ])("not with %s", async (_, args, code) => expect(await find("", args)).toBe(code));

  it("with a cursor made up, no further than one reaches", async () => {
    const made = cursor("T_JQ", "99999999999999", "' OR true --");
    const page = (await find("", `first: 100 after: "${made}"`)) as Page;
    expect(numbersIn(page)).toEqual(["JQ430105003", "JQ430105002", "JQ430105001"]);
  });
});

describe("figures of police calls (警情统计)", () => {
  beforeAll(async () => {
    const calls = [
      ["20260131235959", "05", 3],
      ["20260201000000", "05", 2],
      ["20260201000000", "07", 1],
      ["20260301120000", "88", 2],
      ["20260301120000", null, 1],
      ["20251231235959", "05", 5],
      ["20270101000000", "05", 5],
    ] as const;
    for (const [row, [taken, kind, times]] of calls.entries()) {
      for (let turn = 0; turn < times; turn++) {
        await subgraph.archive.add("T_JQ", {
          JQBH: `JQ-FIG-${row}-${turn}`,
          BJSJ: taken,
          JQLB: kind,
          ...inLiansheng,
        });
      }
    }
  });

  const figures = async (year: number) => {
    const { data } = await subgraph.ask<{ _entities: { policeCallFigures: object[] }[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
         ... on Grid { policeCallFigures(year: ${year}) { month kind calls fewerThan3 } } } }`,
      { of: [lianshengGrid, furongGrid].map((code) => ({ __typename: "Grid", code })) },
      { as: people.bureau },
    );
    return data._entities.map(({ policeCallFigures }) => policeCallFigures);
  };

  it("count by month of Beijing time and kind, and keep small numbers back from everybody", async () => {
    const small = { calls: null, fewerThan3: true };
    expect(await figures(2026)).toEqual([
      [
        { month: "2026-01", kind: "DISPUTE", calls: 3, fewerThan3: false },
        { month: "2026-02", kind: "DISPUTE", ...small },
        { month: "2026-02", kind: "NOISE", ...small },
        // What is not known and what is not said are one figure, of three.
        { month: "2026-03", kind: null, calls: 3, fewerThan3: false },
        { month: "2026-05", kind: "NOISE", ...small },
        { month: "2026-05", kind: "PUBLIC_ORDER", ...small },
      ],
      [{ month: "2026-06", kind: "HELP", ...small }],
    ]);
  });

  it("are empty where there was no call, which is not the same as out of reach", async () => {
    expect(await figures(2019)).toEqual([[], []]);
  });
});
