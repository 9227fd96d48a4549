import type { EntityManager } from "typeorm";
import type { CallBackDue } from "../../../subgraphs/evaluation/call-back/call-back-due.ts";
import { recountRates } from "../../../subgraphs/evaluation/rates/rate.store.ts";
import { RateRule, ruleInForce } from "../../../subgraphs/evaluation/rates/rate-rule.ts";
import { countingDay } from "../../../subgraphs/evaluation/rates/three-rates.ts";
import { dayOf } from "../../../subgraphs/shared/calendar.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { TicketState } from "../../../subgraphs/tickets/ticket/ticket-state.ts";
import type { CallBackRow, LogRow, TicketStory } from "../world/tickets/ticket-story.ts";
import type { World } from "../world/world.ts";
import { accusationsOf, enterAccusations, type Raised } from "./accusations.ts";
import { chunks } from "./chunks.ts";
import { type Acting, gradeLog } from "./grade-log.ts";
import type { InsertRows } from "./insert-rows.ts";
import { openLog } from "./log.ts";
import { STORIES } from "./tickets.ts";

/** The same tickets are told again for what became of them here, so that nothing is kept in between. */
export async function loadEvaluation(
  world: World,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  const now = new Date(world.frame.now);
  const log = await openLog(transaction, insert);
  const rules = await transaction.find(RateRule);
  const dayFor = ({ districtCode, recordedAt }: CallBackRow) =>
    countingDay(recordedAt, ruleInForce(rules, districtCode, dayOf(recordedAt)).dayBoundary);
  const officeOf = performanceOffices(world);

  const raised: Raised[] = [];
  for (const stories of chunks(world.tickets(), STORIES)) {
    const callBacks = stories.flatMap((story) => story.callBacks);
    await insert("call_back", callBacks, (callBack) => ({ ...callBack, countingDay: dayFor(callBack) }));
    await log.add(callBacks.map(callBackLog));
    await insert("call_back_due", stories.flatMap(callBackDueOf));

    const whistles = stories.flatMap((story) => story.whistles);
    await insert(
      "whistle_evaluation",
      whistles.flatMap(({ evaluations }) => evaluations),
    );
    await log.add(whistles.flatMap((whistle) => gradeLog(whistle, officeOf)));
    raised.push(...whistles.flatMap((whistle) => accusationsOf(whistle, now)));
  }
  await log.add(await enterAccusations(raised, insert, transaction));
  await recountRates(transaction);
  await log.write();
}

/** Answered, and nobody has asked yet what the demander says. */
function callBackDueOf({ ticket }: TicketStory): CallBackDue[] {
  const { districtCode, number, state, feedbackAt, divisionCode, handlingUnitCode } = ticket;
  if (state !== TicketState.FEEDBACK_GIVEN || !feedbackAt || !handlingUnitCode) return [];
  return [{ districtCode, ticketNumber: number, feedbackAt, divisionCode, handlingUnitCode }];
}

const callBackLog = (callBack: CallBackRow): LogRow => {
  const { ticketNumber: ticket, contacted, solved, satisfaction, valid } = callBack;
  return {
    subject: ticket,
    kind: "CALL_BACK_RECORDED",
    at: callBack.recordedAt,
    actorPost: callBack.callerPost,
    actorUnit: callBack.callerUnitCode,
    actorId: callBack.callerId,
    payload: { ticket, contacted, solved, satisfaction, valid },
  };
};

/** Who puts grades on record in each district (KF-15). */
function performanceOffices(world: World): (districtCode: string) => Acting {
  const offices = new Map(
    [...world.officials()]
      .filter(({ post }) => post === Post.PERFORMANCE_OFFICE)
      .map(({ id, post, unitCode, divisionCode }) => [
        divisionCode,
        { actorId: id, actorPost: post, actorUnit: unitCode },
      ]),
  );
  return (districtCode) => {
    const office = offices.get(districtCode);
    if (!office) throw new RangeError(`${districtCode} has no performance office`);
    return office;
  };
}
