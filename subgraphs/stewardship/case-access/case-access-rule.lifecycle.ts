import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { readExtent } from "../data-grant/extent.ts";
import { requireOwner, requireOwnerOrBureau } from "../require-owner.ts";
import { requireText } from "../require-text.ts";
import { refuse } from "../stewardship.errors.ts";
import type { CaseAccessRule } from "./case-access-rule.ts";
import type { SetCaseAccessRuleInput } from "./case-access-rule-input.ts";

/** 设定: by the owner alone, of what is its own. */
export function setRule(
  input: SetCaseAccessRuleInput,
  ownerUnit: string,
  actor: Actor,
): Omit<CaseAccessRule, "number" | "districtCode"> {
  requireOwner(ownerUnit, actor);
  if (input.parts.length === 0) {
    throw refuseShared("BAD_INPUT", { field: "parts", problem: "name one", problemZh: "请列出角色" });
  }
  return {
    owner: input.owner,
    ownerUnit,
    parts: [...new Set(input.parts)],
    ...readExtent(input, actor.at),
    reason: requireText("reason", input.reason, 2_000),
    setAt: actor.at,
    setBy: actor.principal.id,
    withdrawnAt: null,
    withdrawnByUnit: null,
    withdrawalReason: null,
    version: 1,
  };
}

/** 撤回: by the owner, or by the data bureau's steward, who may withdraw any of the district. */
export function withdrawRule(rule: CaseAccessRule, reason: string, actor: Actor): Move<CaseAccessRule> {
  requireOwnerOrBureau(rule.ownerUnit, actor);
  if (rule.withdrawnAt) {
    throw refuse("CASE_ACCESS_RULE_WITHDRAWN", {
      number: rule.number,
      at: rule.withdrawnAt.toISOString(),
    });
  }
  return {
    change: {
      withdrawnAt: actor.at,
      withdrawnByUnit: actor.principal.unit,
      withdrawalReason: requireText("reason", reason, 2_000),
    },
    kind: "CASE_ACCESS_RULE_WITHDRAWN",
    payload: logged(rule),
  };
}

/** Not withdrawn, and its time has come and is not over. */
export const isInForce = ({ withdrawnAt, validFrom, validUntil }: CaseAccessRule, at: Date): boolean =>
  withdrawnAt === null && validFrom <= at && at < validUntil;

export const logged = ({ number, owner, ownerUnit, parts }: CaseAccessRule) => ({
  rule: number,
  owner,
  from: ownerUnit,
  parts,
});
