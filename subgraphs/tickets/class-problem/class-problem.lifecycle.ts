import { type Actor, type Move, movesFrom } from "../../shared/move.ts";
import { coversDivision, Post } from "../../shared/principal.ts";
import { refuse } from "../tickets.errors.ts";
import { written } from "../written.ts";
import { refuse as refuseTask } from "./class-problem.errors.ts";
import { type ClassProblem, ClassProblemState as S } from "./class-problem.ts";
import type { PlanInput } from "./plan.ts";

/** From which states a move is legal. Illegal moves are refused here and nowhere else. */
export const legalFrom = {
  recordCause: [S.OPEN, S.PLANNED],
  setPlan: [S.OPEN, S.PLANNED],
  approvePlan: [S.PLANNED],
  recordProgress: [S.PLANNED],
  assignGridTasks: [S.PLANNED],
  reportGridTask: [S.PLANNED],
  close: [S.PLANNED],
  dismiss: [S.OPEN, S.PLANNED],
} as const satisfies Record<string, readonly S[]>;

const onSite: readonly Post[] = [
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
  Post.CENTRE_DISPATCHER,
];
const leaders: readonly Post[] = [Post.SUBDISTRICT_LEADER, Post.DISTRICT_LEADER];

export function requireStanding({ number, state }: ClassProblem, move: keyof typeof legalFrom): void {
  const states: readonly S[] = legalFrom[move];
  if (states.includes(state)) return;
  const moves = movesFrom<keyof typeof legalFrom, S>(legalFrom, state);
  throw refuse("CLASS_PROBLEM_ILLEGAL_MOVE", { number, state, move, states, moves });
}

export function requireMove(
  problem: ClassProblem,
  move: keyof typeof legalFrom,
  posts: readonly Post[],
  { principal }: Actor,
): void {
  requireStanding(problem, move);
  if (posts.includes(principal.post) && coversDivision(principal, problem.divisionCode)) return;
  throw refuse("CLASS_PROBLEM_WRONG_POST", {
    post: principal.post,
    unit: principal.unit,
    move,
    number: problem.number,
    allowed: posts,
  });
}

/** 查明成因: what those who went there found (PG-11, 深). */
export function recordCause(
  problem: ClassProblem,
  { cause }: { cause: string },
  actor: Actor,
): Move<ClassProblem> {
  requireMove(problem, "recordCause", onSite, actor);
  return {
    change: { cause: written("cause", cause, 2_000), causeRecordedAt: actor.at },
    kind: "CLASS_PROBLEM_CAUSE_RECORDED",
  };
}

/** 制定方案: only after the cause is known, and until it is approved (PG-11). */
export function setPlan(problem: ClassProblem, plan: PlanInput, actor: Actor): Move<ClassProblem> {
  requireMove(problem, "setPlan", onSite, actor);
  if (!problem.cause) throw refuse("PLAN_WITHOUT_CAUSE", { number: problem.number });
  if (problem.approvedAt) throw refuse("PLAN_ALREADY_APPROVED", { number: problem.number });
  const { field, text, quantityPlanned, quantityUnit } = plan;
  if (quantityPlanned < 1)
    throw refuse("PLAN_QUANTITY", { number: problem.number, planned: quantityPlanned });
  return {
    change: {
      state: S.PLANNED,
      planField: written("plan.field", field, 100),
      planText: written("plan.text", text, 2_000),
      quantityPlanned,
      quantityDone: 0,
      quantityUnit: written("plan.quantityUnit", quantityUnit, 100),
    },
    kind: "CLASS_PROBLEM_PLANNED",
    payload: { quantityPlanned },
  };
}

/** 批准方案: by a leader answerable for the place. */
export function approvePlan(problem: ClassProblem, actor: Actor): Move<ClassProblem> {
  requireMove(problem, "approvePlan", leaders, actor);
  if (problem.approvedAt) throw refuse("PLAN_ALREADY_APPROVED", { number: problem.number });
  const unit = actor.principal.unit;
  return {
    change: { approvedByUnitCode: unit, approvedAt: actor.at },
    kind: "CLASS_PROBLEM_PLAN_APPROVED",
    payload: { unit },
  };
}

/** 记录进展: how many are done altogether, never fewer than before. */
export function recordProgress(
  problem: ClassProblem,
  { quantityDone }: { quantityDone: number },
  actor: Actor,
): Move<ClassProblem> {
  requireMove(problem, "recordProgress", onSite, actor);
  const { number, approvedAt, quantityDone: before, quantityPlanned: planned } = problem;
  if (!approvedAt) throw refuse("PLAN_NOT_APPROVED", { number });
  if (quantityDone < (before ?? 0) || quantityDone > (planned ?? 0)) {
    throw refuse("PROGRESS_OUT_OF_RANGE", { number, done: quantityDone, before, planned });
  }
  return { change: { quantityDone }, kind: "CLASS_PROBLEM_PROGRESS", payload: { quantityDone, planned } };
}

/** 排除: it is no class of problem, as long as no plan for it is approved. */
export function dismissClassProblem(problem: ClassProblem, actor: Actor): Move<ClassProblem> {
  requireMove(problem, "dismiss", [...leaders, Post.CENTRE_DISPATCHER], actor);
  if (problem.approvedAt) throw refuse("PLAN_ALREADY_APPROVED", { number: problem.number });
  return { change: { state: S.DISMISSED }, kind: "CLASS_PROBLEM_DISMISSED" };
}

/** 办结: the plan is carried out, and every one of its tickets is answered. */
export function closeClassProblem(
  problem: ClassProblem,
  { unanswered, openTasks }: { unanswered: readonly string[]; openTasks: readonly string[] },
  actor: Actor,
): Move<ClassProblem> {
  requireMove(problem, "close", [...leaders, Post.CENTRE_DISPATCHER], actor);
  const { number, approvedAt, quantityDone, quantityPlanned } = problem;
  if (!approvedAt) throw refuse("PLAN_NOT_APPROVED", { number });
  if (quantityDone !== quantityPlanned) {
    throw refuse("PLAN_UNFINISHED", { number, done: quantityDone, planned: quantityPlanned });
  }
  const [first] = unanswered;
  const [grid] = openTasks;
  if (grid) throw refuseTask("GRID_TASKS_OPEN", { number, count: openTasks.length, grid });
  if (first) throw refuse("CLASS_PROBLEM_UNANSWERED", { number, count: unanswered.length, ticket: first });
  return {
    change: { state: S.CLOSED, closedAt: actor.at },
    kind: "CLASS_PROBLEM_CLOSED",
    payload: { matter: problem.matterCode },
  };
}
