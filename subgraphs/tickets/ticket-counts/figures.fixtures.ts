import type { DataSource } from "typeorm";
import { person } from "../../../test/testkit/people.ts";
import type { TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";

/** 开福: a real district and real sub-districts of it; everything in them is made from numbers. */
export const district = "430105";
export const street = "430105001";
export const otherStreet = "430105002";
export const community = "430105001001";
export const market = "430105-MARKET-SUPERVISION";
export const urban = "430105-URBAN-MANAGEMENT";

export const viewers: Readonly<Record<string, Principal>> = {
  dispatcher: person(Post.CENTRE_DISPATCHER, { unit: "430105-COMMAND-CENTRE", division: district }),
  performance: person(Post.PERFORMANCE_OFFICE, { unit: "430105-PERFORMANCE-OFFICE", division: district }),
  street: person(Post.SUBDISTRICT_LEADER, { unit: street }),
  secretary: person(Post.COMMUNITY_SECRETARY, { unit: community }),
  responder: person(Post.RESPONDER, { unit: market, division: street }),
  resident: person(Post.RESIDENT, { unit: community, id: "resident-an" }),
  otherDistrict: person(Post.CENTRE_DISPATCHER, { unit: "110117-COMMAND-CENTRE", division: "110117" }),
};

/** The same for the same row and salt; no two columns go together. */
const pick = (salt: string, of: number): string =>
  `(hashtext(i::text || '${salt}')::bigint & 1073741823) % ${of}`;
const oneOf = (salt: string, values: readonly string[]): string =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(", ")}])[1 + ${pick(salt, values.length)}]`;
const after = (start: string, salt: string, hours: number): string =>
  `${start} + ${pick(salt, hours * 3600)} * interval '1 second'`;
const sometimes = (salt: string, of: number, value: string): string =>
  `CASE WHEN ${pick(salt, of)} = 0 THEN NULL ELSE ${value} END`;

const ticketStates = [
  "RECEIVED",
  "VERIFIED",
  "MATCHED",
  "DISPATCHED",
  "IN_PROGRESS",
  "WHISTLED",
  "FEEDBACK_GIVEN",
  "CALLED_BACK",
  "STRUCK_OFF",
  "ARCHIVED",
  "ARCHIVED",
  "REJECTED",
  "MERGED",
  "LEDGERED",
];
const answered = "('FEEDBACK_GIVEN', 'CALLED_BACK', 'STRUCK_OFF', 'ARCHIVED', 'LEDGERED')";
const channels = ["HOTLINE_12345", "SNAP_AND_REPORT", "SERVICE_HALL", "MEDIA", "SENSOR"];

/** Where a row lies: now and then nobody knows the grid, the community or even the sub-district. */
const places = `
  CROSS JOIN LATERAL (
    SELECT CASE ${pick("known", 20)} WHEN 0 THEN '${district}' WHEN 1 THEN '${district}' || lpad((1 + ${pick("street", 3)})::text, 3, '0')
      ELSE '${district}' || lpad((1 + ${pick("street", 3)})::text, 3, '0') || lpad((1 + ${pick("community", 4)})::text, 3, '0') END
  ) AS lies(division)
  CROSS JOIN LATERAL (
    SELECT CASE WHEN length(division) = 12 AND ${pick("grid", 6)} > 0
      THEN division || lpad((${pick("grid", 6)})::text, 3, '0') END
  ) AS found(grid)`;

/** So many tickets over the 61 days before the first of June, in every state and by every hour, some behind whistles. */
export async function fillTickets(database: DataSource, count: number): Promise<void> {
  await database.query(
    `INSERT INTO ticket (district_code, number, state, function, origin, title, kind, urgency, channel_code,
       division_code, grid_code, handling_unit_code, limit_name, limit_version, due_at, discovered_at, received_at,
       verified_at, dispatched_at, whistled_at, feedback_at, confirmed_solved, merged_into_number)
     SELECT '${district}', '${district}-20260401-' || lpad(i::text, 6, '0'), state, origin, origin, '第' || i || '件',
       'HELP', 'ORDINARY', channel, division, grid,
       ${sometimes("unit", 3, oneOf("handler", [market, urban, street]))},
       'ORDINARY', 1, ${after("received", "due", 20 * 24)}, received, received,
       ${sometimes("verified", 3, "received")}, ${sometimes("dispatched", 2, "received")},
       CASE WHEN ${pick("whistled", 4)} = 0 THEN received END,
       CASE WHEN state IN ${answered} THEN received + interval '1 day' END,
       CASE WHEN state IN ('STRUCK_OFF', 'ARCHIVED') THEN true END,
       CASE WHEN state = 'MERGED' THEN '${district}-20260401-000001' END
     FROM generate_series(1, $1::int) AS i ${places}
     CROSS JOIN LATERAL (SELECT CASE i WHEN 1 THEN 'IN_PROGRESS' ELSE ${oneOf("state", ticketStates)} END) AS stands(state)
     CROSS JOIN LATERAL (SELECT ${oneOf("channel", channels)}) AS came(channel)
     CROSS JOIN LATERAL (SELECT CASE WHEN channel IN ('MEDIA', 'SENSOR') THEN 'PROACTIVE' ELSE 'ON_COMPLAINT' END) AS began(origin)
     CROSS JOIN LATERAL (
       SELECT date_trunc('milliseconds', ${after("timestamptz '2026-04-01T00:00:00+08:00'", "received", 61 * 24)})
     ) AS taken(received)`,
    [count],
  );
  await database.query(
    `WITH asker AS (
       INSERT INTO demander (district_code, kind, identity, name, person_id)
       VALUES ('${district}', 'PERSON', 'person:resident-an', '安小满', 'resident-an') RETURNING id)
     INSERT INTO demand (district_code, number, ticket_number, demander_id, kind, urgency, channel_code, text, division_code, received_at)
     SELECT '${district}', '${district}-D-20260401-' || right(number, 6), number, asker.id, 'HELP', 'ORDINARY',
       channel_code, title, division_code, received_at
     FROM ticket, asker WHERE right(number, 2) IN ('07', '57')`,
  );
  await database.query("ANALYZE ticket, demand, demander");
}

const units = [market, urban, "430105-COMMERCE", "430105010-GOVERNANCE", "430105-CITY-INVESTMENT"];

/** So many whistles of the same weeks, with three called units each and clocks that were met, missed, stopped and paused. */
export async function fillWhistles(database: DataSource, count: number): Promise<void> {
  const states = [
    "DRAFT",
    "BLOWN",
    "SIGNED",
    "ARRIVED",
    "RESOLVED",
    "CONFIRMED",
    "CLOSED",
    "WITHDRAWN",
    "RULED_MISUSE",
  ];
  await database.query(
    `INSERT INTO whistle (district_code, number, kind, level, profile_version, source, state, blower_post,
       blower_unit_code, blower_id, division_code, grid_code, no_grid_yet, demand, created_at, blown_at, confirmed_at, ended_at)
     SELECT '${district}', '${district}-W-20260401-' || lpad(i::text, 4, '0'), ${oneOf("kind", ["ROUTINE", "EMERGENCY", "TACKLING"])},
       1, (SELECT max(version) FROM whistle_profile WHERE district_code = '${district}'), 'GRID', state,
       'COMMUNITY_SECRETARY', CASE WHEN length(division) = 12 THEN division ELSE '${community}' END, 'someone', division, grid, grid IS NULL, '请到场', created,
       CASE WHEN state <> 'DRAFT' THEN created END,
       CASE WHEN state IN ('CONFIRMED', 'CLOSED') THEN ${after("created", "confirmed", 240)} END,
       CASE WHEN state IN ('CLOSED', 'WITHDRAWN', 'RULED_MISUSE') THEN created + interval '11 days' END
     FROM generate_series(1, $1::int) AS i ${places}
     CROSS JOIN LATERAL (SELECT ${oneOf("state", states)}) AS stands(state)
     CROSS JOIN LATERAL (
       SELECT date_trunc('milliseconds', ${after("timestamptz '2026-04-01T00:00:00+08:00'", "created", 61 * 24)})
     ) AS written(created)`,
    [count],
  );
  const step = (name: string, before: string) =>
    `CROSS JOIN LATERAL (SELECT CASE WHEN ${pick(name, 4)} > 0 THEN ${after(before, `${name}At`, 60)} END) AS ${name}(at)`;
  await database.query(
    `INSERT INTO whistle_participant (district_code, whistle_number, unit_code, unit_kind, role, called_at,
       signed_at, arrived_at, measures_at, measures, resolved_at, result, released_at)
     SELECT district_code, number, (ARRAY['${units.join("', '")}'])[unit],
       CASE unit WHEN 4 THEN 'INTERNAL_OFFICE' WHEN 5 THEN 'COMPANY' ELSE 'DEPARTMENT' END,
       CASE turn WHEN 0 THEN 'LEAD' ELSE 'ASSISTING' END,
       created_at + turn * interval '20 hours', signed.at, arrived.at, measured.at,
       CASE WHEN measured.at IS NOT NULL THEN '措施' END, resolved.at, CASE WHEN resolved.at IS NOT NULL THEN '办结' END,
       CASE WHEN turn = 2 AND ${pick("released", 5)} = 0 THEN created_at END
     FROM whistle CROSS JOIN generate_series(0, 2) AS turn
     CROSS JOIN LATERAL (SELECT number || turn, 1 + (right(number, 4)::int + turn) % 5) AS called(i, unit)
     ${step("signed", "created_at")} ${step("arrived", "signed.at")} ${step("measured", "arrived.at")} ${step("resolved", "measured.at")}`,
  );
  await database.query(
    `INSERT INTO whistle_clock (district_code, whistle_number, step, ordinal, bearer, started_at, due_at, met_at, stopped_at, paused_at)
     SELECT district_code, number, step, CASE step WHEN 'CHECKPOINT' THEN 1 ELSE 0 END,
       CASE WHEN step IN ('SIGN', 'ARRIVE') THEN 'EACH' ELSE 'LEAD' END, created_at,
       ${after("created_at + interval '1 hour'", "limit", 900)},
       CASE WHEN ${pick("met", 3)} = 0 THEN ${after("created_at", "metAt", 300)} END,
       CASE WHEN ${pick("stopped", 6)} = 0 THEN ${after("created_at", "stoppedAt", 300)} END,
       CASE WHEN ${pick("paused", 8)} = 0 THEN ${after("created_at", "pausedAt", 300)} END
     FROM whistle CROSS JOIN unnest(ARRAY['SIGN', 'ARRIVE', 'MEASURES', 'RESOLVE', 'CHECKPOINT']) AS step
     CROSS JOIN LATERAL (SELECT number || step) AS of(i)
     WHERE ${pick("clocked", 3)} > 0 AND right(number, 1) <> '0'`,
  );
  await database.query(
    `UPDATE whistle SET due_at = next.due_at FROM (
       SELECT whistle_number, min(due_at) AS due_at FROM whistle_clock
       WHERE met_at IS NULL AND stopped_at IS NULL AND coalesce(paused_at >= due_at, true) GROUP BY whistle_number
     ) AS next WHERE whistle.number = next.whistle_number`,
  );
  await database.query("ANALYZE whistle, whistle_participant, whistle_clock");
}

/** Asks the subgraph, and ends the test with whatever it refuses. */
export async function answerOf<Data>(
  subgraph: TestSubgraph,
  query: string,
  as: Principal | undefined,
): Promise<Data> {
  const { data, errors } = await subgraph.ask<Data>(query, {}, as ? { as } : {});
  if (errors.length > 0) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return data;
}

/** How long a list is: as it says itself, held against its pages walked to the end. */
export async function lengthOf(
  subgraph: TestSubgraph,
  list: "tickets" | "whistles",
  filter: string,
  as: Principal | undefined,
): Promise<number> {
  let rows = 0;
  let after = "";
  for (;;) {
    const page = `${list}(first: 100, filter: { ${filter} }${after && `, after: "${after}"`})`;
    const answer = await answerOf<Record<string, Listed>>(
      subgraph,
      `{ ${page} { totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }`,
      as,
    );
    const { totalCount, edges, pageInfo } = answer[list] as Listed;
    rows += edges.length;
    if (pageInfo.hasNextPage) after = pageInfo.endCursor;
    else if (totalCount === rows) return rows;
    else throw new Error(`${page} says ${totalCount} and lists ${rows}`);
  }
}

/** Every row of a list, as far as it is selected. */
export async function nodesOf<Node>(
  subgraph: TestSubgraph,
  list: "tickets" | "whistles",
  { filter = "", selection }: { filter?: string; selection: string },
  as: Principal | undefined,
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after = ""; ; ) {
    const answer = await answerOf<Record<string, Listed<{ readonly node: Node }>>>(
      subgraph,
      `{ ${list}(first: 100, filter: { ${filter} }${after && `, after: "${after}"`}) {
          edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`,
      as,
    );
    const page = answer[list];
    nodes.push(...(page?.edges.map(({ node }) => node) ?? []));
    if (!page?.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

interface Listed<Edge = object> {
  readonly totalCount: number;
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
