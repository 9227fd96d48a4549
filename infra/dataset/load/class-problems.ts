import type { EntityManager } from "typeorm";
import { nextNumber } from "../../../subgraphs/shared/running-number.ts";
import { concentration } from "../../../subgraphs/tickets/class-problem/trend.ts";
import { TrendRule } from "../../../subgraphs/tickets/class-problem/trend-rule.ts";
import { everyDistrict } from "../../../subgraphs/tickets/limit/time-limit.ts";
import type { LogRow } from "../world/tickets/ticket-story.ts";
import type { InsertRows } from "./insert-rows.ts";

/** A demand, where many like it were heard, with when its ticket was matched and by whom. */
interface Heard {
  readonly districtCode: string;
  readonly matterCode: string;
  readonly place: string;
  readonly divisionCode: string;
  readonly estateCode: string | null;
  readonly gridCode: string | null;
  readonly ticket: string;
  readonly at: Date;
  readonly identity: string | null;
  readonly phone: string | null;
  readonly matchedAt: Date;
  readonly matchedBy: Pick<LogRow, "actorId" | "actorPost" | "actorUnit">;
}

/** What the trend rule makes of the demands about one matter in one place. */
interface Found {
  readonly opening: Heard;
  readonly tickets: readonly string[];
  /** Matched after the problem was opened. */
  readonly joining: readonly Heard[];
}

/**
 * Opens the class problems (一类问题) that the trend rule would have opened as the tickets were matched, one by one, and
 * joins to them what came later (ZY-21). Nobody has worked on them yet.
 */
export async function openClassProblems(transaction: EntityManager, insert: InsertRows): Promise<LogRow[]> {
  // Rows of the same transaction: nobody else has counted them for the planner.
  await transaction.query("ANALYZE ticket, demand, demander, told");
  const rule = await transaction.findOneByOrFail(TrendRule, { districtCode: everyDistrict });
  const groups = new Map<string, Heard[]>();
  for (const heard of await heardOften(transaction, rule)) {
    const key = `${heard.matterCode} ${heard.place}`;
    groups.set(key, [...(groups.get(key) ?? []), heard]);
  }
  const found = [...groups.values()]
    .flatMap((heard) => follow(heard, rule) ?? [])
    .sort((one, other) => one.opening.matchedAt.getTime() - other.opening.matchedAt.getTime());

  const problems = [];
  const links: [ticket: string, problem: string][] = [];
  const log: LogRow[] = [];
  for (const { opening, tickets, joining } of found) {
    const { districtCode, matterCode, divisionCode, estateCode, matchedAt: openedAt } = opening;
    const number = await nextNumber(transaction, districtCode, "CLASS_PROBLEM", openedAt);
    const gridCode = estateCode ? null : opening.gridCode;
    const place = { matterCode, divisionCode, estateCode, gridCode };
    problems.push({ districtCode, number, state: "OPEN", ...place, ruleVersion: rule.version, openedAt });
    const told = (kind: string, { matchedAt: at, matchedBy }: Heard, payload: Record<string, unknown>) =>
      log.push({ subject: number, kind, at, ...matchedBy, payload });
    told("CLASS_PROBLEM_OPENED", opening, {
      matter: matterCode,
      estate: estateCode,
      grid: gridCode,
      tickets,
    });
    for (const each of joining) told("CLASS_PROBLEM_JOINED", each, { tickets: [each.ticket] });
    for (const ticket of [...tickets, ...joining.map((each) => each.ticket)]) links.push([ticket, number]);
  }
  await insert("class_problem", problems);
  await transaction.query(
    `UPDATE ticket SET class_problem_number = problem FROM unnest($1::text[], $2::text[]) AS link(ticket, problem)
     WHERE district_code = left(link.ticket, 6) AND number = link.ticket`,
    [links.map(([ticket]) => ticket), links.map(([, problem]) => problem)],
  );
  return log;
}

/** Goes through the tickets as they were matched until the rule is met; null when it never is. */
function follow(heard: readonly Heard[], rule: TrendRule): Found | null {
  const matched = heard.toSorted((one, other) => one.matchedAt.getTime() - other.matchedAt.getTime());
  for (const opening of matched) {
    const known = matched.filter(({ matchedAt }) => matchedAt <= opening.matchedAt);
    const tickets = concentration(known, rule);
    if (tickets.length === 0) continue;
    const later = new Map(
      matched.filter(({ matchedAt }) => matchedAt > opening.matchedAt).map((each) => [each.ticket, each]),
    );
    return {
      opening,
      tickets,
      joining: [...later.values()].filter(({ ticket }) => !tickets.includes(ticket)),
    };
  }
  return null;
}

/** Only of matters and places with as many demands in some span as the rule asks for, so that few rows are fetched. */
const heardOften = (transaction: EntityManager, rule: TrendRule): Promise<Heard[]> =>
  transaction.query(
    `WITH heard AS (
       SELECT ticket.district_code, ticket.matter_code, coalesce(ticket.estate_code, ticket.grid_code) AS place,
              ticket.division_code, ticket.estate_code, ticket.grid_code, ticket.number, ticket.matched_at,
              demand.received_at, demander.identity, demander.phone
       FROM demand
       JOIN ticket AS own ON (own.district_code, own.number) = (demand.district_code, demand.ticket_number)
       JOIN ticket ON ticket.district_code = own.district_code
         AND ticket.number = coalesce(own.merged_into_number, own.number)
       LEFT JOIN demander ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
       WHERE ticket.matched_at IS NOT NULL AND ticket.state <> 'REJECTED'
         AND coalesce(ticket.estate_code, ticket.grid_code) IS NOT NULL
     ), spanned AS (
       SELECT matter_code, place, received_at,
              lead(received_at, $1 - 1) OVER (PARTITION BY matter_code, place ORDER BY received_at) AS enough_at
       FROM heard
     ), often AS MATERIALIZED (
       SELECT DISTINCT matter_code, place FROM spanned
       WHERE enough_at <= received_at + make_interval(hours => $2)
     )
     SELECT heard.district_code AS "districtCode", matter_code AS "matterCode", place,
            division_code AS "divisionCode", estate_code AS "estateCode", grid_code AS "gridCode",
            number AS ticket, received_at AS at, identity, phone, matched_at AS "matchedAt",
            jsonb_build_object('actorId', actor_id, 'actorPost', actor_post, 'actorUnit', actor_unit) AS "matchedBy"
     FROM heard
     JOIN often USING (matter_code, place)
     JOIN told ON told.subject = heard.number AND told.kind = 'TICKET_MATCHED' AND told.at = heard.matched_at
     ORDER BY received_at, number`,
    [rule.distinctDemanders, rule.withinHours],
  );
