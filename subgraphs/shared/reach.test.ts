import { describe, expect, it } from "vitest";
import { person } from "../../test/testkit/people.ts";
import { type Access, type CaseScope, Post, type Principal, Rows, servicePrincipal } from "./principal.ts";
import { type Reach, reachOf } from "./reach.ts";

const onCase: CaseScope = {
  number: "430105-20261014-000001",
  tickets: ["430105-20261014-000001"],
  whistles: [],
  residents: ["430105-R0001"],
  businesses: [],
  buildings: [],
  grids: ["430105010003001"],
};
const responder = (access?: Partial<Access>): Principal =>
  person(Post.RESPONDER, {
    unit: "430105-URBAN-MANAGEMENT",
    division: "430105010",
    ...(access && { access: { rows: {}, clear: [], ...access } }),
  });
const granted = (rows: Rows, access: Partial<Access> = {}) =>
  responder({ rows: { Licence: rows }, ...access });

describe("what a caller reaches of what market supervision holds", () => {
  it.each<[string, Principal | null, Reach]>([
    ["nobody signed in", null, { kind: "NOTHING" }],
    ["a service", servicePrincipal("evaluation"), { kind: "NOTHING" }],
    [
      "a service that names itself like the owner",
      { ...servicePrincipal("x"), unit: "430105-MARKET-SUPERVISION" },
      { kind: "NOTHING" },
    ],
    [
      "a resident: what is about themselves",
      person(Post.RESIDENT, { unit: "430105010003", id: "li" }),
      { kind: "PERSON", person: "li" },
    ],
    [
      "the owner's bureau: its district",
      person(Post.CHIEF_RESPONDER, { unit: "430105-MARKET-SUPERVISION", division: "430105" }),
      { kind: "DIVISION", division: "430105" },
    ],
    [
      "the owner's station: its sub-district",
      person(Post.RESPONDER, { unit: "430105010-MARKET-SUPERVISION", division: "430105010" }),
      { kind: "DIVISION", division: "430105010" },
    ],
    [
      "the owner's staff without a division",
      person(Post.RESPONDER, { unit: "430105-MARKET-SUPERVISION", division: "" }),
      { kind: "NOTHING" },
    ],
    ["another department", responder(), { kind: "NOTHING" }],
    [
      "another department, granted another type",
      responder({ rows: { Penalty: Rows.ALL } }),
      { kind: "NOTHING" },
    ],
    ["granted its own division", granted(Rows.OWN_DIVISION), { kind: "DIVISION", division: "430105010" }],
    ["granted this case", granted(Rows.THIS_CASE, { case: onCase }), { kind: "CASE", case: onCase }],
    ["granted this case, stating none", granted(Rows.THIS_CASE), { kind: "NOTHING" }],
    ["granted own grids", granted(Rows.OWN_GRIDS, { grids: ["g"] }), { kind: "GRIDS", grids: ["g"] }],
    ["granted own grids, serving none", granted(Rows.OWN_GRIDS), { kind: "NOTHING" }],
    [
      "granted all: all of its own district's owner",
      granted(Rows.ALL),
      { kind: "DIVISION", division: "430105" },
    ],
    [
      "a service granted all",
      { ...servicePrincipal("tickets"), access: granted(Rows.ALL).access },
      { kind: "ALL" },
    ],
  ])("%s", (_, principal, reach) => {
    expect(reachOf(principal, "MARKET-SUPERVISION", "Licence")).toEqual(reach);
  });
});
