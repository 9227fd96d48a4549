import type { Actor } from "../../../shared/move.ts";
import { refuse } from "../whistle.errors.ts";
import {
  called,
  type Dossier,
  requireAtWorkOnIt,
  requireState,
  requireText,
  type WhistleMove,
} from "../whistle.lifecycle.ts";
import { TaskForce, type TaskForceDuty } from "./task-force.ts";

export interface TaskForcePlan {
  readonly duties: readonly TaskForceDuty[];
  readonly cause: string;
  readonly plan: string;
  readonly partySupervisor: string;
  readonly governmentSupervisor: string;
}

/** 成立专班: duties, cause and plan, and two supervisors are set down before the problem can be called solved (PG-11). */
export function formTaskForce(dossier: Dossier, plan: TaskForcePlan, actor: Actor): WhistleMove {
  const { whistle, participants, taskForce } = dossier;
  requireState(whistle, "formTaskForce");
  requireAtWorkOnIt(dossier, "formTaskForce", actor);
  const { districtCode, number, blowerUnitCode } = whistle;
  if (taskForce) throw refuse("WHISTLE_TASK_FORCE_EXISTS", { number });
  const named = plan.duties.map(({ unit }) => unit);
  const units = called(participants).map(({ unitCode }) => unitCode);
  const known = named.every((unit) => units.includes(unit) || unit === blowerUnitCode);
  if (!known || new Set(named).size < named.length || !units.every((unit) => named.includes(unit))) {
    throw refuse("WHISTLE_DUTIES_INCOMPLETE", { number, unit: blowerUnitCode });
  }
  const partySupervisor = requireText("partySupervisor", plan.partySupervisor);
  const governmentSupervisor = requireText("governmentSupervisor", plan.governmentSupervisor);
  if (partySupervisor === governmentSupervisor) {
    throw refuse("WHISTLE_ONE_SUPERVISOR", { supervisor: partySupervisor });
  }
  const formed = Object.assign(new TaskForce(), {
    districtCode,
    whistleNumber: number,
    formedAt: actor.at,
    duties: plan.duties.map(({ unit, duty }) => ({ unit, duty: requireText("duties.duty", duty) })),
    cause: requireText("cause", plan.cause),
    plan: requireText("plan", plan.plan),
    partySupervisor,
    governmentSupervisor,
  });
  return { change: {}, kind: "WHISTLE_TASK_FORCE_FORMED", payload: { units: named }, taskForce: formed };
}
