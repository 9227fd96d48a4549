import type { EntityManager } from "typeorm";
import type { CallBackDue } from "../../../subgraphs/evaluation/call-back/call-back-due.ts";
import { recountRates } from "../../../subgraphs/evaluation/rates/rate.store.ts";
import { RateRule, ruleInForce } from "../../../subgraphs/evaluation/rates/rate-rule.ts";
import { countingDay } from "../../../subgraphs/evaluation/rates/three-rates.ts";
import { dayOf } from "../../../subgraphs/shared/calendar.ts";
import { Post, type Principal } from "../../../subgraphs/shared/principal.ts";
import { TicketState } from "../../../subgraphs/tickets/ticket/ticket-state.ts";
import { principalOf } from "../world/officials.ts";
import type { CallBackRow, LogRow, TicketStory } from "../world/tickets/ticket-story.ts";
import type { World } from "../world/world.ts";
import { accusationsOf, accusedOfSilence, enterAccusations, type Panel, type Raised } from "./accusations.ts";
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

  const panel = panelOf(world, now);
  const raised: Raised[] = [];
  const silent: Raised[] = [];
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
    silent.push(...stories.flatMap((story) => accusedOfSilence(story, panel)));
  }
  raised.push(...firstOfEachDistrict(silent));
  await log.add(await enterAccusations(raised, panel, insert, transaction));
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

/** So many of each district: the office proposes few by itself. */
const SILENT = 4;

function firstOfEachDistrict(raised: readonly Raised[]): Raised[] {
  const districts = new Set(raised.map(({ accusation }) => accusation.respondent.slice(0, 6)));
  return [...districts].flatMap((district) =>
    raised.filter(({ accusation }) => accusation.respondent.startsWith(district)).slice(0, SILENT),
  );
}

/** Principal officers, secretaries and first leaders speak for their units. */
function panelOf(world: World, now: Date): Panel {
  const speakers = new Map<string, Principal>();
  const offices = new Map<string, Principal>();
  for (const official of world.officials()) {
    const { post, unitCode } = official;
    if (post === Post.PERFORMANCE_OFFICE) offices.set(official.divisionCode, principalOf(official));
    const speaks = [Post.CHIEF_RESPONDER, Post.SUBDISTRICT_LEADER, Post.COMMUNITY_SECRETARY].includes(post);
    if (speaks && !speakers.has(unitCode)) speakers.set(unitCode, principalOf(official));
  }
  return {
    now,
    speaker: (unit) => speakers.get(unit),
    office: (district) => {
      const office = offices.get(district);
      if (!office) throw new RangeError(`${district} has no performance office`);
      return office;
    },
  };
}

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
