import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kaifu } from "../../../subgraphs/market-supervision/market-supervision.fixtures.ts";
import { marketSupervision } from "../../../subgraphs/market-supervision/market-supervision.subgraph.ts";
import type { Principal } from "../../../subgraphs/shared/principal.ts";
import { openSubgraph, type RunningSubgraph } from "../../../subgraphs/shared/subgraph.ts";
import { createDatabases, type TestDatabases } from "../../../test/testkit/database.ts";
import {
  type BusinessRegisterServer,
  startBusinessRegister,
} from "../../legacy/business-register/business-register-server.ts";
import { licenceRecords, registerRecord } from "../../legacy/business-register/register-records.ts";
import { createWorld } from "../world/world.ts";
import type { Dataset } from "./dataset.ts";
import { loadDataset } from "./load.ts";

const dataset: Dataset = { scale: "demo", seed: 1, today: "2026-06-30" };
const world = createWorld({ ...dataset, seed: "1" });
const at = new Date("2026-06-30T09:00:00+08:00");

let databases: TestDatabases;
let register: BusinessRegisterServer;
let subgraph: RunningSubgraph;

beforeAll(async () => {
  databases = await createDatabases([marketSupervision.name]);
  const databaseUrl = databases.urls[marketSupervision.name] ?? "";
  expect(await loadDataset(new Map([[marketSupervision.name, databaseUrl]]), dataset)).toBe(true);
  const enterprises = [...world.enterprises()];
  register = await startBusinessRegister({
    businesses: enterprises.map(registerRecord),
    licences: enterprises.flatMap(licenceRecords),
    key: "test",
    listen: 0,
  });
  subgraph = await openSubgraph(marketSupervision, {
    databaseUrl,
    sourceUrl: `${register.url}?key=test&timeout=20000`,
    graph: () => Promise.reject(new Error("nobody is asked")),
    clock: () => at,
    log: pino({ level: "silent" }),
  });
}, 120_000);
afterAll(async () => {
  await subgraph?.close();
  await register?.close();
  await databases?.drop();
});

async function ask<Data>(query: string, principal: Principal): Promise<Data> {
  const { data, errors } = await subgraph.execute({ query }, { principal, at });
  expect(errors ?? []).toEqual([]);
  return JSON.parse(JSON.stringify(data)) as Data;
}

const countOf = async (table: string): Promise<number> => {
  const [{ count }] = await subgraph.database.query(`SELECT count(*)::int AS count FROM ${table}`);
  return count;
};

describe("the dataset in market supervision's database", () => {
  it("holds every row that is told", async () => {
    const inspections = [...world.inspections()];
    expect(await countOf("inspection")).toBe(inspections.length);
    expect(await countOf("penalty")).toBe(inspections.filter(({ penalty }) => penalty).length);
    const stories = [...world.consumerComplaints()];
    expect(await countOf("consumer_complaint")).toBe(stories.length);
    // Beside them the one that says that a dataset was loaded.
    expect(await countOf("log_entry")).toBe(stories.reduce((sum, { log }) => sum + log.length, 1));
  });

  it("is about the businesses in the register", async () => {
    const { consumerComplaints } = await ask<{
      consumerComplaints: { edges: { node: { business: { name: string | null; phone: string | null } } }[] };
    }>("{ consumerComplaints(first: 100) { edges { node { business { name phone } } } } }", kaifu.bureau);
    expect(consumerComplaints.edges.length).toBeGreaterThan(10);
    for (const { node } of consumerComplaints.edges) {
      expect(node.business).toEqual({ name: expect.any(String), phone: expect.stringMatching(/^154\d{8}$/) });
    }
  });

  it("is gone on with where it ends: the next complaint of a day has the next number", async () => {
    const [{ number, day }] = await subgraph.database.query(
      `SELECT max(number) AS number, (received_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day
       FROM consumer_complaint WHERE district_code = '430105' GROUP BY 2 ORDER BY 2 DESC LIMIT 1`,
    );
    const [shop] = [...world.enterprises()].filter(({ gridCode }) => gridCode.startsWith("430105010"));
    const { data } = await subgraph.execute(
      {
        query: `mutation { fileConsumerComplaint(idempotencyKey: "after the dataset", input: {
          business: "${shop?.creditCode}", facts: "称重不足", request: "补足差额", consumerPhone: "13812345678" }) { number } }`,
      },
      { principal: kaifu.consumer, at: new Date(`${day}T20:00:00+08:00`) },
    );
    const last = Number(number.slice(-4));
    expect(data?.fileConsumerComplaint).toMatchObject({
      number: `${number.slice(0, -4)}${String(last + 1).padStart(4, "0")}`,
    });
  });
});
