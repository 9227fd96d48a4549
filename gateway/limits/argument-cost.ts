import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  valueFromASTUntyped,
} from "graphql";
import { type Amount, sum, type Variables } from "./amount.ts";
import type { CostDirectives } from "./cost-directives.ts";
import { isFixed } from "./fixed-value.ts";

type Weights = CostDirectives["weights"];

/** What the arguments given to a field cost: nothing, but for what carries `@cost`, counted as often as it occurs. */
export function argumentCost(
  coordinate: string,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  weights: Weights,
): Amount {
  const amounts = (node.arguments ?? []).map(({ name, value }): Amount => {
    const type = field.args.find((argument) => argument.name === name.value)?.type;
    const own = weights.get(`${coordinate}(${name.value}:)`);
    if (!type || (own === undefined && !carriesWeight(type, weights))) return 0;
    const cost = ({ variables }: { variables: Variables }): number =>
      costOfValue(valueFromASTUntyped(value, variables), type, own, weights);
    return isFixed(value) ? cost({ variables: {} }) : cost;
  });
  return sum(amounts);
}

/** The weight where the value is used counts before the weight of its type. */
function costOfValue(
  value: unknown,
  declared: GraphQLInputType,
  weight: number | undefined,
  weights: Weights,
): number {
  const type = getNullableType(declared);
  if (value === null || value === undefined) return 0;
  if (isListType(type)) {
    const entries = Array.isArray(value) ? value : [value];
    return entries.reduce<number>(
      (total, entry) => total + costOfValue(entry, type.ofType, weight, weights),
      0,
    );
  }
  let cost = weight ?? weights.get(type.name) ?? 0;
  if (!isInputObjectType(type) || typeof value !== "object") return cost;
  for (const field of Object.values(type.getFields())) {
    const given = (value as Record<string, unknown>)[field.name];
    cost += costOfValue(given, field.type, weights.get(`${type.name}.${field.name}`), weights);
  }
  return cost;
}

/** Whether a value of the type can cost anything: nearly none can, and those need not be looked at. */
function carriesWeight(declared: GraphQLInputType, weights: Weights, seen = new Set<string>()): boolean {
  const type = getNamedType(declared);
  if (weights.has(type.name)) return true;
  if (!isInputObjectType(type) || seen.has(type.name)) return false;
  seen.add(type.name);
  return Object.values(type.getFields()).some(
    (field) => weights.has(`${type.name}.${field.name}`) || carriesWeight(field.type, weights, seen),
  );
}
