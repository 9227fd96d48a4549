import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../test/testkit/statements.ts";
import type { TestSubgraph } from "../../test/testkit/subgraph.ts";
import type { Principal } from "../shared/principal.ts";
import { Rows } from "../shared/principal.ts";
import {
  aidNumber,
  east,
  elsewhereGrid,
  granted,
  li,
  openLiansheng,
  people,
  reaches,
  residentId,
  tang,
  west,
  xiong,
  yi,
} from "./civil-affairs.fixtures.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openLiansheng();
});
afterAll(() => subgraph.close());

const everybody = [li, yi, tang, xiong];
const representations = [
  ...everybody.map((id) => ({ __typename: "Resident", id })),
  ...everybody.map((_, index) => ({ __typename: "Aid", number: aidNumber(index + 1) })),
  ...[west, east, elsewhereGrid].map((code) => ({ __typename: "Grid", code })),
  ...everybody.map((residentId) => ({ __typename: "ElderlyLivingAlone", residentId })),
  ...everybody.map((residentId) => ({ __typename: "Disability", residentId })),
];

interface Edges {
  edges: { node: { recipient?: { id: string }; resident?: { id: string } } }[];
}
interface Answer {
  aidRecipients: Edges;
  _entities: ({
    id?: string;
    aid?: { number: string }[];
    disability?: object | null;
    elderlyLivingAlone?: (object & Partial<Edges>) | null;
    recipient?: { id: string };
    residentId?: string;
  } | null)[];
}

/** Whom a principal sees something of, for each way in. */
async function seenBy(as?: Principal) {
  const { data, errors } = await subgraph.ask<
    Answer & Record<`aid${number}`, { recipient: { id: string } } | null>
  >(
    `query ($representations: [_Any!]!) {
      ${everybody.map((_, index) => `aid${index}: aid(number: "${aidNumber(index + 1)}") { recipient { id } }`).join("\n")}
      aidRecipients(first: 100) { edges { node { recipient { id } } } }
      _entities(representations: $representations) {
        ... on Resident { id aid { number } disability { grade } elderlyLivingAlone { ageGroup } }
        ... on Aid { recipient { id } }
        ... on ElderlyLivingAlone { residentId }
        ... on Disability { residentId }
        ... on Grid { elderlyLivingAlone(first: 100) { edges { node { resident { id } } } } }
      } }`,
    { representations },
    as ? { as } : {},
  );
  // Of a grid that is not theirs a member is told so, instead of there being nobody.
  expect(
    errors.filter(({ code, path }) => code !== "WITHHELD" || path?.[2] !== "elderlyLivingAlone"),
  ).toEqual([]);
  const entities = data._entities;
  const residents = entities.slice(0, 4);
  const idsWhere = (has: (each: (typeof residents)[number]) => boolean) =>
    residents.filter(has).map((each) => each?.id);
  return {
    root: everybody.flatMap((_, index) => data[`aid${index}`]?.recipient.id ?? []),
    list: data.aidRecipients.edges.map(({ node }) => node.recipient?.id).sort(),
    reference: entities.slice(4, 8).flatMap((each) => each?.recipient?.id ?? []),
    aidOfResident: idsWhere((each) => (each?.aid?.length ?? 0) > 0),
    disabilityOfResident: idsWhere((each) => each?.disability != null),
    elderlyOfResident: idsWhere((each) => each?.elderlyLivingAlone != null),
    referenceToElderly: entities.slice(11, 15).flatMap((each) => each?.residentId ?? []),
    referenceToDisability: entities.slice(15).flatMap((each) => each?.residentId ?? []),
    elderlyOfGrid: entities
      .slice(8, 11)
      .flatMap((each) => each?.elderlyLivingAlone?.edges ?? [])
      .map(({ node }) => node.resident?.id),
  };
}

