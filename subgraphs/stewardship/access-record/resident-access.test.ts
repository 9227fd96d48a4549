import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { refuse } from "../../shared/errors.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { personSubject } from "../../shared/subject.ts";
import { kaifu, Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";
import type { DisclosureDelay } from "./disclosure-delay.ts";

/** What public security holds back, and what it was asked; null while its system is down. */
const publicSecurity: { delays: readonly DisclosureDelay[] | null; asked: unknown[] } = {
  delays: [],
  asked: [],
};

/** Districts that have the asking person on record as a resident; null while the grids subgraph is down. */
const onRecord: { in: readonly string[] | null } = { in: [] };

const graph: GraphClient = async <Data>(_: string, variables?: Record<string, unknown>) => {
  if (variables && "person" in variables) {
    if (!onRecord.in) throw refuse("SUBGRAPH_UNAVAILABLE", { subgraph: "grids" });
    return { districtsOnRecord: onRecord.in } as Data;
  }
  const { residents, accessRecords } = variables as Record<"residents" | "accessRecords", string[]>;
  publicSecurity.asked.push(variables);
  if (!publicSecurity.delays) throw refuse("SUBGRAPH_UNAVAILABLE", { subgraph: "public-security" });
  const delays = publicSecurity.delays.filter(
    ({ resident, accessRecord }) =>
      residents.includes(resident ?? "") || accessRecords.includes(accessRecord ?? ""),
  );
  return { disclosureDelays: delays } as Data;
};

let subgraph: TestSubgraph;
const li = "430105-R-1";
const child = "430105-R-2";

beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship, { graph });
  const subjects = [li];
  const known = personSubject(kaifu.resident.id);
  await new Stewards(subgraph).record([
    {
      at: "2026-06-01T01:00:00Z",
      subjects,
      basis: null,
      caseNumber: null,
      outcome: "WITHHELD",
      rowsGiven: 0,
    },
    { at: "2026-06-01T02:00:00Z", subjects: [li, child], unit: "430105-CIVIL-AFFAIRS" },
    {
      at: "2026-06-01T03:00:00Z",
      subjects,
      subgraph: "public-security",
      caseNumber: "430105-20260601-000002",
    },
    {
      at: "2026-06-01T04:00:00Z",
      subjects,
      unit: "430105-PUBLIC-SECURITY",
      caseNumber: "430105-20260601-000003",
    },
    { at: "2026-06-01T05:00:00Z", subjects, personId: kaifu.resident.id, post: Post.RESIDENT },
    { at: "2026-06-01T06:00:00Z", subjects: ["430105-R-9"] },
    { at: "2026-06-01T07:00:00Z", subjects: [] },
    { at: "2026-06-01T08:00:00Z", subjects: [known], unit: "110117-HOUSING" },
    { at: "2026-06-01T09:00:00Z", subjects: ["person:somebody-else"] },
  ]);
});
afterAll(() => subgraph.close());

