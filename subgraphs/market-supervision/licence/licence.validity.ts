import type { Day } from "../../shared/calendar.ts";
import type { RegisteredLicence } from "../register/business-register.ts";
import { LicenceState } from "./licence-kind.ts";

/**
 * Whether a licence permits anything on a day: within its days, both included, and neither given back nor revoked. The
 * register tells the state of now, so a revoked licence counts for no day. Undefined where the register does not say enough.
 */
export function inForceOn(licence: RegisteredLicence, day: Day): boolean | undefined {
  const { state, issuedOn, validUntil, validityUnknown } = licence;
  if (state === LicenceState.CANCELLED || state === LicenceState.REVOKED) return false;
  if (issuedOn !== null && day < issuedOn) return false;
  if (validUntil !== null && day > validUntil) return false;
  return state === null || issuedOn === null || validityUnknown ? undefined : true;
}
