import type { EntityManager } from "typeorm";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { nextNumber } from "../../shared/running-number.ts";
import type { HotClass } from "../hot-class/hot-class.ts";
import { HotClassState } from "../hot-class/hot-class.ts";
import { placeInHotClass, voicesOfHotClass } from "../hot-class/hot-class-placement.store.ts";
import { MatterRelation, matterRelation } from "../hot-class/kinship.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { ClassProblem, ClassProblemState, openStates } from "./class-problem.ts";
import { concentration, type Voice } from "./trend.ts";
import { ruleInForce } from "./trend-rule.store.ts";

/** 动态研判: a demand just taken in goes to those like it, though nobody has said yet what it is about. */
export async function hearTrend(transaction: EntityManager, ticket: Ticket, actor: Actor): Promise<void> {
  await lockTrend(transaction, ticket);
  const rule = await ruleInForce(transaction, ticket.districtCode, ticket.receivedAt);
  await placeInHotClass(transaction, ticket, rule, actor.at);
}

/**
 * Joins a matched ticket to the open class problem of its matter and place, or of the hot class it is in; or opens one
 * when the trend rule is met. Runs in the transaction that matched the ticket. Whoever looks at the same district waits
 * for the other, so the last of fifteen sees the fourteen before it and one problem is opened.
 */
export async function followTrend(transaction: EntityManager, ticket: Ticket, actor: Actor): Promise<Ticket> {
  const { districtCode, number, matterCode } = ticket;
  if (!matterCode || ticket.classProblemNumber) return ticket;
  await lockTrend(transaction, ticket);
  const rule = await ruleInForce(transaction, districtCode, ticket.receivedAt);
  const { hotClass = null, beside = [] } = (await placeInHotClass(transaction, ticket, rule, actor.at)) ?? {};

  const open = await openProblemFor(transaction, ticket, beside);
  if (open) {
    await link(transaction, districtCode, open, [number]);
    await record(transaction, actor, {
      subject: open,
      kind: "CLASS_PROBLEM_JOINED",
      payload: { tickets: [number] },
    });
    return Object.assign(ticket, { classProblemNumber: open });
  }

  if (hotClass?.state === HotClassState.DISMISSED) return ticket;
  const voices = await voicesAround(transaction, ticket, rule.withinHours, hotClass);
  if (hotClass?.state === HotClassState.OPEN) {
    voices.push(...(await voicesBeside(transaction, ticket, hotClass, beside, voices)));
  }
  const tickets = concentration(voices, rule);
  if (tickets.length === 0) return ticket;
  const problem = await openProblem(
    transaction,
    ticket,
    { matterCode, ruleVersion: rule.version, tickets },
    actor,
  );
  if (hotClass) {
    await transaction.query(
      "UPDATE hot_class SET class_problem_number = $3 WHERE district_code = $1 AND number = $2",
      [districtCode, hotClass.number, problem],
    );
  }
  return tickets.includes(number) ? Object.assign(ticket, { classProblemNumber: problem }) : ticket;
}

/** The class problem that is open for its matter in its place, or that those like it are in. */
async function openProblemFor(
  transaction: EntityManager,
  { districtCode, matterCode, estateCode, gridCode }: Ticket,
  beside: readonly string[],
): Promise<string | null> {
  const open = await transaction
    .createQueryBuilder(ClassProblem, "problem")
    .where({ districtCode })
    .andWhere("problem.state = ANY(:openStates)", { openStates })
    .andWhere(
      `(problem.matterCode = :matterCode AND coalesce(problem.estateCode, problem.gridCode) = :place
        OR problem.number IN (
          SELECT class_problem_number FROM ticket WHERE district_code = :districtCode AND number = ANY(:beside)))`,
      { matterCode, place: estateCode ?? gridCode, districtCode, beside },
    )
    .orderBy("problem.openedAt")
    .getMany();
  const [problem] = open.filter((each) => isAbout(each.matterCode, matterCode));
  return problem?.number ?? null;
}

/** One matter, or one of the same class of the catalogue. */
const isAbout = (one: string | null, other: string | null): boolean =>
  [MatterRelation.SAME, MatterRelation.SIBLING].includes(matterRelation(one, other));

/**
 * Demands of the ticket's hot class that the centre matched to its matter or to one beside it, about one place with it
 * by the names they use or as far as anybody could place them. What nobody has matched yet counts for nothing.
 */
