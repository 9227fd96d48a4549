import { dayOf } from "../../shared/calendar.ts";
import { type Actor, type Move, movesFrom } from "../../shared/move.ts";
import { coversDivision, districtOf, Post } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { isCentre, requireAxis } from "../axes.ts";
import { refuse } from "../city-management.errors.ts";
import { requireText, textIfAny } from "../require-text.ts";
import type { StreetOrderStandard } from "../street-order-standard/street-order-standard.ts";
import { handlingDueAt, isOverdue } from "./street-order-case.deadline.ts";
import { FoundBy, type StreetOrderCase } from "./street-order-case.ts";
import { StreetOrderState as S } from "./street-order-state.ts";
import { type StreetOrderStep, StreetOrderStepName } from "./street-order-step.ts";

/** What was done at a step; when and by whom, the actor tells. */
export type StepTaken = Pick<StreetOrderStep, "step" | "passed" | "note">;

/** A move of a case, with the step that it is. */
export interface StreetOrderMove extends Move<StreetOrderCase> {
  readonly taken: StepTaken;
}

/** From which states a step is legal. Illegal steps are refused here and nowhere else. */
export const legalFrom = {
  ESTABLISHMENT: [S.COLLECTED],
  DISPATCH: [S.ESTABLISHED],
  HANDLING: [S.DISPATCHED],
  FEEDBACK: [S.HANDLED],
  VERIFICATION: [S.FEEDBACK_GIVEN],
  EVALUATION: [S.CLOSED],
} as const satisfies Readonly<Record<Exclude<StreetOrderStepName, "COLLECTION">, readonly S[]>>;

function requireTurn({ number, state }: StreetOrderCase, step: keyof typeof legalFrom): void {
  const allowed: readonly S[] = legalFrom[step];
  if (allowed.includes(state)) return;
  throw refuse("STREET_ORDER_STEP_OUT_OF_TURN", {
    number,
    state,
    step,
    states: allowed,
    moves: movesFrom<keyof typeof legalFrom, S>(legalFrom, state),
  });
}

/** The department a unit is of: a bureau's stations are as much of it as the bureau itself. */
const departmentOf = (unit: string): string => `${districtOf(unit)}${unit.replace(/^\d+/, "") || unit}`;

/** 处理者不评判: the one that handles does not judge, whatever else its people may do. */
function requireJudge({ number, districtCode, handlingUnitCode }: StreetOrderCase, actor: Actor): void {
  const { unit } = actor.principal;
  if (handlingUnitCode && departmentOf(unit) === departmentOf(handlingUnitCode)) {
    throw refuse("STREET_ORDER_JUDGED_BY_HANDLER", { unit, number });
  }
  requireAxis("SUPERVISION", districtCode, actor);
}

const taken = (step: StreetOrderStepName, note: string | null, passed: boolean | null = null): StepTaken => ({
  step,
  note,
  passed,
});

/** What somebody found; where a component is at fault, its grid and sub-class come with its code. */
export type Finding = Pick<
  StreetOrderCase,
  | "kind"
  | "subclassCode"
  | "componentCode"
  | "gridCode"
  | "place"
  | "description"
  | "foundBy"
  | "ticketNumber"
  | "creditCode"
  | "partyName"
  | "partyPhone"
  | "partyPersonId"
  | "partyResidentId"
>;

/** 信息收集: by whoever serves where it lies. Residents turn to 12345, and their ticket leads here. */
export function collect(finding: Finding, actor: Actor): Omit<StreetOrderCase, "number"> {
  const { principal, at } = actor;
  const serves = principal.post !== Post.RESIDENT && principal.post !== Post.SERVICE;
  if (!serves || principal.division === "" || !coversDivision(principal, finding.gridCode)) {
    throw forbidden("OWN-PLACE", principal, {
      en: "a case is reported by those who serve where it lies; residents turn to 12345",
      zh: "案件由当地在岗人员上报；居民请拨打 12345",
    });
  }
  if ((finding.foundBy === FoundBy.TICKET) !== (finding.ticketNumber !== null)) {
    throw unfit("CJJ/T 106", "ticket", {
      en: "give the ticket where a ticket led here, and only there",
      zh: "问题来源为工单时须填写工单编号，其他来源不填",
    });
  }
  return {
    ...finding,
    place: requireText("place", finding.place, 200),
    description: requireText("description", finding.description),
    districtCode: districtOf(finding.gridCode),
    state: S.COLLECTED,
    collectedAt: at,
    handlingUnitCode: null,
    dispatchedAt: null,
    limitAmount: null,
    limitUnit: null,
    dueAt: null,
    handledAt: null,
    closedAt: null,
    version: 1,
  };
}

/** 案卷建立: registered where the district's standard says so, otherwise declined, with the grounds. */
export function establish(
  found: StreetOrderCase,
  { passed, note }: { readonly passed: boolean; readonly note?: string | undefined },
  standard: StreetOrderStandard | null,
  actor: Actor,
): StreetOrderMove {
  requireAxis("SUPERVISION", found.districtCode, actor);
  requireTurn(found, "ESTABLISHMENT");
  if (passed) requireStandard(found, standard, actor);
  return {
    change: { state: passed ? S.ESTABLISHED : S.DECLINED },
    kind: passed ? "STREET_ORDER_ESTABLISHED" : "STREET_ORDER_DECLINED",
    payload: { case: found.number },
    taken: taken(
      StreetOrderStepName.ESTABLISHMENT,
      passed ? textIfAny("note", note, 2_000) : requireText("note", note ?? ""),
      passed,
    ),
  };
}