interface Asked {
  readonly _entities: ({
    readonly accesses: {
      readonly edges: readonly {
        readonly node: { readonly at: string; readonly [field: string]: unknown };
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null)[];
}

/** As the gateway asks: with the household the grids subgraph told it, null where it told the caller none. */
const ask = (residents: Readonly<Record<string, boolean>>, as?: Principal, args = "") =>
  subgraph.ask<Asked>(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Resident {
       accesses${args} { edges { node { at unit post subgraph fields basis caseNumber outcome } } pageInfo { hasNextPage endCursor } } } } }`,
    {
      representations: Object.entries(residents).map(([id, seen]) => ({
        __typename: "Resident",
        id,
        household: seen ? { id: "430105-HH-1" } : null,
      })),
    },
    as ? { as } : {},
  );
const hoursOf = async (...asked: Parameters<typeof ask>) => {
  const { data } = await ask(...asked);
  return data._entities.map((resident) => resident?.accesses?.edges.map(({ node }) => node.at.slice(11, 13)));
};

describe("who looked at somebody whom no district there has on record", () => {
  const hours = async (as: Principal) => {
    const { data, errors } = await subgraph.ask<{
      accessesElsewhere: { edges: { node: { at: string } }[] };
    } | null>("{ accessesElsewhere(first: 10) { edges { node { at } } } }", {}, { as });
    return errors[0]?.code ?? data?.accessesElsewhere.edges.map(({ node }) => node.at.slice(11, 13));
  };

  it("tells of what names them by their token, outside the districts where they are on record", async () => {
    publicSecurity.delays = [];
    onRecord.in = ["430105"];
    expect(await hours(kaifu.resident)).toEqual(["08"]);
    onRecord.in = [];
    expect(await hours(kaifu.resident)).toEqual(["08"]);
    onRecord.in = ["110117"];
    expect(await hours(kaifu.resident)).toEqual([]);
    onRecord.in = [];
    for (const as of [{ ...kaifu.resident, id: "neighbour" }, kaifu.bureau])
      expect(await hours(as)).toEqual([]);
  });

  it("tells nothing of what is held back, nor where it cannot be found out", async () => {
    publicSecurity.delays = [{ resident: null, accessRecord: "110117/civil-affairs/1", caseNumber: null }];
    expect(await hours(kaifu.resident)).toEqual([]);
    publicSecurity.delays = [];
    onRecord.in = null;
    expect(await hours(kaifu.resident)).toBe("SUBGRAPH_UNAVAILABLE");
    onRecord.in = [];
  });
});

describe("who looked at me (谁查过我的数据)", () => {
  it("tells of what names the caller by their token alone where they live, and of nobody else", async () => {
    publicSecurity.delays = [];
    expect(await hoursOf({ "110117-R-1": true, "430105-R-3": true }, kaifu.resident)).toEqual([["08"], []]);
    expect(await hoursOf({ "110117-R-1": true }, { ...kaifu.resident, id: "neighbour" })).toEqual([[]]);
  });

  it("tells a resident which unit read what of them and why, latest first, and nothing of others", async () => {
    publicSecurity.delays = [];
    expect(await hoursOf({ [li]: true, [child]: true }, kaifu.resident)).toEqual([
      ["04", "03", "02", "01"],
      ["02"],
    ]);
    const { data } = await ask({ [li]: true }, kaifu.resident);
    expect(data._entities[0]?.accesses?.edges.at(-1)?.node).toEqual({
      at: "2026-06-01T01:00:00.000Z",
      unit: "430105-HOUSING",
      post: "RESPONDER",
      subgraph: "civil-affairs",
      fields: ["AidRecipient.name"],
      basis: null,
      caseNumber: null,
      outcome: "WITHHELD",
    });
  });

  it("tells nothing about whom the grids subgraph did not show the caller", async () => {
    expect(await hoursOf({ [li]: false, "430105-R-9": false }, kaifu.resident)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each<[string, Principal | undefined]>([
    ["grid members, whom it does show residents", kaifu.gridMember],
    ["the data bureau", kaifu.bureau],
    ["services", kaifu.evaluation],
    ["nobody", undefined],
  ])("is not for %s", async (_, as) => {
    expect(await hoursOf({ [li]: true }, as)).toEqual([[]]);
  });

  it.each<[string, readonly DisclosureDelay[], readonly string[]]>([
    [
      "a case",
      [{ resident: li, accessRecord: null, caseNumber: "430105-20260601-000003" }],
      ["03", "02", "01"],
    ],
    [
      "everything in its own subgraph",
      [{ resident: li, accessRecord: null, caseNumber: null }],
      ["04", "02", "01"],
    ],
    [
      "both",
      [
        { resident: li, accessRecord: null, caseNumber: null },
        { resident: li, accessRecord: null, caseNumber: "430105-20260601-000003" },
      ],
      ["02", "01"],
    ],
    [
      "one access on record, wherever it was",
      [{ resident: null, accessRecord: "430105/civil-affairs/2", caseNumber: null }],
      ["04", "03", "01"],
    ],
    [
      "something about somebody else",
      [{ resident: child, accessRecord: null, caseNumber: null }],
      ["04", "03", "02", "01"],
    ],
  ])("leaves out what public security holds back: %s", async (_, delays, hours) => {
    publicSecurity.delays = delays;
    expect(await hoursOf({ [li]: true }, kaifu.resident)).toEqual([hours]);
  });

  it("tells nothing while public security cannot be asked", async () => {
    publicSecurity.delays = null;
    const { errors } = await ask({ [li]: true }, kaifu.resident);
    expect(errors.map(({ code }) => code)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    publicSecurity.delays = [];
  });

  it("asks the database once for all of a family, and public security once before and once after", async () => {
    publicSecurity.asked = [];
    const statements = await statementsOf(subgraph.database, () =>
      ask({ [li]: true, [child]: true }, kaifu.resident),
    );
    expect(publicSecurity.asked).toEqual([
      { residents: [li, child], accessRecords: [] },
      { residents: [], accessRecords: expect.arrayContaining(["430105/civil-affairs/2"]) },
    ]);
    expect(statements).toHaveLength(1);
  });

  it("is read a page at a time", async () => {
    const first = await ask({ [li]: true }, kaifu.resident, "(first: 3)");
    const { endCursor, hasNextPage } = first.data._entities[0]?.accesses?.pageInfo ?? {};
    expect(hasNextPage).toBe(true);
    expect(await hoursOf({ [li]: true }, kaifu.resident, `(first: 3, after: "${endCursor}")`)).toEqual([
      ["01"],
    ]);
  });

  it("does not let a short page tell that something is kept back", async () => {
    publicSecurity.delays = ["430105/civil-affairs/2", "430105/public-security/1"].map((accessRecord) => ({
      resident: null,
      accessRecord,
      caseNumber: null,
    }));
    const { data } = await ask({ [li]: true }, kaifu.resident, "(first: 2)");
    const page = data._entities[0]?.accesses;
    expect(page?.edges.map(({ node }) => node.at.slice(11, 13))).toEqual(["04", "01"]);
    expect(page?.pageInfo.hasNextPage).toBe(false);
    publicSecurity.delays = [];
  });
});
