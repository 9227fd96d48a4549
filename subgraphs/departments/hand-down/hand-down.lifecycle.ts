import type { Actor, Move } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../departments.errors.ts";
import { missingFacts } from "../dispatch/dispatch-guard.ts";
import type { ListBatch } from "../item-list/list-batch.ts";
import type { PowerItem } from "../power-item/power-item.ts";
import { requireListKeeper } from "../require-list-keeper.ts";
import { requireText } from "../require-text.ts";
import type { Unit } from "../unit/unit.ts";
import { UnitKind } from "../unit/unit-kind.ts";
import { type HandDown, HandDownFact, recordedFacts } from "./hand-down.ts";

/** Refuses whoever does not hold the post in the unit whose turn it is (GZ-9). */
function requireHolder(
  post: Post,
  unit: string,
  { principal }: Actor,
  who: { en: string; zh: string },
): void {
  if (principal.post === post && principal.unit === unit) return;
  throw forbidden("GZ-9", principal, { ...who, posts: [post], units: [unit] });
}

/** 提出下沉: by the principal officer of the department whose duty it is. It binds nobody yet. */
export function proposeHandDown(
  reason: string,
  item: Pick<PowerItem, "code" | "bodyUnitCode">,
  receiver: Pick<Unit, "code" | "kind" | "districtCode">,
  actor: Actor,
): Omit<HandDown, "number" | "districtCode"> {
  requireHolder(Post.CHIEF_RESPONDER, item.bodyUnitCode, actor, {
    en: `a hand-down is proposed by the principal officer of ${item.bodyUnitCode}, whose item it is`,
    zh: `由事项所属单位 ${item.bodyUnitCode} 主要负责人提出`,
  });
  if (receiver.kind !== UnitKind.SUBDISTRICT_OFFICE || !item.bodyUnitCode.startsWith(receiver.districtCode)) {
    throw refuse("NOT_A_SUBDISTRICT", { unit: receiver.code, district: item.bodyUnitCode.slice(0, 6) });
  }
  return {
    itemCode: item.code,
    handingUnitCode: item.bodyUnitCode,
    receivingUnitCode: receiver.code,
    reason: requireText("reason", reason, 2_000),
    proposedAt: actor.at,
    approval: null,
    approvedBy: null,
    approvedAt: null,
    funds: null,
    fundsConfirmedBy: null,
    fundsConfirmedAt: null,
    conditions: null,
    conditionsConfirmedBy: null,
    conditionsConfirmedAt: null,
    listId: null,
    batchNumber: null,
    version: 1,
  };
}

/**
 * Puts one of the three facts on record. The district approves; that funds and working conditions came with the duty
 * is for the sub-district to confirm, not for the department to claim.
 */
export function recordFact(
  handDown: HandDown,
  fact: HandDownFact,
  evidence: string,
  actor: Actor,
): Move<HandDown> {
  const { unit } = actor.principal;
  if (fact === HandDownFact.APPROVAL) {
    requireHolder(Post.DISTRICT_LEADER, handDown.districtCode, actor, {
      en: `the district committee and government of ${handDown.districtCode} approve`,
      zh: `由 ${handDown.districtCode} 区委区政府批准`,
    });
  } else {
    requireHolder(Post.SUBDISTRICT_LEADER, handDown.receivingUnitCode, actor, {
      en: `the leader of ${handDown.receivingUnitCode} confirms what came with the duty`,
      zh: `由 ${handDown.receivingUnitCode} 负责人确认到位情况`,
    });
  }
  if (recordedFacts(handDown).some((recorded) => recorded.fact === fact)) {
    throw refuse("HAND_DOWN_FACT_RECORDED", { number: handDown.number, fact });
  }
  const text = requireText("evidence", evidence, 500);
  const { at } = actor;
  const changes: Record<HandDownFact, Partial<HandDown>> = {
    APPROVAL: { approval: text, approvedBy: unit, approvedAt: at },
    FUNDS: { funds: text, fundsConfirmedBy: unit, fundsConfirmedAt: at },
    WORKING_CONDITIONS: { conditions: text, conditionsConfirmedBy: unit, conditionsConfirmedAt: at },
  };
  return { change: changes[fact], kind: "HAND_DOWN_FACT_RECORDED", payload: { ...parties(handDown), fact } };
}

/** 列入清单: by the list keeper, in the open batch of the sub-district's duty list, and only when complete. */
export function listHandDown(handDown: HandDown, batch: ListBatch, actor: Actor): Move<HandDown> {
  requireListKeeper(handDown.districtCode, actor);
  const missing = missingFacts({
    approved: handDown.approval !== null,
    funded: handDown.funds !== null,
    equipped: handDown.conditions !== null,
  });
  if (missing.length > 0) {
    throw refuse("HAND_DOWN_INCOMPLETE", {
      number: handDown.number,
      missing: missing.map(([en]) => en).join(", "),
      missingZh: missing.map(([, zh]) => zh).join("、"),
    });
  }
  return {
    change: { listId: batch.listId, batchNumber: batch.number },
    kind: "HAND_DOWN_LISTED",
    payload: { ...parties(handDown), list: batch.listId, batch: batch.number },
  };
}

const parties = ({ number, itemCode, handingUnitCode, receivingUnitCode }: HandDown) => ({
  handDown: number,
  item: itemCode,
  from: handingUnitCode,
  to: receivingUnitCode,
});
