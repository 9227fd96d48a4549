import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Principal, Rows } from "../shared/principal.ts";
import {
  an,
  cardRoom,
  furongGrid,
  granted,
  lianshengGrid,
  neighbour,
  onCase,
  openPublicSecurity,
  people,
  pingguGrid,
  plate,
  type TestPublicSecurity,
  ticket,
} from "./public-security.fixtures.ts";

let subgraph: TestPublicSecurity;

beforeAll(async () => {
  subgraph = await openPublicSecurity();
});
afterAll(() => subgraph?.close());

/** What of one kind somebody gets: by number, by reference, in lists, and under others' entities. */
interface Kind {
  readonly type: string;
  readonly root: string;
  readonly numbers: readonly string[];
  readonly list?: string;
  readonly under: readonly (readonly [reference: object, field: string, paged: boolean])[];
}

const kinds: readonly Kind[] = [
  {
    type: "HouseholdRegistration",
    root: "householdRegistration",
    numbers: ["HJ430105001", "HJ430105002", "HJ430105003", "HJ110117001"],
    under: [an, neighbour, "430105-R-001001001-001-1", "110117-R-005001001-001-1"].map(
      (id) => [{ __typename: "Resident", id }, "householdRegistration", false] as const,
    ),
  },
  {
    type: "RentedHouse",
    root: "rentedHouse",
    numbers: ["CZ430105001", "CZ430105002", "CZ110117001"],
    list: `rentedHouses(within: "WITHIN")`,
    under: [
      ...[plate, "PLATE0100", "PLATE0200"].map(
        (code) => [{ __typename: "Building", code }, "rentedHouses", true] as const,
      ),
      ...[lianshengGrid, furongGrid, pingguGrid].map(
        (code) => [{ __typename: "Grid", code }, "rentedHouses", true] as const,
      ),
    ],
  },
  {
    type: "FloatingPerson",
    root: "floatingPerson",
    numbers: ["LD430105001", "LD430105002", "LD110117001"],
    under: ["430105-R-010003001-003-1", "430105-R-001001001-009-1", "110117-R-005001001-009-1"].map(
      (id) => [{ __typename: "Resident", id }, "floatingPerson", false] as const,
    ),
  },
  {
    type: "PoliceCall",
    root: "policeCall",
    numbers: ["JQ430105001", "JQ430105002", "JQ430105003", "JQ110117001"],
    list: `policeCalls(filter: { within: "WITHIN" })`,
    under: [
      [{ __typename: "Business", creditCode: cardRoom }, "policeCalls", true],
      ...[ticket, "430105-20260601-000001", "110117-20260601-000001"].map(
        (number) => [{ __typename: "Ticket", number }, "policeCalls", true] as const,
      ),
    ],
  },
  {
    type: "KeyPlace",
    root: "keyPlace",
    numbers: ["ZD430105001", "ZD430105002", "ZD110117001"],
    list: `keyPlaces(within: "WITHIN")`,
    under: [
      [{ __typename: "Business", creditCode: cardRoom }, "keyPlace", false],
      ...[lianshengGrid, furongGrid, pingguGrid].map(
        (code) => [{ __typename: "Grid", code }, "keyPlaces", true] as const,
      ),
    ],
  },
];

type Answer = Record<string, unknown>;
const numberIn = (row: unknown): string[] => (row ? [(row as { number: string }).number] : []);
const numbersIn = (page: unknown): string[] =>
  (page as { edges: { node: unknown }[] }).edges.flatMap(({ node }) => numberIn(node));
const sorted = (numbers: readonly string[]) => [...new Set(numbers)].sort();

async function read(query: string, variables: object, as: Principal | undefined): Promise<Answer> {
  const { data, errors } = await subgraph.ask<Answer>(query, { ...variables }, as ? { as } : {});
  expect(errors).toEqual([]);
  return data;
}

const ways: Record<string, (kind: Kind, as?: Principal) => Promise<string[]>> = {
  async root({ root, numbers }, as) {
    const fields = numbers.map((number, index) => `n${index}: ${root}(number: "${number}") { number }`);
    return Object.values(await read(`{ ${fields.join(" ")} }`, {}, as)).flatMap(numberIn);
  },
  async reference({ type, numbers }, as) {
    const { _entities } = await read(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { number } } }`,
      { of: numbers.map((number) => ({ __typename: type, number })) },
      as,
    );
    return (_entities as unknown[]).flatMap(numberIn);
  },
  async list({ list }, as) {
    if (!list) return [];
    const fields = ["43", "11"].map(
      (within) => `in${within}: ${list.replace("WITHIN", within)} { edges { node { number } } }`,
    );
    return Object.values(await read(`{ ${fields.join(" ")} }`, {}, as)).flatMap(numbersIn);
  },
  async "field of a foreign entity"({ under }, as) {
    const found: string[] = [];
    for (const [reference, field, paged] of under) {
      const { __typename } = reference as { __typename: string };
      const selection = paged ? "{ edges { node { number } } }" : "{ number }";
      const { _entities } = await read(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${__typename} { found: ${field} ${selection} } } }`,
        { of: [reference] },
        as,
      );
      const [{ found: got } = { found: null }] = _entities as { found: unknown }[];
      found.push(...(paged ? numbersIn(got) : numberIn(got)));
    }
    return found;
  },
};

