import type { Actor } from "../shared/move.ts";
import { districtOf } from "../shared/principal.ts";
import { forbidden } from "../shared/refusal.ts";
import { dataBureau, isBureauSteward, isSteward, stewards } from "./visibility.ts";

/** What is to be opened of its data an owner decides: its data steward or its principal officer. */
export function requireOwner(ownerUnit: string, { principal }: Actor): void {
  if (isSteward(principal) && principal.unit === ownerUnit) return;
  throw forbidden("OWNER-DECIDES", principal, {
    en: `this is decided by the data steward or the principal officer of ${ownerUnit}, which owns the data`,
    zh: `由数据责任单位 ${ownerUnit} 的数据管理员或主要负责人决定`,
    posts: stewards,
    units: [ownerUnit],
  });
}

/** What an owner opened it closes again, and so does the data bureau's steward, who may close any of the district. */
export function requireOwnerOrBureau(ownerUnit: string, { principal }: Actor): void {
  if (isSteward(principal) && principal.unit === ownerUnit) return;
  if (isBureauSteward(principal) && districtOf(principal.unit) === districtOf(ownerUnit)) return;
  throw forbidden("OWNER-DECIDES", principal, {
    en: `it is taken back by the data steward or the principal officer of ${ownerUnit}, or by the data bureau's steward`,
    zh: `由数据责任单位 ${ownerUnit} 的数据管理员或主要负责人，或数据局数据管理员撤销`,
    posts: stewards,
    units: [ownerUnit, `${districtOf(ownerUnit)}-${dataBureau}`],
  });
}
