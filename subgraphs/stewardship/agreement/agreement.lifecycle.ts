import { dayOf } from "../../shared/calendar.ts";
import { refuse } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { requireText } from "../require-text.ts";
import { refuse as refuseStewardship } from "../stewardship.errors.ts";
import { isBureauSteward, speaksFor } from "../visibility.ts";
import type { Agreement } from "./agreement.ts";
import type { RegisterAgreementInput } from "./agreement-input.ts";

const bodies = /^\d{6}(-[A-Z]+(-[A-Z]+)*|\d{3}|\d{6})?$/;

/** 登记: by the data bureau's steward, for bodies of its district. */
export function registerAgreement(
  { parties, purpose, validFrom, validUntil }: RegisterAgreementInput,
  { principal, at }: Actor,
): Omit<Agreement, "number"> {
  if (!isBureauSteward(principal)) {
    throw forbidden("OWNER-DECIDES", principal, {
      en: "agreements are registered by the data bureau's steward",
      zh: "数据共享协议由数据局数据管理员登记",
      posts: [Post.DATA_STEWARD],
    });
  }
  const districtCode = districtOf(principal.unit);
  const [one, other] = parties;
  const ofDistrict = parties.every((party) => bodies.test(party) && districtOf(party) === districtCode);
  if (parties.length !== 2 || one === other || !ofDistrict) {
    throw unfit("OWN-DISTRICT", "parties", {
      en: `name two different units or divisions of ${districtCode}`,
      zh: `须为 ${districtCode} 的两个不同单位或区划`,
    });
  }
  if (validUntil <= validFrom) {
    throw refuse("BAD_INPUT", {
      field: "validUntil",
      problem: "lies after `validFrom`",
      problemZh: "须晚于生效日期",
    });
  }
  return {
    districtCode,
    parties: [...parties],
    purpose: requireText("purpose", purpose, 2_000),
    validFrom,
    validUntil,
    registeredAt: at,
    registeredByUnit: principal.unit,
    endedAt: null,
    endedByUnit: null,
    endReason: null,
    version: 1,
  };
}

/**
 * 终止: before its time, by either party or by the data bureau's steward. It is no basis from that day on; what was read
 * on it until then was read lawfully, so the days agreed stay on record as they were.
 */
export function endAgreement(
  agreement: Agreement,
  reason: string,
  { principal, at }: Actor,
): Move<Agreement> {
  const { number, districtCode, parties, validUntil, endedAt } = agreement;
  const isBureau = isBureauSteward(principal) && districtOf(principal.unit) === districtCode;
  if (!isBureau && !parties.some((party) => speaksFor(principal, party))) {
    throw forbidden("OWNER-DECIDES", principal, {
      en: `${number} is ended by the data steward, principal officer or leader of a party, or by the data bureau's steward`,
      zh: `${number} 由协议一方的数据管理员、主要负责人或领导，或数据局数据管理员终止`,
      posts: [Post.DATA_STEWARD],
      units: parties,
    });
  }
  const today = dayOf(at);
  if (endedAt || validUntil <= today) {
    throw refuseStewardship("AGREEMENT_OVER", { number, until: endedAt ? dayOf(endedAt) : validUntil });
  }
  return {
    change: {
      endedAt: at,
      endedByUnit: principal.unit,
      endReason: requireText("reason", reason, 2_000),
    },
    kind: "AGREEMENT_ENDED",
    payload: { agreement: number, parties, from: today },
  };
}
