import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import {
  type AskedPage,
  type Establishment,
  everyPage,
  ganzhou,
  ganzhouEstablishment,
} from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";
import { staffingFloor } from "./staffing-floor.ts";
import { UnitKind, UnitLevel } from "./unit-kind.ts";

let subgraph: TestSubgraph;
let build: Establishment;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  build = await ganzhouEstablishment(subgraph.database);
});
afterAll(() => subgraph.close());

describe("the unit tree", () => {
  it("GZ-1, ZY-11: a unit knows its two names, its place in the tree and whom it serves", async () => {
    const { data, errors } = await subgraph.ask<{ unit: unknown }>(
      `{ unit(code: "${ganzhou.mediation}") {
          name kind level government parent { code } path { code } division { code } validFrom validUntil } }`,
    );
    expect(errors).toEqual([]);
    expect(data.unit).toEqual({
      name: "社会治安综合治理中心",
      kind: "GOVERNANCE_CENTRE",
      level: "SUBDISTRICT",
      government: true,
      parent: { code: ganzhou.street },
      path: [{ code: ganzhou.district }, { code: ganzhou.street }, { code: ganzhou.mediation }],
      division: { code: ganzhou.street },
      validFrom: "2019-01-01",
      validUntil: null,
    });
  });

  it("GZ-4: the three powers of a sub-district are flags, and of nobody else", async () => {
    const { data } = await subgraph.ask<{ unit: unknown }>(
      `{ unit(code: "${ganzhou.street}") { planningParticipation stationedBodyCoordination decisionProposal } }`,
    );
    expect(data.unit).toEqual({
      planningParticipation: true,
      stationedBodyCoordination: false,
      decisionProposal: false,
    });
    await expect(
      build.unit("620702-BUREAU", "某局", UnitKind.DEPARTMENT, { decisionProposal: true }),
    ).rejects.toThrow("capabilities_are_of_subdistricts");
  });

  it("units are answered in the order asked, unknown ones left out", async () => {
    const { data } = await subgraph.ask<{ units: unknown }>(
      `{ units(codes: ["${ganzhou.market}", "620702-NOBODY", "${ganzhou.street}"]) { code chiefResponder { name } } }`,
    );
    expect(data.units).toEqual([
      { code: ganzhou.market, chiefResponder: null },
      { code: ganzhou.street, chiefResponder: null },
    ]);
  });

  it("more than a hundred codes at once are refused", async () => {
    const codes = Array.from({ length: 101 }, (_, index) => `620702-U${index}`);
    const { errors } = await subgraph.ask(`query ($codes: [String!]!) { units(codes: $codes) { code } }`, {
      codes,
    });
    expect(errors.map(({ code }) => code)).toEqual(["PAGE_TOO_LARGE"]);
  });

  it.each<[string, string, string[]]>([
    ["a name of two characters", `search: "卫生"`, [ganzhou.health, ganzhou.healthStation]],
    ["GZ-1: the second name plate", `search: "知识产权局"`, [ganzhou.market]],
    ["one character", `search: "鼓"`, [ganzhou.drumTower]],
    ["characters in another order", `search: "生卫"`, []],
    ["a pattern character taken for itself", `search: "%"`, []],
    ["the parent", `parent: "${ganzhou.street}"`, [ganzhou.mediation, ganzhou.eastGate, ganzhou.drumTower]],
    ["the kind", `kind: COMPANY`, [ganzhou.company]],
    [
      "level and division together",
      `level: SUBDISTRICT, division: "${ganzhou.street}", kind: STATION`,
      [ganzhou.healthStation],
    ],
    ["government or not", `government: false`, [ganzhou.company]],
    ["the day: before anything existed", `on: "2018-12-31"`, []],
    ["the district: another one", `district: "110117"`, []],
  ])("units are found by %s", async (_, filter, codes) => {
    const { data, errors } = await subgraph.ask<{ searchUnits: AskedPage<{ code: string }> }>(
      `{ searchUnits(filter: { ${filter} }) { edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.searchUnits.edges.map(({ node }) => node.code).sort()).toEqual([...codes].sort());
  });

  it("the list pages through to the end", async () => {
    const units = await everyPage(async (after) => {
      const { data } = await subgraph.ask<{ searchUnits: AskedPage<{ code: string }> }>(
        `query ($after: String) { searchUnits(filter: { district: "620702" }, first: 3, after: $after) {
           edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      return data.searchUnits;
    });
    const [{ codes }] = await subgraph.database.query(
      "SELECT array_agg(code ORDER BY code) AS codes FROM unit",
    );
    expect(units.map(({ code }) => code)).toEqual(codes);
  });

  it("parents, children, chiefs, lists and members of many units cost one query each", async () => {
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.ask(
        `{ units(codes: ["${ganzhou.eastGate}", "${ganzhou.drumTower}", "${ganzhou.street}", "${ganzhou.health}"]) {
            parent { code } children { code } chiefResponder { name } teamMembers { name } lists { id } } }`,
      ),
    );
    expect(statements.map((statement) => /FROM "(\w+)"/.exec(statement)?.[1]).sort()).toEqual([
      "chief_responder",
      "item_list",
      "team_member",
      "unit",
      "unit",
      "unit",
    ]);
  });

  it("a division's territorial body is found through the graph, many in one query", async () => {
    const representations = [ganzhou.street, ganzhou.eastGate, "620702001099"].map((code) => ({
      __typename: "Division",
      code,
    }));
    let answer: unknown;
    const statements = await statementsOf(subgraph.database, async () => {
      answer = await subgraph.ask(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
           ... on Division { unit { name } } } }`,
        { representations },
      );
    });
    expect(statements).toHaveLength(1);
    expect(answer).toMatchObject({
      data: {
        _entities: [
          { unit: { name: "东街街道办事处" } },
          { unit: { name: "东门社区居委会" } },
          { unit: null },
        ],
      },
    });
  });
});

describe("joint enforcement team (综合执法队)", () => {
  it("KF-14: a member works in the team and keeps the home department", async () => {
    const team = "620702001-ENFORCEMENT-TEAM";
    await build.unit(team, "综合执法队", UnitKind.ENFORCEMENT_TEAM, { parentCode: ganzhou.street });
    const insert = (team: string, from: string, until: string | null) =>
      subgraph.database.query(
        `INSERT INTO team_member (team_code, home_unit_code, person_id, name, post, valid_from, valid_until)
         VALUES ($1, $2, 'member-1', '妥志强', '执法队员', $3, $4)`,
        [team, ganzhou.market, from, until],
      );
    await insert(team, "2020-01-01", "2026-06-01");
    await insert(team, "2026-06-01", null);
    const { data } = await subgraph.ask<{ unit: unknown }>(
      `{ unit(code: "${team}") { teamMembers { name validFrom homeUnit { code } } } }`,
    );
    expect(data.unit).toEqual({
      teamMembers: [{ name: "妥志强", validFrom: "2026-06-01", homeUnit: { code: ganzhou.market } }],
    });
    await expect(insert(ganzhou.mediation, "2026-07-01", null)).rejects.toThrow("one_team_per_person");
  });
});

describe("staffing floor", () => {
  it.each([
    [UnitKind.COMMAND_CENTRE, UnitLevel.DISTRICT, 10],
    [UnitKind.GOVERNANCE_CENTRE, UnitLevel.SUBDISTRICT, 3],
    [UnitKind.COMMUNITY_OFFICE, UnitLevel.COMMUNITY, 1],
    [UnitKind.DEPARTMENT, UnitLevel.DISTRICT, null],
    [UnitKind.GOVERNANCE_CENTRE, UnitLevel.DISTRICT, null],
  ])("ZY-8: %s of a %s needs %s", (kind, level, floor) => {
    expect(staffingFloor({ kind, level })).toBe(floor);
  });
});