const all = kinds.flatMap(({ numbers }) => numbers);
const kaifuNumbers = all.filter((number) => number.slice(2, 8) === "430105");
const lianshengNumbers = [
  "HJ430105001",
  "HJ430105002",
  "CZ430105001",
  "LD430105001",
  "JQ430105001",
  "JQ430105002",
  "ZD430105001",
];

const sights: readonly (readonly [string, Principal | undefined, readonly string[]])[] = [
  ["nobody: nothing", undefined, []],
  ["the bureau: its district", people.bureau, kaifuNumbers],
  ["a station: its sub-district", people.station, lianshengNumbers],
  [
    "another station: its own",
    people.otherStation,
    ["HJ430105003", "CZ430105002", "LD430105002", "JQ430105003", "ZD430105002"],
  ],
  ["another district's bureau: its own", people.otherDistrict, all.filter((each) => /110117/.test(each))],
  ["a station without a division: nothing", { ...people.station, division: "" }, []],
  ["another department without access: nothing", people.market, []],
  ["a resident: what is about her", people.resident, ["HJ430105001", "JQ430105001"]],
  ["a landlord: the house he lets", people.landlord, ["CZ430105001"]],
  ["a resident of whom the archive knows nothing: nothing", people.stranger, []],
  ["a grant for one's own division", granted(Rows.OWN_DIVISION), lianshengNumbers],
  ["a grant for one's grids", granted(Rows.OWN_GRIDS, { grids: [lianshengGrid] }), lianshengNumbers],
  ["a grant for one's grids, serving none", granted(Rows.OWN_GRIDS), []],
  ["a grant for the case, without one", granted(Rows.THIS_CASE), []],
  ["a case of nothing", onCase({}), []],
  ["the case's tickets: their calls", onCase({ tickets: [ticket] }), ["JQ430105001"]],
  ["the case's businesses: their calls", onCase({ businesses: [cardRoom] }), ["JQ430105001", "JQ430105002"]],
  ["the case's residents: their registrations", onCase({ residents: [an] }), ["HJ430105001"]],
  [
    "the case's residents: their registrations as floating",
    onCase({ residents: ["430105-R-010003001-003-1"] }),
    ["LD430105001"],
  ],
  [
    "the case's buildings: their houses and key places",
    onCase({ buildings: [plate] }),
    ["CZ430105001", "ZD430105001"],
  ],
  ["the case's grids: no rows, figures alone", onCase({ grids: [lianshengGrid] }), []],
  ["a grant for all: of the district whose owner gave it", granted(Rows.ALL), kaifuNumbers],
  ["a service without access: nothing", people.teller, []],
  ["a service with access", { ...people.teller, access: granted(Rows.ALL).access } as Principal, all],
];

describe.each(Object.keys(ways))("rows reached by %s", (way) => {
  it.each(sights)("%s", async (_, as, expected) => {
    for (const kind of kinds) {
      if (way === "list" && !kind.list) continue;
      const found = await ways[way]?.(kind, as);
      const ofKind = expected.filter((number) => kind.numbers.includes(number));
      expect([kind.type, sorted(found ?? [])]).toEqual([kind.type, sorted(ofKind)]);
    }
  });
});

describe("figures of police calls", () => {
  const figures = async (as: Principal | undefined) => {
    const { _entities } = await read(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
         ... on Grid { code policeCallFigures(year: 2026) { month kind calls fewerThan3 } } } }`,
      { of: [lianshengGrid, furongGrid, pingguGrid].map((code) => ({ __typename: "Grid", code })) },
      as,
    );
    return (_entities as { code: string; policeCallFigures: unknown[] | null }[])
      .filter(({ policeCallFigures }) => policeCallFigures !== null)
      .map(({ code }) => code);
  };

  it.each<[string, Principal | undefined, readonly string[]]>([
    ["nobody", undefined, []],
    ["the bureau", people.bureau, [lianshengGrid, furongGrid]],
    ["a station", people.station, [lianshengGrid]],
    ["another department", people.market, []],
    ["a resident", people.resident, []],
    ["a grid member of the grid", granted(Rows.OWN_GRIDS, { grids: [furongGrid] }), [furongGrid]],
    ["the case's grids", onCase({ grids: [lianshengGrid] }), [lianshengGrid]],
    ["a case elsewhere", onCase({ tickets: [ticket] }), []],
    ["a grant for all", granted(Rows.ALL), [lianshengGrid, furongGrid]],
  ])("of a grid within reach, and null of others: %s", async (_, as, expected) => {
    expect(await figures(as)).toEqual(expected);
  });
});

describe("a case and a page of it", () => {
  it("opens no more by other conditions or another page", async () => {
    const as = onCase({ tickets: [ticket] });
    const { policeCalls } = await read(
      `{ policeCalls(filter: { kind: PUBLIC_ORDER }, first: 1) { edges { node { number } } pageInfo { hasNextPage } } }`,
      {},
      as,
    );
    expect(policeCalls).toEqual({ edges: [], pageInfo: { hasNextPage: false } });
  });
});
