import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cityManagement } from "../../../subgraphs/city-management/city-management.subgraph.ts";
import { Post, type Principal } from "../../../subgraphs/shared/principal.ts";
import { openSubgraph, type RunningSubgraph } from "../../../subgraphs/shared/subgraph.ts";
import { createDatabases, type TestDatabases } from "../../../test/testkit/database.ts";
import { person } from "../../../test/testkit/people.ts";
import { createWorld } from "../world/world.ts";
import { loadDataset } from "./load.ts";

const dataset = { scale: "demo", seed: 1, today: "2026-06-30" } as const;
const at = new Date("2026-06-30T09:00:00+08:00");

let databases: TestDatabases;
let subgraph: RunningSubgraph;
beforeAll(async () => {
  databases = await createDatabases([cityManagement.name]);
  const urls = new Map(Object.entries(databases.urls));
  expect(await loadDataset(urls, dataset)).toBe(true);
  expect(await loadDataset(urls, dataset)).toBe(false);
  subgraph = await openSubgraph(cityManagement, {
    databaseUrl: databases.urls[cityManagement.name] ?? "",
    graph: () => Promise.reject(new Error("no graph")),
    clock: () => at,
    log: pino({ level: "error" }, pino.destination(2)),
  });
});
afterAll(async () => {
  await subgraph?.close();
  await databases?.drop();
});

const ask = async <Data>(query: string, principal: Principal | null): Promise<Data> => {
  const { data, errors } = await subgraph.execute({ query }, { principal, at });
  expect(errors).toBeUndefined();
  return data as Data;
};

describe("the dataset of city management", () => {
  it("has every row that was told, and the log each step", async () => {
    const { components, streetOrderCases, enforcementTeamMembers } = createWorld({ ...dataset, seed: "1" });
    const stories = [...streetOrderCases()];
    const [counted] = await subgraph.database.query(`SELECT
      (SELECT count(*)::int FROM component) AS components,
      (SELECT count(*)::int FROM street_order_case) AS cases,
      (SELECT count(*)::int FROM street_order_step) AS steps,
      (SELECT count(*)::int FROM enforcement_team_member) AS members,
      (SELECT count(*)::int FROM log_entry WHERE kind LIKE 'STREET_ORDER_%') AS entries`);
    const steps = stories.reduce((sum, story) => sum + story.steps.length, 0);
    expect(counted).toEqual({
      components: [...components()].length,
      cases: stories.length,
      steps,
      members: [...enforcementTeamMembers()].length,
      entries: steps,
    });
  });

  it("shows an officer the street's cases and a resident her own", async () => {
    const page =
      "{ streetOrderCases(filter: {}, first: 100) { edges { node { number partyName grid { code } } } } }";
    interface Answer {
      streetOrderCases: { edges: { node: { partyName: string | null; grid: { code: string } } }[] };
    }
    const officer = person(Post.RESPONDER, { unit: "430105-URBAN-MANAGEMENT", division: "430105010" });
    const { streetOrderCases: seen } = await ask<Answer>(page, officer);
    expect(seen.edges.length).toBeGreaterThan(5);
    expect(seen.edges.every(({ node }) => node.grid.code.startsWith("430105010"))).toBe(true);
    const resident = person(Post.RESIDENT, { unit: "430105010003", id: "kaifu-resident" });
    const { streetOrderCases: own } = await ask<Answer>(page, resident);
    expect(own.edges.map(({ node }) => node.partyName)).toEqual(["黎晓芸"]);
  });

  it("goes on numbering where it ended", async () => {
    const [{ behind }] = await subgraph.database.query(`SELECT count(*)::int AS behind FROM (
      SELECT district_code, substr(number, 10, 8) AS day, max(substr(number, 19)::int) AS last
      FROM street_order_case GROUP BY 1, 2) AS told
      LEFT JOIN running_number ON running_number.district_code = told.district_code
        AND to_char(running_number.day, 'YYYYMMDD') = told.day AND series = 'STREET_ORDER_CASE'
      WHERE running_number.last IS DISTINCT FROM told.last`);
    expect(behind).toBe(0);
  });
});
