import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { tickets } from "../tickets.subgraph.ts";
import { AwaitedStep } from "./awaited-step.ts";
import { type WhistleFilter, WhistleOrder } from "./whistle.input.ts";
import { WhistleStore } from "./whistle.store.ts";
import { WhistleState } from "./whistle-state.ts";

const market = "430105-DEPARTMENT-7";
const street = "430105012";
const viewers = {
  dispatcher: person(Post.CENTRE_DISPATCHER, { unit: "430105-COMMAND-CENTRE", division: "430105" }),
  responder: person(Post.RESPONDER, { unit: market, division: "430105" }),
  street: person(Post.SUBDISTRICT_LEADER, { unit: street }),
};
const many = 100_000;
const at = new Date("2026-06-01T09:00:00+08:00");
let subgraph: TestSubgraph;

/** Years of whistles of thirty sub-districts and forty departments: one in a hundred is still open, a third of these late. */
async function fillYears(database: DataSource): Promise<void> {
  await database.query(
    `INSERT INTO whistle (district_code, number, kind, level, profile_version, source, state, blower_post,
       blower_unit_code, blower_id, division_code, no_grid_yet, demand, created_at, blown_at, ended_at, due_at)
     SELECT '430105', '430105-W-20260101-' || lpad(i::text, 6, '0'), 'TACKLING', 1,
       (SELECT max(version) FROM whistle_profile WHERE district_code = '430105'), 'VISIT', state,
       'SUBDISTRICT_LEADER', left(place, 9), 'someone', place, true, '请到场', blown, blown,
       CASE state WHEN 'CLOSED' THEN blown + interval '9 days' END,
       CASE state WHEN 'CLOSED' THEN '9999-12-31T00:00:00Z' ELSE now + (i % 90 - 30) * interval '1 hour' END
     FROM generate_series(1, $1::int) AS i, (VALUES ($2::timestamptz)) AS stands(now),
       LATERAL (SELECT '4301050' || lpad((10 + i % 30)::text, 2, '0') || lpad((1 + i / 30 % 4)::text, 3, '0'),
         now - (i / 50) * interval '1 hour',
         CASE WHEN i % 100 <> 7 THEN 'CLOSED'
           ELSE (ARRAY['BLOWN', 'SIGNED', 'ARRIVED', 'MEASURES_ISSUED', 'RESOLVED', 'DISPUTED'])[1 + i / 100 % 6] END
       ) AS lies(place, blown, state)`,
    [many, at],
  );
  await database.query(
    `INSERT INTO whistle_participant (district_code, whistle_number, unit_code, unit_kind, role, called_at,
       signed_at, arrived_at, measures_at, measures, resolved_at, result)
     SELECT district_code, number, '430105-DEPARTMENT-' || (right(number, 6)::int / 7 + turn) % 40, 'DEPARTMENT',
       CASE turn WHEN 0 THEN 'LEAD' ELSE 'ASSISTING' END, blown_at, done, done, done, CASE WHEN done IS NOT NULL THEN '措施' END,
       done, CASE WHEN done IS NOT NULL THEN '办结' END
     FROM whistle CROSS JOIN generate_series(0, 1) AS turn,
       LATERAL (SELECT CASE state WHEN 'CLOSED' THEN blown_at WHEN 'RESOLVED' THEN blown_at END) AS was(done)`,
  );
  await database.query(
    `INSERT INTO whistle_clock (district_code, whistle_number, step, ordinal, bearer, started_at, due_at, met_at)
     SELECT district_code, number, 'MEASURES', 0, 'LEAD', blown_at, blown_at + interval '9 days', ended_at FROM whistle
     WHERE right(number, 3) IN ('007', '500')`,
  );
  await database.query(
    `INSERT INTO whistle_extension (district_code, whistle_number, turn, step, ordinal, unit_code, asked_by_id, amount,
       reason, asked_at, granted, grounds, decided_at, decided_by_unit_code, decided_by_id)
     SELECT whistle.district_code, number, turn, 'MEASURES', 0, '430105-DEPARTMENT-1', 'someone', 1, '须等待检测结果',
       blown_at, CASE WHEN over THEN false END, CASE WHEN over THEN '理由不充分' END, CASE WHEN over THEN blown_at END,
       CASE WHEN over THEN blower_unit_code END, CASE WHEN over THEN 'someone' END
     FROM whistle_clock JOIN whistle ON number = whistle_number, generate_series(1, 20) AS turn,
       LATERAL (SELECT turn < 20 OR state = 'CLOSED') AS was(over)`,
  );
}

beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets);
  await fillYears(subgraph.database);
  await subgraph.database.query(
    "VACUUM ANALYZE whistle, whistle_participant, whistle_clock, whistle_extension",
  );
}, 120_000);
afterAll(() => subgraph.close());

/** How the database goes about a page of the list, and how many whistles it looked at. */
async function planOf(as: Principal, filter: WhistleFilter, order = WhistleOrder.DUE_FIRST) {
  const sent: { readonly text: string; readonly values: readonly unknown[] }[] = [];
  const { logger } = subgraph.database;
  subgraph.database.logger = Object.assign(Object.create(logger), {
    logQuery: (text: string, values: readonly unknown[] = []) => sent.push({ text, values }),
  });
  try {
    await new WhistleStore(subgraph.database, as).list({ filter, order, first: 30 }, at);
  } finally {
    subgraph.database.logger = logger;
  }
  const [asked] = sent;
  if (!asked) throw new Error("nothing was asked");
  const rows: { "QUERY PLAN": string }[] = await subgraph.database.query(
    `EXPLAIN (ANALYZE, TIMING OFF) ${asked.text}`,
    [...asked.values],
  );
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

const steps = Object.values(AwaitedStep);

describe(`what is due first among ${many} whistles is found by an index`, () => {
  it.each<[string, Principal, WhistleFilter, string]>([
    ["everything there is, to the centre", viewers.dispatcher, {}, "whistle_due"],
    ["what is open, to the centre", viewers.dispatcher, { open: true }, "whistle_open_due"],
    [
      "what is open and late, to the centre",
      viewers.dispatcher,
      { open: true, overdue: true },
      "whistle_open_due",
    ],
    [
      "what waits for the centre",
      viewers.dispatcher,
      { awaits: "430105-COMMAND-CENTRE", awaitedSteps: steps },
      "whistle_state",
    ],
    ["contested duties", viewers.dispatcher, { states: [WhistleState.DISPUTED] }, "whistle_(state|open_due)"],
    [
      "what a department is to sign for",
      viewers.responder,
      { awaits: market, awaitedSteps: [AwaitedStep.SIGN] },
      "whistle_participant_owing",
    ],
    ["whatever waits for a department", viewers.responder, { awaits: market }, "whistle_participant_owing"],
    ["what waits for a street", viewers.street, { awaits: street, awaitedSteps: steps }, "whistle_state"],
    ["what is open in a street", viewers.street, { division: street, open: true }, "whistle_open_due"],
  ])("%s", async (_, as, filter, index) => {
    const plan = await planOf(as, filter);
    expect(plan).toMatch(new RegExp(` ${index}\\b`));
    expect(plan).not.toMatch(/Seq Scan on whistle(_participant|_clock|_extension)?\b/);
  });
});
