import { afterAll, beforeAll, expect, it } from "vitest";
import { type GridsTest, openMafang, people } from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

it("whoever serves in a unit has a card where they are a grid member (三公开, ZY-10)", async () => {
  const { id, unit } = people.westMember;
  const { data, errors } = await mafang.ask<{ _entities: unknown[] }>(
    "query ($of: [_Any!]!) { _entities(representations: $of) { ... on OfficeHolder { memberCard { name } } } }",
    {
      of: [id, people.secretary.id].map((personId) => ({ __typename: "OfficeHolder", unit, personId })),
    },
    { as: people.secretary },
  );
  expect(errors).toEqual([]);
  const [{ name }] = await mafang.database.query("SELECT name FROM grid_member WHERE person_id = $1", [id]);
  expect(data._entities).toEqual([{ memberCard: { name } }, { memberCard: null }]);
});
