import { checkMobileNumber } from "../../shared/codes.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../departments.errors.ts";
import { requireText } from "../require-text.ts";
import type { Unit } from "../unit/unit.ts";
import type { DutyShift } from "./duty-shift.ts";

const longest = 24 * 3_600_000;

/** A person to be on duty. */
export interface OnDuty {
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly phone: string;
}

export interface NewShift extends OnDuty {
  readonly job: string;
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

/** Posts that keep the roster of their own unit; the list keeper keeps any in the district. */
const rosterPosts: readonly Post[] = [
  Post.CENTRE_DISPATCHER,
  Post.CHIEF_RESPONDER,
  Post.SUBDISTRICT_LEADER,
  Post.COMMUNITY_SECRETARY,
];

function requireRosterKeeper({ code, districtCode }: Unit, { principal }: Actor): void {
  if (rosterPosts.includes(principal.post) && principal.unit === code) return;
  if (principal.post === Post.LIST_KEEPER && districtOf(principal.unit) === districtCode) return;
  throw forbidden("ZY-12", principal, {
    en: `the roster of ${code} is kept by its own leaders or the district's list keeper`,
    zh: `${code} 的值班表由本单位负责人或本区县清单管理员编排`,
    posts: [...rosterPosts, Post.LIST_KEEPER],
    units: [code],
  });
}

function checkedPerson({ personId, name, post, phone }: OnDuty) {
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

/** 排班: who is on duty at a unit, from now on or later: who was on duty in the past is not rewritten. */
export function planShift(shift: NewShift, unit: Unit, actor: Actor): Omit<DutyShift, "id"> {
  requireRosterKeeper(unit, actor);
  const { beginsAt, endsAt, job } = shift;
  if (beginsAt < actor.at)
    throw refuse("SHIFT_IN_THE_PAST", { at: beginsAt.toISOString(), now: actor.at.toISOString() });
  const length = endsAt.getTime() - beginsAt.getTime();
  if (length <= 0 || length > longest) {
    throw refuse("SHIFT_LENGTH", { from: beginsAt.toISOString(), until: endsAt.toISOString() });
  }
  return {
    ...checkedPerson(shift),
    districtCode: unit.districtCode,
    unitCode: unit.code,
    job: requireText("job", job, 50),
    beginsAt,
    endsAt,
    withdrawnAt: null,
    relievesId: null,
    version: 1,
  };
}

/** 交班: what has begun ends at an instant still to come, what has not is withdrawn whole. */
export function endShift(shift: DutyShift, unit: Unit, until: Date, actor: Actor): Move<DutyShift> {
  requireRosterKeeper(unit, actor);
  const { at } = actor;
  const { beginsAt, endsAt, withdrawnAt } = shift;
  if (withdrawnAt || endsAt <= at) {
    throw refuse("SHIFT_OVER", { ended: (withdrawnAt ?? endsAt).toISOString() });
  }
  if (until < at) throw refuse("SHIFT_IN_THE_PAST", { at: until.toISOString(), now: at.toISOString() });
  if (until >= endsAt) {
    throw refuse("SHIFT_PROLONGED", { ends: endsAt.toISOString(), until: until.toISOString() });
  }
  const { code } = unit;
  if (until <= beginsAt) {
    // Between now and its beginning nothing of it has happened: at its very beginning it has.
    if (beginsAt <= at) throw refuse("SHIFT_BEGUN", { begins: beginsAt.toISOString() });
    return {
      change: { withdrawnAt: at },
      kind: "DUTY_SHIFT_WITHDRAWN",
      payload: { unit: code, beginsAt, endsAt },
    };
  }
  return { change: { endsAt: until }, kind: "DUTY_SHIFT_ENDED", payload: { unit: code, beginsAt, until } };
}

export interface Relief {
  readonly ended: Move<DutyShift>;
  readonly shift: Omit<DutyShift, "id">;
}

/** 换班: somebody else takes over what is left of a shift, without a moment between. */
export function relieveShift(
  shift: DutyShift,
  unit: Unit,
  { from, ...person }: OnDuty & { readonly from: Date },
  actor: Actor,
): Relief {
  const ended = endShift(shift, unit, from, actor);
  const { job, beginsAt, endsAt, id } = shift;
  const takenOver = from > beginsAt ? from : beginsAt;
  return {
    ended,
    shift: { ...planShift({ ...person, job, beginsAt: takenOver, endsAt }, unit, actor), relievesId: id },
  };
}
