import { type Day, dayOf } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import type { ChiefResponder } from "../chief-responder/chief-responder.ts";
import { refuse } from "../departments.errors.ts";
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
  const inChief = actor.principal.post === Post.CHIEF_RESPONDER && actor.principal.unit === unit.code;
  if (!inChief) requireListKeeper(unit, actor, "the department's chief responder or", "部门总应哨人或");
  requireOpen(unit, appointee.from, actor);
  const kinds: readonly UnitKind[] = [UnitKind.COMMUNITY_OFFICE, UnitKind.VILLAGE_COMMITTEE];
  if (!community || !kinds.includes(community.kind) || community.districtCode !== unit.districtCode) {
    throw refuse("NOT_A_COMMUNITY_OF_THE_DISTRICT", {
      division: community?.code ?? "(unknown)",
      unit: unit.code,
    });
  }
  const { from, ...person } = appointee;
  return {
    ...person,
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
  requireListKeeper(unit, actor, "", "");
  requireOpen(unit, appointee.from, actor);
  const { from, ...person } = appointee;
  return { ...person, unitCode: unit.code, validFrom: from, validUntil: null, version: 1 };
}

/** `until` is the first day no longer appointed, so that a successor can begin on it. */
export function endResponder(responder: Responder, unit: Unit, until: Day, actor: Actor): Move<Responder> {
  const inChief = actor.principal.post === Post.CHIEF_RESPONDER && actor.principal.unit === unit.code;
  if (!inChief) requireListKeeper(unit, actor, "the department's chief responder or", "部门总应哨人或");
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

function requireListKeeper(unit: Unit, { principal }: Actor, others: string, othersZh: string): void {
  if (principal.post === Post.LIST_KEEPER && districtOf(principal.unit) === unit.districtCode) return;
  throw refuseShared("FORBIDDEN", {
    post: principal.post,
    unit: principal.unit,
    reason: `appointments of ${unit.code} are made by ${others} the district's list keeper`.replace(
      "  ",
      " ",
    ),
    reasonZh: `${unit.code} 的任命由${othersZh}本区县清单管理员办理`,
  });
}

function requireOpen(unit: Unit, from: Day, { at }: Actor): void {
  const today = dayOf(at);
  if (from < today) throw refuse("APPOINTMENT_IN_THE_PAST", { day: from, today });
  if (from < unit.validFrom || (unit.validUntil !== null && from >= unit.validUntil)) {
    throw refuse("UNIT_CLOSED", { unit: unit.code, day: from });
  }
}
