import type { FetchDataRewrite, QueryPlanSelectionNode } from "@apollo/query-planner";
import type { SupergraphTypes } from "../supergraph/supergraph-types.ts";
import { type Data, isData, ownValue } from "./data.ts";
import { stringText, valueText } from "./json-text.ts";

/** How objects of one type are asked for in another subgraph. */
export interface Representation {
  /** What they are called there. */
  readonly typename: string;
  /** The one field by which they are told apart; absent where it takes several, or what is inside one. */
  readonly key?: string | undefined;
  /** The reference to one of them as JSON text; undefined where it has none. */
  readonly text: (target: Data) => string | undefined;
}

/** By the type an object says it is of. */
export type Representations = (type: string) => Representation;

/** A field of a reference: a leaf, or an object with fields of its own. */
interface RepresentedField {
  readonly name: string;
  readonly opening: string;
  readonly selections?: readonly QueryPlanSelectionNode[] | undefined;
}

/**
 * Compiles what a fetch requires, once for each type that is met. Of an object that lacks a required field there is no
 * reference, nor of one whose fields are all null: nobody can be found by that.
 */
export function compileRepresentations(
  requires: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  types: SupergraphTypes,
  optional: ReadonlySet<string>,
): Representations {
  const typenames = compileTypenames(rewrites, types);
  const objectText = compileObjects(types);
  const byType = new Map<string, Representation>();
  return (type) => {
    const known = byType.get(type);
    if (known) return known;
    const typename = typenames(type);
    const fields = fieldsFor(type, requires, types).filter(({ name }) => name !== "__typename");
    const needsNone = fields.length === 0 && names(requires, type, types).has("__typename");
    const beginning = `{"__typename":${stringText(typename)}`;
    const text = (target: Data): string | undefined => {
      let written = beginning;
      let isKnown = needsNone;
      for (const { name, opening, selections } of fields) {
        const value = ownValue(target, name);
        if (value === undefined) {
          if (optional.has(name)) continue;
          return undefined;
        }
        isKnown ||= value !== null;
        written += `,${opening}${selections ? objectText(value, selections) : valueText(value)}`;
      }
      return isKnown ? `${written}}` : undefined;
    };
    const [first, second] = fields;
    const key = second || first?.selections ? undefined : first?.name;
    const representation = { typename, key, text };
    byType.set(type, representation);
    return representation;
  };
}

/** Names a reference of the type is made of, at its first level. */
export const names = (
  requires: readonly QueryPlanSelectionNode[],
  type: string,
  types: SupergraphTypes,
): ReadonlySet<string> => new Set(fieldsFor(type, requires, types).map(({ name }) => name));

/** References inside a reference: fields that are missing there are null, as the planner expects. */
function compileObjects(types: SupergraphTypes) {
  const known = new WeakMap<readonly QueryPlanSelectionNode[], Map<string, readonly RepresentedField[]>>();
  const fieldsOf = (selections: readonly QueryPlanSelectionNode[], type: string) => {
    const byType = known.get(selections) ?? new Map<string, readonly RepresentedField[]>();
    known.set(selections, byType);
    const fields = byType.get(type) ?? fieldsFor(type, selections, types);
    byType.set(type, fields);
    return fields;
  };
  const objectText = (value: unknown, selections: readonly QueryPlanSelectionNode[]): string => {
    if (Array.isArray(value)) return `[${value.map((item) => objectText(item, selections)).join(",")}]`;
    if (!isData(value)) return "null";
    const type = typeof value.__typename === "string" ? value.__typename : "";
    const parts: string[] = [];
    for (const { name, opening, selections: inner } of fieldsOf(selections, type)) {
      const field = ownValue(value, name);
      if (field === undefined) return "null";
      parts.push(opening + (inner ? objectText(field, inner) : valueText(field)));
    }
    return `{${parts.join(",")}}`;
  };
  return objectText;
}

/** The fields required of objects of a type, those required twice joined. */
function fieldsFor(
  type: string,
  selections: readonly QueryPlanSelectionNode[],
  types: SupergraphTypes,
): readonly RepresentedField[] {
  const fields = new Map<string, RepresentedField>();
  const collect = (nodes: readonly QueryPlanSelectionNode[]): void => {
    for (const node of nodes) {
      if (node.kind === "InlineFragment") {
        if (node.typeCondition && types.isOfType(type, node.typeCondition)) collect(node.selections);
        continue;
      }
      const name = node.alias ?? node.name;
      const selected = fields.get(name)?.selections ?? [];
      const selections = node.selections && [...selected, ...node.selections];
      fields.set(name, { name, opening: `${JSON.stringify(name)}:`, selections });
    }
  };
  collect(selections);
  return [...fields.values()];
}

/**
 * What a type is called in the subgraph that is asked: where it knows only the interface (`@interfaceObject`, or an
 * interface with a key), the plan says to name that.
 */
function compileTypenames(rewrites: readonly FetchDataRewrite[], types: SupergraphTypes) {
  const setters = rewrites.map((rewrite) => {
    const [fragment = "", field] = rewrite.path;
    if (rewrite.kind !== "ValueSetter" || rewrite.path.length !== 2 || field !== "__typename") {
      throw new Error(`a reference is to be rewritten in a way unknown to us: ${JSON.stringify(rewrite)}`);
    }
    return { condition: fragment.replace("... on ", ""), typename: String(rewrite.setValueTo) };
  });
  return (type: string): string =>
    setters.reduce(
      (name, { condition, typename }) => (types.isOfType(name, condition) ? typename : name),
      type,
    );
}
