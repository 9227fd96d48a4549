import { refuse } from "../../shared/errors.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf, Post, servesIn } from "../../shared/principal.ts";
import { requireText } from "../require-text.ts";
import { dataBureau } from "../visibility.ts";
import type { Agreement } from "./agreement.ts";
import type { RegisterAgreementInput } from "./agreement-input.ts";

const bodies = /^\d{6}(-[A-Z]+(-[A-Z]+)*|\d{3}|\d{6})?$/;

/** 登记: by the data bureau's steward, for bodies of its district. */
export function registerAgreement(
  { parties, purpose, validFrom, validUntil }: RegisterAgreementInput,
  { principal, at }: Actor,
): Omit<Agreement, "number"> {
  if (principal.post !== Post.DATA_STEWARD || !servesIn(principal, dataBureau)) {
    throw refuse("FORBIDDEN", {
      post: principal.post,
      unit: principal.unit,
      reason: "agreements are registered by the data bureau's steward",
      reasonZh: "数据共享协议由数据局数据管理员登记",
    });
  }
  const districtCode = districtOf(principal.unit);
  const [one, other] = parties;
  const ofDistrict = parties.every((party) => bodies.test(party) && districtOf(party) === districtCode);
  if (parties.length !== 2 || one === other || !ofDistrict) {
    throw refuse("BAD_INPUT", {
      field: "parties",
      problem: `name two different units or divisions of ${districtCode}`,
      problemZh: `须为 ${districtCode} 的两个不同单位或区划`,
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
  };
}
