import type { EntityManager } from "typeorm";
import { ruleInForce } from "../../../subgraphs/tickets/class-problem/trend-rule.store.ts";
import { placeInHotClass } from "../../../subgraphs/tickets/hot-class/hot-class-placement.store.ts";
import { Ticket } from "../../../subgraphs/tickets/ticket/ticket.ts";

/** Demands of a district heard at most: the latest, so that loading many takes no longer. */
const LATEST = 300;

/**
 * Has the trend hear what came in lately, one demand after the other as intake would have: what many ask for just now is
 * found by the code that finds it always (诉求热点, ZY-21).
 */
export async function findHotClasses(
  transaction: EntityManager,
  districtCodes: Iterable<string>,
  now: Date,
): Promise<void> {
  for (const districtCode of districtCodes) {
    const rule = await ruleInForce(transaction, districtCode, now);
    const latest = await transaction
      .createQueryBuilder(Ticket, "ticket")
      .where({ districtCode })
      .andWhere("ticket.receivedAt >= :since", {
        since: new Date(now.getTime() - rule.hotWithinHours * 3_600_000),
      })
      .orderBy("ticket.receivedAt", "DESC")
      .limit(LATEST)
      .getMany();
    for (const ticket of latest.reverse()) {
      await placeInHotClass(transaction, ticket, rule, ticket.receivedAt);
    }
    await linkProblems(transaction, districtCode);
  }
}

/** Hot classes say which class problem came of them: that of most of their tickets. */
const linkProblems = (transaction: EntityManager, districtCode: string): Promise<unknown> =>
  transaction.query(
    `UPDATE hot_class SET class_problem_number = (
       SELECT mode() WITHIN GROUP (ORDER BY ticket.class_problem_number)
       FROM hot_class_ticket placed
       JOIN ticket ON (ticket.district_code, ticket.number) = (placed.district_code, placed.ticket_number)
       WHERE (placed.district_code, placed.hot_class_number) = (hot_class.district_code, hot_class.number))
     WHERE district_code = $1`,
    [districtCode],
  );
