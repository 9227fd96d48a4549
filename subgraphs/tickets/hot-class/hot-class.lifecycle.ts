import type { Actor, Move } from "../../shared/move.ts";
import { coversDivision, Post } from "../../shared/principal.ts";
import { refuse } from "../tickets.errors.ts";
import { written } from "../written.ts";
import { type HotClass, HotClassState } from "./hot-class.ts";

/** Who decides what belongs together: the centre, and the leaders of the place. */
const deciders: readonly Post[] = [Post.CENTRE_DISPATCHER, Post.SUBDISTRICT_LEADER, Post.DISTRICT_LEADER];

type Decision = "mergeHotClasses" | "splitHotClass" | "dismissHotClass";

function require(hotClass: HotClass, move: Decision, { principal }: Actor): void {
  const { number, state } = hotClass;
  if (state !== HotClassState.OPEN) throw refuse("HOT_CLASS_NOT_OPEN", { number, state, move });
  if (deciders.includes(principal.post) && coversDivision(principal, hotClass.divisionCode)) return;
  throw refuse("HOT_CLASS_WRONG_POST", {
    post: principal.post,
    unit: principal.unit,
    move,
    number,
    allowed: deciders,
  });
}

const decided = (reason: string, { principal, at }: Actor): Partial<HotClass> => ({
  decisionReason: written("reason", reason, 500),
  decidedByUnitCode: principal.unit,
  decidedAt: at,
});

/** 合并: what is one matter goes on in one class. */
export function mergeHotClass(
  hotClass: HotClass,
  into: HotClass,
  { reason }: { reason: string },
  actor: Actor,
): Move<HotClass> {
  require(hotClass, "mergeHotClasses", actor);
  require(into, "mergeHotClasses", actor);
  const { number } = hotClass;
  if (number === into.number || hotClass.districtCode !== into.districtCode) {
    throw refuse("HOT_CLASSES_APART", { number, into: into.number });
  }
  if (hotClass.classProblemNumber) {
    throw refuse("HOT_CLASS_HAS_PROBLEM", { number, problem: hotClass.classProblemNumber });
  }
  return {
    change: { state: HotClassState.MERGED, mergedIntoNumber: into.number, ...decided(reason, actor) },
    kind: "HOT_CLASS_MERGED",
    payload: { into: into.number },
  };
}

/** 拆分: some of its tickets are something else. At least one goes and one stays. */
export function splitHotClass(
  hotClass: HotClass,
  { members, tickets, reason }: { members: readonly string[]; tickets: readonly string[]; reason: string },
  actor: Actor,
): Move<HotClass> {
  require(hotClass, "splitHotClass", actor);
  const { number } = hotClass;
  const stranger = tickets.find((ticket) => !members.includes(ticket));
  if (stranger) throw refuse("NOT_IN_HOT_CLASS", { number, ticket: stranger });
  const going = new Set(tickets).size;
  if (going === 0 || going === members.length) throw refuse("HOT_CLASS_SPLIT_WHOLE", { number, going });
  return {
    change: decided(reason, actor),
    kind: "HOT_CLASS_SPLIT",
    payload: { tickets: [...new Set(tickets)] },
  };
}

/** 排除: they have nothing in common that anybody need act on. Demands like them no longer make it hot; a class problem that came of it goes with it. */
export function dismissHotClass(
  hotClass: HotClass,
  { reason }: { reason: string },
  actor: Actor,
): Move<HotClass> {
  require(hotClass, "dismissHotClass", actor);
  return {
    change: { state: HotClassState.DISMISSED, ...decided(reason, actor) },
    kind: "HOT_CLASS_DISMISSED",
  };
}
