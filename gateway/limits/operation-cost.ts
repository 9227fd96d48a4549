import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { conditionsOn } from "../../subgraphs/shared/execution/conditions.ts";
import type { Fragments } from "../../subgraphs/shared/execution/fragments.ts";
import { type Amount, greatest, onlyIf, shared, sum, times } from "./amount.ts";
import { argumentCost } from "./argument-cost.ts";
import type { CostDirectives } from "./cost-directives.ts";
import { type AssumedSizes, rowsOf } from "./list-size.ts";

/** What costs are reckoned by. */
export interface CostRules {
  readonly schema: GraphQLSchema;
  readonly directives: CostDirectives;
  readonly assumed: AssumedSizes;
}

export interface OperationCost {
  readonly cost: Amount;
  /** Selections that were weighed to find it: what finding it cost us. */
  readonly weighed: number;
}

/** A field that changes something costs this much beside what it answers. */
const mutationWeight = 10;

/** The schema's description of itself is long, whoever asks. */
const introspectionWeight = 1_000;

/**
 * What an operation may cost at most, known before it is planned: one for every object it may answer with, by the cost
 * specification (`@cost`, `@listSize`) and our assumptions where nothing is marked. A list multiplies what is selected
 * of its entries; of several possible types the costliest counts; a field selected in two places counts twice.
 */
export function operationCost(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  rules: CostRules,
): OperationCost {
  const root = rules.schema.getRootType(operation.operation);
  if (!root) return { cost: 0, weighed: 0 };
  const weighing = new Weighing(fragments, rules);
  const perField = operation.operation === OperationTypeNode.MUTATION ? mutationWeight : 0;
  const cost = weighing.selections(operation.selectionSet, root, undefined, perField);
  return { cost: withDefaults(operation, cost), weighed: weighing.weighed };
}

/** Sizes that a page gives to the lists directly inside it, by field name, and what was weighed under them. */
class Page {
  readonly sizes: ReadonlyMap<string, Amount>;
  readonly known = new Map<SelectionSetNode, Map<string, Amount>>();

  constructor(sizes: ReadonlyMap<string, Amount>) {
    this.sizes = sizes;
  }
}

/** Weighs every selection set once for each type it may meet: the work grows with the document, not the answer. */
class Weighing {
  weighed = 0;
  readonly #fragments: Fragments;
  readonly #rules: CostRules;
  readonly #noPage = new Page(new Map());

  constructor(fragments: Fragments, rules: CostRules) {
    this.#fragments = fragments;
    this.#rules = rules;
  }

  /** What is selected of one object of exactly this type. */
  selections(set: SelectionSetNode, type: GraphQLObjectType, page = this.#noPage, perField = 0): Amount {
    const byType = page.known.get(set) ?? new Map<string, Amount>();
    page.known.set(set, byType);
    const known = byType.get(type.name);
    if (known !== undefined) return known;
    const amounts = set.selections.map((selection) => {
      this.weighed += 1;
      return conditional(selection.directives, this.#selection(selection, type, page, perField));
    });
    const cost = shared(sum(amounts));
    byType.set(type.name, cost);
    return cost;
  }

  #selection(selection: SelectionNode, type: GraphQLObjectType, page: Page, perField: number): Amount {
    if (selection.kind === Kind.FIELD) return sum([perField, this.#field(selection, type, page)]);
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (!fragment || (condition && !this.#possible(condition).includes(type))) return 0;
    return this.selections(fragment.selectionSet, type, page, perField);
  }

  #field(node: FieldNode, parent: GraphQLObjectType, page: Page): Amount {
    const name = node.name.value;
    if (name === "__schema" || name === "__type") return introspectionWeight;
    const field = parent.getFields()[name];
    if (!field) return 0;
    const { directives, assumed } = this.#rules;
    const coordinate = `${parent.name}.${name}`;
    const type = getNamedType(field.type).name;
    const rows = rowsOf(coordinate, node, field, directives, assumed);
    const isPage = rows.sizedFields.length > 0;
    const inside = isPage
      ? new Page(new Map(rows.sizedFields.map((sized) => [sized, rows.size])))
      : undefined;
    const size = page.sizes.get(name) ?? (isPage ? 1 : rows.size);
    const weight = directives.weights.get(coordinate);
    const each = node.selectionSet
      ? this.#object(node.selectionSet, type, weight, inside)
      : (weight ?? directives.weights.get(type) ?? 0);
    return sum([argumentCost(coordinate, node, field, directives.weights), times(size, each)]);
  }

  /** What one object costs with what is selected of it, whichever of its possible types it is. */
  #object(set: SelectionSetNode, type: string, weight: number | undefined, page: Page | undefined): Amount {
    return greatest(
      this.#possible(type).map((possible) => {
        const own = weight ?? this.#rules.directives.weights.get(possible.name) ?? 1;
        return sum([own, this.selections(set, possible, page)]);
      }),
    );
  }

  #possible(name: string): readonly GraphQLObjectType[] {
    const type: GraphQLNamedType | undefined = this.#rules.schema.getType(name);
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.#rules.schema.getPossibleTypes(type) : [];
  }
}

/** What `@skip` and `@include` leave out costs nothing. */
function conditional(directives: readonly DirectiveNode[] | undefined, amount: Amount): Amount {
  const conditions = conditionsOn(directives);
  if (conditions.length === 0) return amount;
  return onlyIf(
    (variables) => conditions.every(({ value, wanted }) => valueFromASTUntyped(value, variables) === wanted),
    amount,
  );
}

/** A variable that is not given has the value its definition names. */
function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, cost: Amount): Amount {
  if (typeof cost === "number") return cost;
  const defaults = Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
  if (Object.keys(defaults).length === 0) return cost;
  return ({ variables, known }) => cost({ variables: { ...defaults, ...variables }, known });
}
