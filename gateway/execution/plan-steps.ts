import type { FetchNode, PlanNode } from "@apollo/query-planner";
import { EntityFetch } from "./entity-fetch.ts";
import { RootFetch } from "./root-fetch.ts";
import type { FetchSurroundings, Step } from "./step.ts";

export type SurroundingsOf = (fetch: FetchNode) => FetchSurroundings;

/** Compiles a plan, node by node, to the steps that carry it out. */
export function compileSteps(node: PlanNode, around: SurroundingsOf, path: readonly string[] = []): Step {
  switch (node.kind) {
    case "Fetch":
      return node.requires
        ? new EntityFetch(node, path, around(node)).run
        : new RootFetch(node, path, around(node)).run;
    case "Flatten":
      return compileSteps(node.node, around, [...path, ...node.path.map(String)]);
    case "Sequence":
      return inSequence(node.nodes.map((each) => compileSteps(each, around, path)));
    case "Parallel":
      return inParallel(node.nodes.map((each) => compileSteps(each, around, path)));
    case "Condition": {
      const { condition, ifClause, elseClause } = node;
      const then = ifClause && compileSteps(ifClause, around, path);
      const otherwise = elseClause && compileSteps(elseClause, around, path);
      return (execution) => {
        const holds = execution.coerced[condition] === true;
        execution.trace?.conditions.set(node, holds);
        return (holds ? then : otherwise)?.(execution);
      };
    }
    case "Defer":
      throw new Error("the planner was not asked to plan @defer");
  }
}

const inSequence =
  (steps: readonly Step[]): Step =>
  async (execution) => {
    for (const step of steps) {
      const underWay = step(execution);
      if (underWay) await underWay;
    }
  };

const inParallel =
  (steps: readonly Step[]): Step =>
  (execution) => {
    const underWay: Promise<void>[] = [];
    for (const step of steps) {
      const begun = step(execution);
      if (begun) underWay.push(begun);
    }
    return underWay.length > 0 ? Promise.all(underWay).then(() => undefined) : undefined;
  };
