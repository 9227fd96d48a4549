import type { QueryPlan } from "@apollo/query-planner";
import type { Trace } from "../execution/trace.ts";

/** What became of a plan in one request, as JSON text. */
export const planView = (plan: QueryPlan, trace: Trace): string =>
  JSON.stringify({ plan, milliseconds: trace.milliseconds, fetches: trace.fetches });
