import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  an,
  inLiansheng,
  lianshengGrid,
  openPublicSecurity,
  people,
  type TestPublicSecurity,
} from "../public-security.fixtures.ts";

let subgraph: TestPublicSecurity;

beforeAll(async () => {
  subgraph = await openPublicSecurity();
});
afterAll(() => subgraph?.close());

const registrationOf = async (resident: string, selection: string) => {
  const { data, errors } = await subgraph.ask<{ _entities: [{ householdRegistration: object | null }] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
       ... on Resident { householdRegistration { ${selection} } } } }`,
    { of: [{ __typename: "Resident", id: resident }] },
    { as: people.station },
  );
  expect(errors).toEqual([]);
  return data._entities[0].householdRegistration;
};

describe("a resident's household registration (户籍)", () => {
  it("is found by the grid centre's id, never by the resident number", async () => {
    const registration = await registrationOf(
      an,
      "number kind relation registeredOn state resident { id } station { code } grid { code }",
    );
    expect(registration).toEqual({
      number: "HJ430105001",
      kind: "FAMILY",
      relation: "HEAD",
      registeredOn: "1998-07-01",
      state: "IN_FORCE",
      resident: { id: an },
      station: { code: "430105010-PUBLIC-SECURITY" },
      grid: { code: lianshengGrid },
    });
    expect(await registrationOf("430105195103040006", "number")).toBeNull();
  });

  it("is the one in force where the archive has several, and among those the latest", async () => {
    const JMBH = "430105-R-010003001-077-1";
    await subgraph.archive.add(
      "T_HJ_RK",
      { RYBH: "HJ-OUT", JMBH, HKZT: "2", LHRQ: "20240101", ...inLiansheng },
      { RYBH: "HJ-OLD", JMBH, HKZT: "1", LHRQ: "19900101", ...inLiansheng },
      { RYBH: "HJ-NEW", JMBH, HKZT: "1", LHRQ: "20200101", ...inLiansheng },
    );
    expect(await registrationOf(JMBH, "number state")).toEqual({ number: "HJ-NEW", state: "IN_FORCE" });
  });

  it.each([
    ["01", "HEAD"],
    ["12", "SPOUSE"],
    ["21", "CHILD"],
    ["32", "CHILD"],
    ["41", "GRANDCHILD"],
    ["51", "PARENT"],
    ["62", "GRANDPARENT"],
    ["73", "SIBLING"],
    ["97", "OTHER"],
    ["03", null],
  ])("relation %s of GB/T 4761 is %s", async (YHZGX, relation) => {
    const JMBH = `430105-R-010003001-${YHZGX}-1`;
    await subgraph.archive.add("T_HJ_RK", { RYBH: `HJ-${YHZGX}`, JMBH, YHZGX, ...inLiansheng });
    expect(await registrationOf(JMBH, "relation")).toEqual({ relation });
  });
});
