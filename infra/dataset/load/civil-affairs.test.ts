import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { civilAffairs } from "../../../subgraphs/civil-affairs/civil-affairs.subgraph.ts";
import { Post, Rows } from "../../../subgraphs/shared/principal.ts";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { createWorld, usualWorld } from "../world/world.ts";
import { loadCivilAffairs } from "./civil-affairs.ts";
import { insertRows } from "./insert-rows.ts";

/** The day after which the dataset tells nothing. */
const at = new Date(`${usualWorld.today}T09:00:00+08:00`);

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(civilAffairs);
  const { manager } = subgraph.database;
  await loadCivilAffairs(
    createWorld(usualWorld),
    insertRows(manager, () => undefined),
  );
});
afterAll(() => subgraph.close());

const rows = () =>
  subgraph.database.query(
    `SELECT (SELECT count(*)::int FROM aid WHERE state = 'STOPPED') AS stopped,
            (SELECT count(*)::int FROM aid) + (SELECT count(*)::int FROM elderly_living_alone)
            + (SELECT count(*)::int FROM disability) + (SELECT count(*)::int FROM committee_member) AS kept`,
  );

describe("the demo's civil affairs", () => {
  it("holds to every constraint, and leaves the first upkeep nothing to do", async () => {
    const before = await rows();
    expect(before[0].kept).toBeGreaterThan(3_000);
    await subgraph.upkeep(at);
    expect(await rows()).toEqual(before);
  });

  it("tells 梦芝街道 how many old people use no smartphone, and the member of a grid who they are (6.4)", async () => {
    const leader = person(Post.SUBDISTRICT_LEADER, { unit: "370685003" });
    const grids = ["370685003001001"];
    const member = person(Post.GRID_MEMBER, {
      unit: "370685003001",
      access: {
        grids,
        rows: { ElderlyLivingAlone: Rows.OWN_GRIDS },
        clear: ["ElderlyLivingAlone.name", "ElderlyLivingAlone.address"],
      },
    });
    const question = `{ _entities(representations: [
      { __typename: "Division", code: "370685003" }, { __typename: "Grid", code: "${grids[0]}" }]) {
        ... on Division { careFigures { withoutSmartphone { exact } } }
        ... on Grid { elderlyLivingAlone(first: 100, usesSmartphone: false) { edges { node { name contactPhone } } } } } }`;
    interface Answer {
      _entities: [
        { careFigures: { withoutSmartphone: { exact: number } } | null },
        { elderlyLivingAlone: { edges: { node: { name: string; contactPhone: string | null } }[] } },
      ];
    }
    const told = await subgraph.ask<Answer>(question, {}, { as: leader, at });
    expect(told.data._entities[0].careFigures?.withoutSmartphone.exact).toBeGreaterThan(20);
    expect(told.data._entities[1].elderlyLivingAlone.edges).toEqual([]);

    const list = await subgraph.ask<Answer>(question, {}, { as: member, at });
    expect(list.data._entities[0].careFigures).toBeNull();
    const { edges } = list.data._entities[1].elderlyLivingAlone;
    expect(edges.length).toBeGreaterThan(2);
    for (const { node } of edges) {
      expect(node.name).not.toContain("*");
      if (node.contactPhone) expect(node.contactPhone).toContain("****");
    }
  });
});
