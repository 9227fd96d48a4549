import type { ConditionNode, FetchNode, PlanNode, QueryPlan, SubscriptionNode } from "@apollo/query-planner";
import type { FetchTrace, Trace } from "../execution/trace.ts";
import { planTree } from "./plan-tree.ts";
import type {
  ConditionView,
  FetchState,
  FetchView,
  PlanNodeView,
  PlanView,
  Span,
  StepsView,
} from "./plan-view.ts";
import { requiredText, withoutLiterals } from "./shown-operation.ts";

/** Everything a plan's view is made from. */
export type Traced = Pick<Trace, "fetches" | "conditions" | "milliseconds" | "planningMilliseconds">;

/**
 * Only the plan and figures: no value of a variable, no literal, no entity's key, no address. A view gets pasted where
 * personal data must not go.
 */
export function viewPlan({ node }: QueryPlan, trace: Traced): PlanView {
  const view = {
    milliseconds: rounded(trace.milliseconds),
    planning: {
      known: trace.planningMilliseconds === undefined,
      milliseconds: rounded(trace.planningMilliseconds ?? 0),
    },
    plan: node ? new NodeViews(trace).of(node, [], true) : null,
  };
  return { ...view, tree: planTree(view) };
}

class NodeViews {
  readonly #traces: ReadonlyMap<FetchNode, FetchTrace>;
  readonly #conditions: Traced["conditions"];

  constructor({ fetches, conditions }: Traced) {
    this.#traces = new Map(fetches.map((each) => [each.fetch, each]));
    this.#conditions = conditions;
  }

  of(node: PlanNode | SubscriptionNode, path: readonly string[], reached: boolean): PlanNodeView {
    switch (node.kind) {
      case "Fetch":
        return this.#fetch(node, path, reached);
      case "Flatten":
        return this.of(node.node, [...path, ...node.path.map(String)], reached);
      case "Sequence":
      case "Parallel":
        return stepsOf(
          node.kind,
          node.nodes.map((each) => this.of(each, path, reached)),
        );
      case "Condition":
        return this.#condition(node, path, reached);
      case "Subscription":
        return stepsOf(
          "Sequence",
          [node.primary, ...(node.rest ? [node.rest] : [])].map((each) => this.of(each, path, reached)),
        );
      case "Defer":
        throw new Error("the planner was not asked to plan @defer");
    }
  }

  #condition(node: ConditionNode, path: readonly string[], reached: boolean): ConditionView {
    const { condition, ifClause, elseClause } = node;
    const held = this.#conditions.get(node) ?? null;
    return {
      kind: "Condition",
      variable: condition,
      held,
      ...(ifClause && { if: this.of(ifClause, path, reached && held === true) }),
      ...(elseClause && { else: this.of(elseClause, path, reached && held === false) }),
    };
  }

  #fetch(node: FetchNode, path: readonly string[], reached: boolean): FetchView {
    const trace = this.#traces.get(node);
    return {
      kind: "Fetch",
      subgraph: node.serviceName,
      state: stateOf(trace, reached),
      path,
      ...(trace && figuresOf(trace)),
      ...(node.requires && { requires: requiredText(node.requires) }),
      operation: withoutLiterals(node.operation),
    };
  }
}

function stateOf(trace: FetchTrace | undefined, reached: boolean): FetchState {
  if (trace) return trace.failed ? "FAILED" : "ANSWERED";
  return reached ? "NOTHING_TO_ASK" : "EXCLUDED";
}

const figuresOf = ({ startedAt, milliseconds, entities, targets, provenance }: FetchTrace) => ({
  startedAt: rounded(startedAt),
  milliseconds: rounded(milliseconds),
  ...(entities !== undefined && { entities }),
  ...(targets !== undefined && { objects: targets }),
  ...(provenance.joined && { joined: true }),
  ...(provenance.together !== undefined && { together: provenance.together }),
  ...(provenance.bytes !== undefined && { bytes: provenance.bytes }),
});

function stepsOf(kind: StepsView["kind"], nodes: readonly PlanNodeView[]): StepsView {
  return { kind, ...spanOf(nodes), nodes };
}

/** From the first beginning to the last end. */
function spanOf(nodes: readonly PlanNodeView[]): Span | undefined {
  const spans = nodes.flatMap((node): Partial<Span>[] =>
    node.kind === "Condition"
      ? [spanOf([node.if, node.else].filter((each) => each !== undefined)) ?? {}]
      : [node],
  );
  let from = Number.POSITIVE_INFINITY;
  let until = 0;
  for (const { startedAt, milliseconds } of spans) {
    if (startedAt === undefined || milliseconds === undefined) continue;
    from = Math.min(from, startedAt);
    until = Math.max(until, startedAt + milliseconds);
  }
  return until > 0 ? { startedAt: from, milliseconds: rounded(until - from) } : undefined;
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000;
