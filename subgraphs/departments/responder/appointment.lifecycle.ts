import { type Day, dayOf } from "../../shared/calendar.ts";
import { checkMobileNumber } from "../../shared/codes.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import type { ChiefResponder } from "../chief-responder/chief-responder.ts";
import { refuse } from "../departments.errors.ts";
import { requireListKeeper } from "../require-list-keeper.ts";
import { requireText } from "../require-text.ts";
import type { Unit } from "../unit/unit.ts";
import { UnitKind } from "../unit/unit-kind.ts";
import type { Responder } from "./responder.ts";

/** Who is appointed, and from which day. */
export interface Appointee {
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly phone: string;
  readonly from: Day;
}

/** 应哨人 (KF-11): the department's chief or the list keeper of its district names one for a community. */
export function appointResponder(
  appointee: Appointee,
  unit: Unit,
  community: Unit | null,
  actor: Actor,
): Omit<Responder, "id"> {
  requireAppointer(unit, actor);
  requireOpen(unit, appointee.from, actor);
  const kinds: readonly UnitKind[] = [UnitKind.COMMUNITY_OFFICE, UnitKind.VILLAGE_COMMITTEE];
  if (!community || !kinds.includes(community.kind) || community.districtCode !== unit.districtCode) {
    throw refuse("NOT_A_COMMUNITY_OF_THE_DISTRICT", {
      division: community?.code ?? "(unknown)",
      unit: unit.code,
    });
  }
  const { from } = appointee;
  return {
    ...checkedPerson(appointee),
    unitCode: unit.code,
    communityCode: community.code,
    validFrom: from,
    validUntil: null,
    version: 1,
  };
}

/** 总应哨人 (KF-12): the department's principal officer, put on record by the list keeper. */
export function appointChiefResponder(
  appointee: Appointee,
  unit: Unit,
  actor: Actor,
): Omit<ChiefResponder, "id"> {
  requireListKeeper(unit.districtCode, actor);
  requireOpen(unit, appointee.from, actor);
  const { from } = appointee;
  return { ...checkedPerson(appointee), unitCode: unit.code, validFrom: from, validUntil: null, version: 1 };
}

/** `until` is the first day no longer appointed, so that a successor can begin on it. */
export function endResponder(responder: Responder, unit: Unit, until: Day, actor: Actor): Move<Responder> {
  requireAppointer(unit, actor);
  const today = dayOf(actor.at);
  if (responder.validUntil !== null && responder.validUntil <= today) {
    throw refuse("APPOINTMENT_ENDED", { until: responder.validUntil });
  }
  if (until < today) throw refuse("APPOINTMENT_IN_THE_PAST", { day: until, today });
  if (until <= responder.validFrom) {
    throw refuse("APPOINTMENT_TOO_SHORT", { from: responder.validFrom, until });
  }
  return {
    change: { validUntil: until },
    kind: "RESPONDER_ENDED",
    payload: { unit: unit.code, community: responder.communityCode, until },
  };
}

function requireAppointer(unit: Unit, actor: Actor): void {
  const { principal } = actor;
  if (principal.post === Post.CHIEF_RESPONDER && principal.unit === unit.code) return;
  if (principal.post === Post.LIST_KEEPER && districtOf(principal.unit) === unit.districtCode) return;
  throw forbidden("KF-11, KF-12", principal, {
    en: `responders of ${unit.code} are appointed by its chief responder or the district's list keeper`,
    zh: `${unit.code} 的应哨人由其总应哨人或本区县清单管理员任命`,
    posts: [Post.CHIEF_RESPONDER, Post.LIST_KEEPER],
  });
}

function checkedPerson({ personId, name, post, phone }: Appointee) {
  const finding = checkMobileNumber(phone);
  if (finding) {
    throw refuseShared("BAD_INPUT", { field: "phone", problem: finding.en, problemZh: finding.zh });
  }
  return {
    personId: requireText("personId", personId),
    name: requireText("name", name, 50),
    post: requireText("post", post, 100),
    phone,
  };
}

function requireOpen(unit: Unit, from: Day, { at }: Actor): void {
  const today = dayOf(at);
  if (from < today) throw refuse("APPOINTMENT_IN_THE_PAST", { day: from, today });
  if (from < unit.validFrom || (unit.validUntil !== null && from >= unit.validUntil)) {
    throw refuse("UNIT_CLOSED", { unit: unit.code, day: from });
  }
}
