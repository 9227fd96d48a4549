import { afterAll, beforeAll, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post } from "../../shared/principal.ts";
import { ganzhou, ganzhouEstablishment } from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";

let subgraph: TestSubgraph;

/** One table for each of the four kinds of office a notice names, each with a person of its own. */
beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  const build = await ganzhouEstablishment(subgraph.database);
  const responder = { personId: "tuo", name: "脱晓东" };
  await build.responder(ganzhou.market, ganzhou.drumTower, {
    ...responder,
    post: "市场监管所科员",
    validUntil: "2024-01-01",
  });
  await build.responder(ganzhou.market, ganzhou.drumTower, {
    ...responder,
    post: "市场监管所所长",
    validFrom: "2024-01-01",
  });
  await subgraph.database.query(
    `INSERT INTO chief_responder (unit_code, person_id, name, post, phone, valid_from)
     VALUES ('${ganzhou.market}', 'bao', '保建国', '局长', '13900000002', '2020-01-01')`,
  );
  await subgraph.database.query(
    `INSERT INTO liaison (unit_code, division_code, person_id, name, post, phone, valid_from, valid_until)
     VALUES ('${ganzhou.health}', '${ganzhou.street}', 'tuo-min', '妥敏', '联络员', '13900000003', '2020-01-01', '2023-01-01')`,
  );
  await subgraph.database.query(
    `INSERT INTO team_member (team_code, home_unit_code, person_id, name, post, valid_from)
     VALUES ('${ganzhou.mediation}', '${ganzhou.health}', 'chu', '初玉', '执法队员', '2020-01-01')`,
  );
});
afterAll(() => subgraph.close());

const asked = async (keys: readonly (readonly [unit: string, personId: string])[]) => {
  const { data, errors } = await subgraph.ask<{ _entities: unknown[] }>(
    "query ($of: [_Any!]!) { _entities(representations: $of) { ... on OfficeHolder { name title } } }",
    { of: keys.map(([unit, personId]) => ({ __typename: "OfficeHolder", unit, personId })) },
    { as: person(Post.DATA_STEWARD, { unit: ganzhou.market, division: ganzhou.district }) },
  );
  expect(errors).toEqual([]);
  return data._entities;
};

it.each<[string, string, string, unknown]>([
  ["a responder, by the latest appointment", ganzhou.market, "tuo", ["脱晓东", "市场监管所所长"]],
  ["a chief responder", ganzhou.market, "bao", ["保建国", "局长"]],
  ["a liaison whose time is over, as the notice said", ganzhou.health, "tuo-min", ["妥敏", "联络员"]],
  ["a team's member, by the unit they come from", ganzhou.health, "chu", ["初玉", "执法队员"]],
  ["nobody in another unit than their own", ganzhou.health, "tuo", null],
  ["nobody whom no notice names", ganzhou.market, "somebody else", null],
])("the public notice names %s", async (_, unit, personId, named) => {
  const [name, title] = (named ?? []) as string[];
  expect(await asked([[unit, personId]])).toEqual([named && { name, title }]);
});

it("many are named in one statement, an id with blanks among them", async () => {
  const statements = await statementsOf(subgraph.database, async () => {
    const answer = await asked([
      [ganzhou.market, "tuo"],
      [ganzhou.market, "bao jian guo"],
      [ganzhou.health, "chu"],
    ]);
    expect(answer).toEqual([
      { name: "脱晓东", title: "市场监管所所长" },
      null,
      { name: "初玉", title: "执法队员" },
    ]);
  });
  expect(statements.length).toBe(1);
});
