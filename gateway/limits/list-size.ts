import {
  type FieldNode,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Amount, Variables } from "./amount.ts";
import type { CostDirectives, ListSize } from "./cost-directives.ts";
import { isFixed } from "./fixed-value.ts";

/** What is assumed of lists that say nothing of their size. */
export interface AssumedSizes {
  /** Rows of a page when neither the caller nor the schema says how many. */
  readonly page: number;
  /** Entries of a list without pages. */
  readonly list: number;
}

/** How many rows a field may answer with, and which lists inside its type that number is about. */
export interface Rows {
  readonly size: Amount;
  /** Empty where the field is itself the list. */
  readonly sizedFields: readonly string[];
}

type Field = GraphQLField<unknown, unknown>;

const pageArguments = ["first", "last"];
const pageLists = ["edges", "nodes"];

/**
 * The size of what a field selects: from its `@listSize`, else from its page arguments, else as assumed. A field that
 * is neither a list nor a page of one answers with one row.
 */
export function rowsOf(
  coordinate: string,
  node: FieldNode,
  field: Field,
  { listSizes }: CostDirectives,
  assumed: AssumedSizes,
): Rows {
  const declared = listSizes.get(coordinate) ?? pageSize(field);
  const isList = isListType(getNullableType(field.type));
  if (!declared) return { size: isList ? assumed.list : 1, sizedFields: [] };
  const otherwise = declared.assumedSize ?? (declared.slicingArguments?.length ? assumed.page : assumed.list);
  return {
    size: sliced(coordinate, node, field, declared, otherwise),
    sizedFields: declared.sizedFields ?? [],
  };
}

/** Pages follow the Relay convention: `first` rows, under `edges` where the page is an object of its own. */
function pageSize(field: Field): ListSize | undefined {
  const slicingArguments = field.args
    .filter(({ name, type }) => pageArguments.includes(name) && getNamedType(type).name === "Int")
    .map(({ name }) => name);
  if (slicingArguments.length === 0) return undefined;
  if (isListType(getNullableType(field.type))) return { slicingArguments, requireOneSlicingArgument: false };
  const page = getNamedType(field.type);
  const fields = isObjectType(page) ? page.getFields() : {};
  const sizedFields = pageLists.filter((name) => isListType(getNullableType(fields[name]?.type)));
  return sizedFields.length > 0
    ? { slicingArguments, sizedFields, requireOneSlicingArgument: false }
    : undefined;
}

/** The greatest number asked for by an argument of the field, as the operation or else the schema gives it. */
function sliced(
  coordinate: string,
  node: FieldNode,
  field: Field,
  { slicingArguments, requireOneSlicingArgument }: ListSize,
  otherwise: number,
): Amount {
  const names = slicingArguments ?? [];
  if (names.length === 0) return otherwise;
  const values = names.map((name) => ({
    given: node.arguments?.find((argument) => argument.name.value === name)?.value,
    standard: field.args.find((argument) => argument.name === name)?.defaultValue,
  }));
  const rows = (variables: Variables): number | undefined => {
    const asked = values.map(({ given, standard }) => read(given, variables) ?? standard);
    const numbers = asked.filter((each) => typeof each === "number");
    if (numbers.length > 0) return Math.max(...numbers);
    return requireOneSlicingArgument === false ? otherwise : undefined;
  };
  const isFixedSize = values.every(({ given }) => !given || isFixed(given));
  const fixed = isFixedSize ? rows({}) : undefined;
  if (fixed !== undefined) return fixed;
  return ({ variables }) => {
    const size = rows(variables);
    if (size !== undefined) return size;
    throw refuse("LIST_SIZE_MISSING", { coordinate, arguments: names.join(", ") });
  };
}

const read = (given: ValueNode | undefined, variables: Variables): unknown =>
  given && valueFromASTUntyped(given, variables);