async function voicesBeside(
  transaction: EntityManager,
  { districtCode, matterCode }: Ticket,
  hotClass: HotClass,
  beside: readonly string[],
  counted: readonly Voice[],
): Promise<Voice[]> {
  const voices = await voicesOfHotClass(transaction, districtCode, hotClass.number);
  const matters: { number: string; matter: string | null }[] = await transaction.query(
    `SELECT number, matter_code AS matter FROM ticket
     WHERE district_code = $1 AND number = ANY($2) AND class_problem_number IS NULL`,
    [districtCode, beside],
  );
  const about = new Set(
    matters.filter(({ matter }) => isAbout(matter, matterCode)).map(({ number }) => number),
  );
  for (const { ticket } of counted) about.delete(ticket);
  return voices.filter(({ ticket }) => about.has(ticket));
}

/** Whatever lies in a district: a ticket, a class problem, a hot class. */
type Trending = Pick<Ticket, "districtCode">;

/**
 * Held to the end of the transaction, and taken before any row is changed: who opens a class problem changes the rows
 * of others. Closing one takes it too, so that no ticket joins what is being closed. One for a district: likeness knows
 * no bounds of matter and place, and judging takes a few hundredths of a second.
 */
export async function lockTrend(transaction: EntityManager, { districtCode }: Trending): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`trend:${districtCode}`]);
}

/** Demands about the ticket's matter in its place that nobody put elsewhere, so near in time that one span could hold both. */
async function voicesAround(
  transaction: EntityManager,
  ticket: Ticket,
  hours: number,
  hotClass: HotClass | null,
): Promise<Voice[]> {
  if (!ticket.estateCode && !ticket.gridCode) return [];
  const span = hours * 3_600_000;
  const received = ticket.receivedAt.getTime();
  return transaction.query(
    `WITH alike AS (
       SELECT number FROM ticket
       WHERE district_code = $1 AND matter_code = $2 AND class_problem_number IS NULL
         AND CASE WHEN $3::text IS NULL THEN estate_code IS NULL AND grid_code = $4 ELSE estate_code = $3 END
         AND received_at BETWEEN $5 AND $6 AND state NOT IN ('REJECTED', 'MERGED')
         AND NOT EXISTS (
           SELECT FROM hot_class_ticket apart
           WHERE apart.district_code = $1 AND apart.ticket_number = number AND apart.placed_by = 'PERSON'
             AND apart.hot_class_number IS DISTINCT FROM $7)
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
      hotClass?.number ?? null,
    ],
  );
}

async function openProblem(
  transaction: EntityManager,
  { districtCode, divisionCode, ...ticket }: Ticket,
  found: { matterCode: string; ruleVersion: number; tickets: readonly string[] },
  actor: Actor,
): Promise<string> {
  const number = await nextNumber(transaction, districtCode, "CLASS_PROBLEM", actor.at);
  const { matterCode, ruleVersion, tickets } = found;
  const { estateCode, gridCode } = await placeOfMost(transaction, districtCode, tickets, ticket);
  await transaction.insert(ClassProblem, {
    districtCode,
    number,
    state: ClassProblemState.OPEN,
    matterCode,
    divisionCode,
    estateCode,
    gridCode,
    ruleVersion,
    openedAt: actor.at,
    version: 1,
  });
  await link(transaction, districtCode, number, tickets);
  await record(transaction, actor, {
    subject: number,
    kind: "CLASS_PROBLEM_OPENED",
    payload: { matter: matterCode, estate: estateCode, grid: gridCode, tickets },
  });
  return number;
}

/** The ticket's own estate or grid where most of the tickets lie in it; none where they lie all around. */
async function placeOfMost(
  transaction: EntityManager,
  districtCode: string,
  tickets: readonly string[],
  { estateCode, gridCode }: Pick<Ticket, "estateCode" | "gridCode">,
): Promise<Pick<Ticket, "estateCode" | "gridCode">> {
  const [{ most }]: [{ most: boolean }] = await transaction.query(
    `SELECT count(*) FILTER (WHERE estate_code = $3 OR $3 IS NULL AND grid_code = $4) * 2 >= count(*) AS most
     FROM ticket WHERE district_code = $1 AND number = ANY($2)`,
    [districtCode, tickets, estateCode, gridCode],
  );
  if (!most) return { estateCode: null, gridCode: null };
  return estateCode ? { estateCode, gridCode: null } : { estateCode: null, gridCode };
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