/** 任务派遣: the clock starts, by the standard in force that day. */
export function dispatch(
  established: StreetOrderCase,
  { handlingUnit, note }: { readonly handlingUnit: string; readonly note?: string | undefined },
  standard: StreetOrderStandard | null,
  actor: Actor,
): StreetOrderMove {
  const { number, districtCode } = established;
  requireAxis("COMMAND", districtCode, actor);
  requireTurn(established, "DISPATCH");
  if (isCentre(districtCode, handlingUnit)) {
    throw refuse("STREET_ORDER_HANDLED_BY_CENTRE", { unit: handlingUnit, number });
  }
  if (districtOf(handlingUnit) !== districtCode) {
    throw unfit("OWN-DISTRICT", "handlingUnit", {
      en: `give a unit of ${districtCode}`,
      zh: `须为 ${districtCode} 的单位`,
    });
  }
  const { limitAmount, limitUnit } = requireStandard(established, standard, actor);
  const dueAt = handlingDueAt(actor.at, { limitAmount, limitUnit });
  return {
    change: {
      state: S.DISPATCHED,
      handlingUnitCode: handlingUnit,
      dispatchedAt: actor.at,
      limitAmount,
      limitUnit,
      dueAt,
    },
    kind: "STREET_ORDER_DISPATCHED",
    payload: { case: number, handlingUnit, dueAt: dueAt.toISOString() },
    taken: taken(StreetOrderStepName.DISPATCH, textIfAny("note", note, 2_000)),
  };
}

/** 任务处理: by the unit it was sent to, and of that unit by who answers for the place. */
export function handle(dispatched: StreetOrderCase, measures: string, actor: Actor): StreetOrderMove {
  const { number, gridCode, handlingUnitCode } = dispatched;
  const { principal, at } = actor;
  requireTurn(dispatched, "HANDLING");
  if (principal.unit !== handlingUnitCode || !coversDivision(principal, gridCode)) {
    throw refuse("STREET_ORDER_NOT_THE_HANDLER", { number, handler: handlingUnitCode, unit: principal.unit });
  }
  return {
    change: { state: S.HANDLED, handledAt: at },
    kind: "STREET_ORDER_HANDLED",
    payload: { case: number, handlingUnit: handlingUnitCode, overdue: isOverdue(dispatched, at) },
    taken: taken(StreetOrderStepName.HANDLING, requireText("measures", measures)),
  };
}

/** 处理反馈: the command centre tells the supervision centre. */
export function feedBack(handled: StreetOrderCase, note: string | undefined, actor: Actor): StreetOrderMove {
  requireAxis("COMMAND", handled.districtCode, actor);
  requireTurn(handled, "FEEDBACK");
  return {
    change: { state: S.FEEDBACK_GIVEN },
    kind: "STREET_ORDER_FEEDBACK_GIVEN",
    payload: { case: handled.number },
    taken: taken(StreetOrderStepName.FEEDBACK, textIfAny("note", note, 2_000)),
  };
}

/** 核查结案: what does not meet the closing condition goes back to the handling unit, and its clock runs on. */
export function verify(
  answered: StreetOrderCase,
  { passed, finding }: { readonly passed: boolean; readonly finding: string },
  actor: Actor,
): StreetOrderMove {
  requireJudge(answered, actor);
  requireTurn(answered, "VERIFICATION");
  return {
    change: passed ? { state: S.CLOSED, closedAt: actor.at } : { state: S.DISPATCHED, handledAt: null },
    kind: passed ? "STREET_ORDER_CLOSED" : "STREET_ORDER_SENT_BACK",
    payload: { case: answered.number, handlingUnit: answered.handlingUnitCode },
    taken: taken(StreetOrderStepName.VERIFICATION, requireText("finding", finding), passed),
  };
}

/** 综合评价: how it went, from the report to the closing. */
export function evaluate(closed: StreetOrderCase, opinion: string, actor: Actor): StreetOrderMove {
  requireJudge(closed, actor);
  requireTurn(closed, "EVALUATION");
  return {
    change: { state: S.EVALUATED },
    kind: "STREET_ORDER_EVALUATED",
    payload: {
      case: closed.number,
      handlingUnit: closed.handlingUnitCode,
      overdue: isOverdue(closed, actor.at),
    },
    taken: taken(StreetOrderStepName.EVALUATION, requireText("opinion", opinion)),
  };
}

function requireStandard(
  { districtCode, subclassCode }: StreetOrderCase,
  standard: StreetOrderStandard | null,
  { at }: Actor,
): StreetOrderStandard {
  if (standard) return standard;
  throw refuse("STREET_ORDER_NO_STANDARD", {
    district: districtCode,
    subclass: subclassCode,
    day: dayOf(at),
  });
}
