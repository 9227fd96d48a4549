import type { WritePlanView } from "../execution/compiled-operation.ts";
import { mayReadPlan, planWithheld } from "./plan-permission.ts";
import type { PlanView, PlanWithheld } from "./plan-view.ts";
import { viewPlan } from "./view-plan.ts";

/** The plan's view as JSON text: the one place that writes it, and so the one that asks whether it may. */
export const writePlanView: WritePlanView = (plan, trace, principal) => {
  const view: PlanView | PlanWithheld = mayReadPlan(principal)
    ? viewPlan(plan, trace)
    : { withheld: planWithheld(principal).toJSON() };
  return JSON.stringify(view);
};
