import type { EntityManager } from "typeorm";
import { dayOf } from "../../shared/calendar.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { everyDistrict } from "../limit/time-limit.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { ClassProblem, ClassProblemState } from "./class-problem.ts";
import { concentration, type Voice } from "./trend.ts";
import { TrendRule } from "./trend-rule.ts";

/**
 * Joins a matched ticket to the open class problem of its matter and place, or opens one when the trend rule is met.
 * Runs in the transaction that matched the ticket. Whoever looks at the same matter and place waits for the other, so
 * the last of fifteen sees the fourteen before it and one problem is opened.
 */
export async function followTrend(transaction: EntityManager, ticket: Ticket, actor: Actor): Promise<Ticket> {
  const { matterCode } = ticket;
  const place = ticket.estateCode ?? ticket.gridCode;
  if (!matterCode || !place || ticket.classProblemNumber) return ticket;
  await lockTrend(transaction, ticket);

  const open = await transaction
    .createQueryBuilder(ClassProblem, "problem")
    .where({ districtCode: ticket.districtCode, matterCode })
    .andWhere("coalesce(problem.estateCode, problem.gridCode) = :place", { place })
    .andWhere("problem.state <> :closed", { closed: ClassProblemState.CLOSED })
    .getOne();
  if (open) {
    await link(transaction, ticket.districtCode, open.number, [ticket.number]);
    await record(transaction, actor, {
      subject: open.number,
      kind: "CLASS_PROBLEM_JOINED",
      payload: { tickets: [ticket.number] },
    });
    return Object.assign(ticket, { classProblemNumber: open.number });
  }

  const rule = await ruleInForce(transaction, ticket);
  const tickets = concentration(await voicesAround(transaction, ticket, rule.withinHours), rule);
  if (tickets.length === 0) return ticket;
  const number = await openProblem(
    transaction,
    ticket,
    { matterCode, ruleVersion: rule.version, tickets },
    actor,
  );
  return tickets.includes(ticket.number) ? Object.assign(ticket, { classProblemNumber: number }) : ticket;
}

/** Whatever has a matter and lies in a place: a ticket, or a class problem. */
type Trending = Pick<Ticket, "districtCode" | "matterCode" | "estateCode" | "gridCode">;

/**
 * Held to the end of the transaction, and taken before any row is changed: who opens a class problem changes the rows
 * of others. Closing one takes it too, so that no ticket joins what is being closed.
 */
export async function lockTrend(
  transaction: EntityManager,
  { districtCode, matterCode, estateCode, gridCode }: Trending,
): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    ["trend", districtCode, matterCode, estateCode ?? gridCode].join(":"),
  ]);
}

const ruleInForce = (transaction: EntityManager, { districtCode, receivedAt }: Ticket): Promise<TrendRule> =>
  transaction
    .createQueryBuilder(TrendRule, "rule")
    .where("rule.districtCode IN (:districtCode, :everyDistrict)", { districtCode, everyDistrict })
    .andWhere("rule.validFrom <= :day", { day: dayOf(receivedAt) })
    .orderBy("rule.districtCode = :everyDistrict")
    .addOrderBy("rule.version", "DESC")
    .limit(1)
    .getOneOrFail();

/** Demands about the ticket's matter in its place, so near in time that one span could hold both. */
async function voicesAround(transaction: EntityManager, ticket: Ticket, hours: number): Promise<Voice[]> {
  const span = hours * 3_600_000;
  const received = ticket.receivedAt.getTime();
  return transaction.query(
    `WITH alike AS (
       SELECT number FROM ticket
       WHERE district_code = $1 AND matter_code = $2 AND class_problem_number IS NULL
         AND CASE WHEN $3::text IS NULL THEN estate_code IS NULL AND grid_code = $4 ELSE estate_code = $3 END
         AND received_at BETWEEN $5 AND $6 AND state NOT IN ('REJECTED', 'MERGED')
     ), counted AS (
       SELECT number AS ticket, number FROM alike
       UNION ALL
       SELECT alike.number, merged.number FROM alike
       JOIN ticket merged ON merged.district_code = $1 AND merged.merged_into_number = alike.number
     )
     SELECT counted.ticket, demand.received_at AS at, demander.identity, demander.phone
     FROM counted
     JOIN demand ON demand.district_code = $1 AND demand.ticket_number = counted.number
     LEFT JOIN demander ON demander.district_code = $1 AND demander.id = demand.demander_id`,
    [
      ticket.districtCode,
      ticket.matterCode,
      ticket.estateCode,
      ticket.gridCode,
      new Date(received - span),
      new Date(received + span),
    ],
  );
}

async function openProblem(
  transaction: EntityManager,
  { districtCode, divisionCode, estateCode, gridCode }: Ticket,
  found: { matterCode: string; ruleVersion: number; tickets: readonly string[] },
  actor: Actor,
): Promise<string> {
  const number = await nextNumber(transaction, districtCode, "CLASS_PROBLEM", actor.at);
  const { matterCode, ruleVersion, tickets } = found;
  const place = estateCode ? { estateCode } : { gridCode };
  await transaction.insert(ClassProblem, {
    districtCode,
    number,
    state: ClassProblemState.OPEN,
    matterCode,
    divisionCode,
    ...place,
    ruleVersion,
    openedAt: actor.at,
    version: 1,
  });
  await link(transaction, districtCode, number, tickets);
  await record(transaction, actor, {
    subject: number,
    kind: "CLASS_PROBLEM_OPENED",
    payload: { matter: matterCode, estate: estateCode, grid: estateCode ? null : gridCode, tickets },
  });
  return number;
}

const link = (
  transaction: EntityManager,
  districtCode: string,
  problem: string,
  tickets: readonly string[],
): Promise<unknown> =>
  transaction.query(
    "UPDATE ticket SET class_problem_number = $2 WHERE district_code = $1 AND number = ANY($3)",
    [districtCode, problem, tickets],
  );
