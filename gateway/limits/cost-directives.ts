import { type ConstDirectiveNode, type DocumentNode, Kind, parse, valueFromASTUntyped } from "graphql";

/** What `@listSize` says of a field, in the words of the directive. */
export interface ListSize {
  readonly assumedSize?: number | null;
  /** Arguments that say how many rows are asked for. */
  readonly slicingArguments?: readonly string[] | null;
  /** Lists inside the field's type that the size is about, e.g. `edges` of a connection. */
  readonly sizedFields?: readonly string[] | null;
  /** Whether one of the slicing arguments must be given; true unless said otherwise. */
  readonly requireOneSlicingArgument?: boolean | null;
}

/** The marks of the cost specification, by coordinate: `Type`, `Type.field` or `Type.field(argument:)`. */
export interface CostDirectives {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

const specification = "https://specs.apollo.dev/cost/";

/** Reads `@cost` and `@listSize`, under whatever names the supergraph imports them, from its SDL. */
export function readCostDirectives(supergraphSdl: string): CostDirectives {
  const document = parse(supergraphSdl, { noLocation: true });
  const names = namesIn(document);
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    for (const directive of directives) {
      if (directive.name.value === names.cost) weights.set(coordinate, Number(argumentsOf(directive).weight));
      if (directive.name.value === names.listSize) listSizes.set(coordinate, argumentsOf(directive));
    }
  };
  for (const definition of document.definitions) {
    if (!("name" in definition) || !definition.name || !("directives" in definition)) continue;
    const type = definition.name.value;
    note(type, definition.directives as readonly ConstDirectiveNode[]);
    if (!("fields" in definition)) continue;
    for (const field of definition.fields ?? []) {
      note(`${type}.${field.name.value}`, field.directives);
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      for (const argument of field.arguments ?? []) {
        note(`${type}.${field.name.value}(${argument.name.value}:)`, argument.directives);
      }
    }
  }
  return { weights, listSizes };
}

/** What is not imported goes by the specification's name: alone for the directive called the same, else as a prefix. */
function namesIn(document: DocumentNode): { cost: string; listSize: string } {
  const links = document.definitions
    .filter((definition) => definition.kind === Kind.SCHEMA_DEFINITION)
    .flatMap(({ directives = [] }) => directives)
    .filter(({ name }) => name.value === "link")
    .map((directive) => argumentsOf<Link>(directive));
  const link = links.find(({ url }) => url.startsWith(specification));
  const prefix = link?.as ?? "cost";
  const imported = (name: string, otherwise: string): string => {
    const found = link?.import?.find((each) => (typeof each === "string" ? each : each.name) === `@${name}`);
    const used = typeof found === "string" ? found : (found?.as ?? found?.name);
    return used?.slice(1) ?? otherwise;
  };
  return {
    cost: imported("cost", prefix),
    listSize: imported("listSize", `${prefix}__listSize`),
  };
}

interface Link {
  readonly url: string;
  readonly as?: string;
  readonly import?: readonly (string | { readonly name: string; readonly as?: string })[];
}

/** Composition has judged them by the directive's definition. */
const argumentsOf = <Arguments = Record<string, unknown>>(directive: ConstDirectiveNode): Arguments =>
  Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  ) as Arguments;
