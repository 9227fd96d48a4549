import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { fragmentsOf } from "../../subgraphs/shared/execution/fragments.ts";
import { amountOf, type Variables } from "./amount.ts";
import type { CostDirectives } from "./cost-directives.ts";
import { type CostRules, operationCost } from "./operation-cost.ts";
import { operationShape } from "./operation-shape.ts";
import { type Measure, tooLarge } from "./too-large.ts";

/** Bounds on a validated operation. How they were found: docs/decisions/what-an-operation-may-cost.md. */
export const operationLimits = {
  depth: 12,
  rootFields: 100,
  fields: 2_000,
  cost: 20_000,
} as const satisfies Partial<Record<Measure, number>> & { cost: number };

/** Rows assumed where neither the operation nor the schema says how many. */
export const assumedSizes = { page: 20, list: 10 } as const;

/** What one operation is held to, worked out once; each request brings only its variables. */
export interface OperationLimits {
  /** What it may cost with these variables. Throws the refusal of an operation too large, too deep or too costly. */
  cost(variables: Variables): number;
  /** The fields it asks of the schema's description of itself, `__schema` or `__type`. */
  readonly introspection: readonly string[];
  /** Selections looked at to find this out. */
  readonly work: number;
}

export type LimitOperation = (document: DocumentNode, operation: OperationDefinitionNode) => OperationLimits;

/** Makes the limits of validated operations on one supergraph. */
export function limiter(
  schema: GraphQLSchema,
  directives: CostDirectives,
  limits: Record<keyof typeof operationLimits, number> = operationLimits,
): LimitOperation {
  const rules: CostRules = { schema, directives, assumed: assumedSizes };
  return (document, operation) => {
    const fragments = fragmentsOf(document);
    const { visited, introspection, ...shape } = operationShape(operation, fragments);
    const exceeded = (["depth", "rootFields", "fields"] as const).find((each) => shape[each] > limits[each]);
    if (exceeded) {
      const refuseIt = (): never => {
        throw tooLarge(exceeded, limits[exceeded]);
      };
      return { cost: refuseIt, introspection, work: visited };
    }
    const { cost, weighed } = operationCost(operation, fragments, rules);
    return {
      cost: (variables) => within(limits.cost, amountOf(cost, variables)),
      introspection,
      work: visited + weighed,
    };
  };
}

function within(maximum: number, cost: number): number {
  if (cost > maximum) throw refuse("OPERATION_TOO_COSTLY", { cost, maximum });
  return cost;
}