describe("whose records a caller sees, by every way in", () => {
  it.each(reaches)("%s", async (_, as, residents) => {
    expect(await seenBy(as)).toEqual({
      root: residents,
      list: residents,
      reference: residents,
      aidOfResident: residents,
      disabilityOfResident: residents,
      elderlyOfResident: residents,
      referenceToElderly: residents,
      referenceToDisability: residents,
      // 唐素芳's building lies in no grid.
      elderlyOfGrid: residents.filter((id) => id !== tang),
    });
  });

  it("a grant of one type opens no other", async () => {
    const as = granted(people.health, Rows.ALL, { rows: { Disability: Rows.ALL } });
    expect(await seenBy(as)).toMatchObject({
      list: [],
      elderlyOfResident: [],
      disabilityOfResident: everybody,
    });
  });
});

const personal = `{ aid(number: "${aidNumber(1)}") { recipientName }
  _entities(representations: [{ __typename: "Resident", id: "${li}" }]) { ... on Resident {
    elderlyLivingAlone { name address contactName contactPhone }
    disability { certificateNumber }
  } } }`;

const clear = {
  recipientName: "黎桂兰",
  name: "黎桂兰",
  address: "通泰街街道连升街社区3号楼2单元301室",
  contactName: "黎建国",
  contactPhone: "15412345678",
  certificateNumber: expect.stringMatching(/^43010519500301000[\dX]42$/),
};
const masked = {
  recipientName: "黎*",
  name: "黎*",
  address: "通泰街街道连升街社区3号楼****",
  contactName: "黎*",
  contactPhone: "154****5678",
  certificateNumber: "*".repeat(18),
};

describe("personal data", () => {
  it.each([
    ["the department's staff", people.streetOfficer, clear],
    ["the person", people.resident, clear],
    ["another department, on a grant", granted(people.health, Rows.ALL), masked],
    ["a grid member, on a grant", granted(people.gridMember, Rows.OWN_GRIDS, { grids: [west] }), masked],
    [
      "a grid member who was granted names and doors, to visit",
      granted(people.gridMember, Rows.OWN_GRIDS, {
        grids: [west],
        clear: ["ElderlyLivingAlone.name", "ElderlyLivingAlone.address"],
      }),
      { ...masked, name: clear.name, address: clear.address },
    ],
  ])("as it is shown to %s", async (_, as, shown) => {
    const { data } = await subgraph.ask<{
      aid: object;
      _entities: { elderlyLivingAlone: object; disability: object }[];
    }>(personal, {}, { as });
    const [resident] = data._entities;
    expect({ ...data.aid, ...resident?.elderlyLivingAlone, ...resident?.disability }).toEqual(shown);
  });
});

describe("why somebody is in need, for which there is no mask", () => {
  it.each([
    ["the department's staff", people.streetOfficer, "年满八十周岁"],
    ["the person", people.resident, "年满八十周岁"],
    ["another department, on a grant", granted(people.health, Rows.ALL), "WITHHELD"],
    [
      "another department, granted it in clear",
      granted(people.health, Rows.ALL, { clear: ["Aid.applicationReason"] }),
      "年满八十周岁",
    ],
  ])("is told or withheld, to %s", async (_, as, expected) => {
    const { data, errors } = await subgraph.ask<{ aid: { applicationReason: string | null; kind: string } }>(
      `{ aid(number: "${aidNumber(1)}") { kind applicationReason } }`,
      {},
      { as },
    );
    expect(data.aid.kind).toBe("OLD_AGE_ALLOWANCE");
    expect(errors[0]?.code ?? data.aid.applicationReason).toBe(expected);
  });

  it("is withheld for its opinion and refusal as well", async () => {
    const { errors } = await subgraph.ask(
      `{ aid(number: "${aidNumber(1)}") { reviewOpinion refusalReason } }`,
      {},
      { as: granted(people.health, Rows.ALL) },
    );
    expect(errors).toMatchObject([{ code: "WITHHELD" }, { code: "WITHHELD" }]);
  });
});

describe("many residents", () => {
  it("cost one statement for each of aid, disability and living alone", async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      __typename: "Resident",
      id: residentId(index + 1),
    }));
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.ask(
        `query ($many: [_Any!]!) { _entities(representations: $many) {
          ... on Resident { aid { number recipient { id } grid { code } division { code } reviewOverdue }
            disability { category } elderlyLivingAlone { name resident { id } grid { code } } } } }`,
        { many },
        { as: people.chief },
      ),
    );
    expect(statements).toHaveLength(3);
  });
});
