import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  inLiansheng,
  lianshengGrid,
  openPublicSecurity,
  people,
  plate,
  type TestPublicSecurity,
} from "../public-security.fixtures.ts";

let subgraph: TestPublicSecurity;

beforeAll(async () => {
  subgraph = await openPublicSecurity();
});
afterAll(() => subgraph?.close());

const ask = async <Data = Record<string, never>>(query: string, variables = {}): Promise<Data> => {
  const { data, errors } = await subgraph.ask<Data>(query, variables, {
    as: people.station,
  });
  expect(errors).toEqual([]);
  return data;
};

describe("a rented house (出租房屋)", () => {
  it("tells what it is, who lives in it, and where it stands", async () => {
    const data = await ask(`{ rentedHouse(number: "CZ430105001") {
      use area shared safety recordedOn endedOn subjects building { code } station { code } grid { code }
      floatingPeople { edges { node {
        number reason registeredIn arrivedOn document documentValidUntil left resident { id } rentedHouse { number } } } } } }`);
    expect(data).toEqual({
      rentedHouse: {
        use: "DWELLING",
        area: 86.5,
        shared: true,
        safety: "WATCHED",
        recordedOn: "2025-03-10",
        endedOn: null,
        subjects: [`person:${people.landlord.id}`],
        building: { code: plate },
        station: { code: "430105010-PUBLIC-SECURITY" },
        grid: { code: lianshengGrid },
        floatingPeople: {
          edges: [
            {
              node: {
                number: "LD430105001",
                reason: "WORK",
                registeredIn: "431221",
                arrivedOn: "2025-03-08",
                document: "RESIDENCE_PERMIT",
                documentValidUntil: "2027-03-07",
                left: false,
                resident: { id: "430105-R-010003001-003-1" },
                rentedHouse: { number: "CZ430105001" },
              },
            },
          ],
        },
      },
    });
  });

  it.each<[string, string | null, string | null, object[]]>([
    [
      "as reported",
      "贺春,毛毛",
      "15400000012,15400000013",
      [
        { name: "贺春", phone: "15400000012" },
        { name: "毛毛", phone: "15400000013" },
      ],
    ],
    [
      "with commas of either script",
      "贺春，毛毛",
      "15400000012，",
      [
        { name: "贺春", phone: "15400000012" },
        { name: "毛毛", phone: null },
      ],
    ],
    [
      "fewer telephones than names",
      "贺春,毛毛",
      null,
      [
        { name: "贺春", phone: null },
        { name: "毛毛", phone: null },
      ],
    ],
    [
      "a name left out keeps the telephones in place",
      "贺春,,毛毛",
      "1,2,3",
      [
        { name: "贺春", phone: "1" },
        { name: "毛毛", phone: "3" },
      ],
    ],
    ["nobody", null, null, []],
  ])("has tenants: %s", async (_, CZRXM, CZRDH, tenants) => {
    await subgraph.archive.add("T_CZW", { CZWBH: "CZ-TENANTS", CZRXM, CZRDH, ...inLiansheng });
    expect(await ask(`{ rentedHouse(number: "CZ-TENANTS") { tenants { name phone } } }`)).toEqual({
      rentedHouse: { tenants },
    });
    await subgraph.archive.query("DELETE FROM T_CZW WHERE CZWBH = 'CZ-TENANTS'");
  });
});

describe("pages under many parents", () => {
  it("go on each by its own cursor, in the order of their numbers", async () => {
    const houses = ["CZ9", "CZ7", "CZ8"].map((CZWBH) => ({ CZWBH, LDBM: "PLATE0700", ...inLiansheng }));
    await subgraph.archive.add("T_CZW", ...houses);
    const query = `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Building {
      rentedHouses(first: 2, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } } } } }`;
    const of = [plate, "PLATE0700", "PLATE-NONE"].map((code) => ({ __typename: "Building", code }));
    type Answer = {
      _entities: {
        rentedHouses: {
          edges: { node: { number: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }[];
    };
    const first = await ask<Answer>(query, { of });
    const pages = first._entities.map(({ rentedHouses }) => rentedHouses);
    expect(pages.map(({ edges }) => edges.map(({ node }) => node.number))).toEqual([
      ["CZ430105001"],
      ["CZ7", "CZ8"],
      [],
    ]);
    expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([false, true, false]);
    const next = await ask<Answer>(query, {
      of: [of[1]],
      after: pages[1]?.pageInfo.endCursor,
    });
    expect(next._entities[0]?.rentedHouses.edges.map(({ node }) => node.number)).toEqual(["CZ9"]);
  });
});
