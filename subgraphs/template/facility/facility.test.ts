import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import type { TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { type CaseScope, type Principal, Rows } from "../../shared/principal.ts";
import {
  east,
  elsewhere,
  facilityNumber,
  granted,
  openFacilities,
  people,
  west,
} from "../template.fixtures.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openFacilities();
});
afterAll(() => subgraph.close());

const [first, second, third] = [1, 2, 3].map(facilityNumber);
const all = [first, second, third];

interface Numbered {
  readonly number: string;
}
interface Connection {
  readonly edges: readonly { readonly node: Numbered }[];
}
interface Seen {
  readonly facilities: Connection;
  readonly _entities: readonly ((Partial<Numbered> & { readonly facilities?: Connection }) | null)[];
}

const numbersIn = ({ edges }: Connection) => edges.map(({ node }) => node.number);

/** What a principal sees, for each way in. */
async function seenBy(as?: Principal) {
  const { data, errors } = await subgraph.ask<Seen & Record<string, Numbered | null>>(
    `query ($representations: [_Any!]!) {
      ${all.map((number, index) => `by${index}: facility(number: "${number}") { number }`).join("\n")}
      facilities { edges { node { number } } }
      _entities(representations: $representations) {
        ... on Facility { number grid { code } }
        ... on Grid { facilities { edges { node { number } } } }
      } }`,
    {
      representations: [
        ...all.map((number) => ({ __typename: "Facility", number })),
        ...[west, east, elsewhere].map((code) => ({ __typename: "Grid", code })),
      ],
    },
    as ? { as } : {},
  );
  expect(errors).toEqual([]);
  return {
    number: all.flatMap((_, index) => data[`by${index}`]?.number ?? []),
    list: numbersIn(data.facilities),
    reference: data._entities.slice(0, 3).flatMap((each) => each?.number ?? []),
    grid: data._entities.slice(3).flatMap((each) => (each?.facilities ? numbersIn(each.facilities) : [])),
  };
}

const inEast: CaseScope = {
  number: "430105-20260520-000001",
  tickets: [],
  whistles: [],
  residents: [],
  businesses: [],
  buildings: [],
  grids: [east],
};

describe("which rows a caller sees, by every way in", () => {
  const { officer, streetOfficer, otherDistrict, contact, neighbour, reader, gridMember, service } = people;
  it.each<[string, Principal | undefined, readonly (string | undefined)[]]>([
    ["nobody signed in: nothing", undefined, []],
    ["the owner: its district", officer, all],
    ["the owner's staff in a sub-district: that sub-district", streetOfficer, [first, second]],
    ["the owner's in another district: nothing", otherDistrict, []],
    ["the person a row is about: that row", contact, [first]],
    ["another resident: nothing", neighbour, []],
    ["another department: nothing", reader, []],
    ["a service: nothing", service, []],
    ["granted the own division", granted(reader, Rows.OWN_DIVISION), [first, second]],
    ["granted the grids served", granted(gridMember, Rows.OWN_GRIDS, { grids: [west] }), [first]],
    ["granted the grids served, serving none: nothing", granted(gridMember, Rows.OWN_GRIDS), []],
    ["granted a case", granted(reader, Rows.THIS_CASE, { case: inEast }), [second]],
    ["granted by case, without one: nothing", granted(reader, Rows.THIS_CASE), []],
    ["granted all", granted(reader, Rows.ALL), all],
  ])("%s", async (_, as, numbers) => {
    expect(await seenBy(as)).toEqual({ number: numbers, list: numbers, reference: numbers, grid: numbers });
  });

  it.each<[string, Principal, string]>([
    ["the owner's staff: in clear", officer, "彭卫东"],
    ["the person: in clear", contact, "彭卫东"],
    ["on a grant: masked", granted(reader, Rows.ALL), "彭*"],
    ["on a grant that shows it", granted(reader, Rows.ALL, { clear: ["Facility.contactName"] }), "彭卫东"],
  ])("personal data, to %s", async (_, as, contactName) => {
    const { data } = await subgraph.ask(`{ facility(number: "${first}") { contactName } }`, {}, { as });
    expect(data).toEqual({ facility: { contactName } });
  });

  it("say whom they are about, for the record of who read them", async () => {
    const query = "{ facilities { edges { node { subjects } } } }";
    const { data } = await subgraph.ask<object>(query, {}, { as: officer });
    const nodes = [["person:peng-weidong"], [], []].map((subjects) => ({ node: { subjects } }));
    expect(data).toEqual({ facilities: { edges: nodes } });
  });

  it("many cost one statement by number, and one by grid", async () => {
    const statements = await statementsOf(subgraph.database, () => seenBy(officer));
    expect(statements).toHaveLength(3);
  });
});

describe("putting one on record", () => {
  const usual = { number: facilityNumber(9), name: "新设", grid: elsewhere, contactName: "贺文斌" };
  const register = async (more: Partial<typeof usual>, as: Principal, idempotencyKey: string) => {
    const { data, errors } = await subgraph.ask<{ registerFacility: object } | null>(
      `mutation ($input: RegisterFacilityInput!, $idempotencyKey: String!) {
         registerFacility(input: $input, idempotencyKey: $idempotencyKey) { number name grid { code } } }`,
      { input: { ...usual, ...more }, idempotencyKey },
      { as },
    );
    return errors[0]?.code ?? data?.registerFacility;
  };
  const { officer, streetOfficer, reader } = people;

  it.each<[string, Partial<typeof usual>, Principal, string]>([
    ["another department", {}, reader, "FORBIDDEN"],
    ["staff of another place", {}, streetOfficer, "FORBIDDEN"],
    ["no number", { number: "9" }, officer, "FACILITY_NUMBER"],
    ["another district's number", { number: "110117-FACILITY-0009" }, officer, "FACILITY_NUMBER"],
    ["no name", { name: " " }, officer, "BAD_INPUT"],
    ["a number that is taken", { number: facilityNumber(1) }, officer, "FACILITY_EXISTS"],
  ])("is refused with %s", async (reason, more, as, code) => {
    expect(await register(more, as, `refused: ${reason}`)).toBe(code);
  });

  it("has one effect for one key, and a log entry without personal data", async () => {
    const registered = { number: usual.number, name: usual.name, grid: { code: elsewhere } };
    expect(await register({}, officer, "registered")).toEqual(registered);
    expect(await register({}, officer, "registered")).toEqual(registered);
    const entries = await subgraph.database.query("SELECT kind, payload FROM log_entry WHERE subject = $1", [
      usual.number,
    ]);
    expect(entries).toEqual([
      { kind: "FACILITY_REGISTERED", payload: { number: usual.number, grid: elsewhere } },
    ]);
  });
});
