import type { FetchNode, PlanNode } from "@apollo/query-planner";
import { EntityFetch } from "./entity-fetch.ts";
import { RootFetch } from "./root-fetch.ts";
import type { FetchSurroundings, Step } from "./step.ts";
import { QuestionsTogether } from "./together.ts";
import { Wave } from "./wave.ts";

export type SurroundingsOf = (fetch: FetchNode) => FetchSurroundings;

/** Compiles a plan, node by node, to the steps that carry it out. */
export const compileSteps = (node: PlanNode, around: SurroundingsOf): Step =>
  new StepsCompiler(around).steps(node, []);

class StepsCompiler {
  readonly #around: SurroundingsOf;
  readonly #together = new QuestionsTogether();

  constructor(around: SurroundingsOf) {
    this.#around = around;
  }

  steps(node: PlanNode, path: readonly string[]): Step {
    switch (node.kind) {
      case "Fetch":
        return node.requires
          ? new EntityFetch(node, path, this.#around(node)).run
          : new RootFetch(node, path, this.#around(node)).run;
      case "Flatten":
        return this.steps(node.node, [...path, ...node.path.map(String)]);
      case "Sequence":
        return inSequence(node.nodes.map((each) => this.steps(each, path)));
      case "Parallel":
        return this.#inParallel(node.nodes, path);
      case "Condition": {
        const { condition, ifClause, elseClause } = node;
        const then = ifClause && this.steps(ifClause, path);
        const otherwise = elseClause && this.steps(elseClause, path);
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

  #inParallel(nodes: readonly PlanNode[], path: readonly string[]): Step {
    const parallel = inParallel(nodes.map((each) => this.steps(each, path)));
    const subgraphs = nodes.flatMap(entitiesAskedFirst);
    return new Set(subgraphs).size < subgraphs.length ? inOneWave(parallel, this.#together) : parallel;
  }
}

/** The subgraphs that are asked for entities as soon as the node is begun. */
function entitiesAskedFirst(node: PlanNode | undefined): readonly string[] {
  switch (node?.kind) {
    case "Fetch":
      return node.requires ? [node.serviceName] : [];
    case "Flatten":
      return entitiesAskedFirst(node.node);
    case "Sequence":
      return entitiesAskedFirst(node.nodes[0]);
    case "Parallel":
      return node.nodes.flatMap(entitiesAskedFirst);
    case "Condition":
      return [...entitiesAskedFirst(node.ifClause), ...entitiesAskedFirst(node.elseClause)];
    default:
      return [];
  }
}

/** A wave within a wave is part of it. */
const inOneWave =
  (steps: Step, together: QuestionsTogether): Step =>
  (execution) => {
    if (execution.wave) return steps(execution);
    const wave = new Wave(together, execution.variables, execution.context);
    execution.wave = wave;
    try {
      return steps(execution);
    } finally {
      execution.wave = undefined;
      wave.send();
    }
  };

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
