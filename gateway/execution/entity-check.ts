import type { FetchNode } from "@apollo/query-planner";
import { type DocumentNode, type InlineFragmentNode, Kind, parse, type SelectionNode, visit } from "graphql";
import type { SupergraphTypes } from "../supergraph/supergraph-types.ts";
import { type Data, isData, ownValue } from "./data.ts";
import { names } from "./representation.ts";

export interface EntityCheck {
  /** The fetch's operation, with the key of every entity asked back. */
  readonly document: DocumentNode;
  /** Whether the reply is about the object it was asked for. */
  readonly isAbout: (target: Data, reply: Data) => boolean;
}

/** A field of a key, and the response name under which the subgraph is to say it again. */
interface AskedBack {
  readonly type: string;
  readonly name: string;
  readonly echo: string;
  readonly selections: readonly SelectionNode[];
}

/**
 * `_entities` answers by position alone: a subgraph that loses or swaps a row would give one person another's data. So
 * every entity is asked to say its key again, and what says another is not joined.
 */
export function compileEntityCheck(fetch: FetchNode, types: SupergraphTypes): EntityCheck {
  const asked: AskedBack[] = [];
  const document = parse(fetch.operation, { noLocation: true });
  const edited: DocumentNode = visit(document, {
    Field(field) {
      if (field.name.value !== "_entities" || !field.selectionSet) return false;
      const selections = field.selectionSet.selections.flatMap((selection): SelectionNode[] => {
        if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
        if (!selection.directives?.length) return [withKey(selection, fetch, types, asked)];
        // What is asked under a condition may be left out; the key never.
        const always = {
          ...selection,
          directives: [],
          selectionSet: { ...selection.selectionSet, selections: [] },
        };
        const key = withKey(always, fetch, types, asked);
        return key.selectionSet.selections.length > 0 ? [selection, key] : [selection];
      });
      return { ...field, selectionSet: { ...field.selectionSet, selections } };
    },
  });
  const byType = new Map<unknown, readonly AskedBack[]>();
  return {
    document: edited,
    isAbout(target, reply) {
      const typename = target.__typename;
      let concerning = byType.get(typename);
      if (!concerning) {
        concerning = asked.filter(({ type }) => types.isOfType(String(typename), type));
        byType.set(typename, concerning);
      }
      for (const { name, echo, selections } of concerning) {
        if (!saysTheSame(ownValue(target, name), ownValue(reply, echo), selections)) return false;
      }
      return true;
    },
  };
}

function withKey(
  fragment: InlineFragmentNode,
  { serviceName, requires = [] }: FetchNode,
  types: SupergraphTypes,
  asked: AskedBack[],
): InlineFragmentNode {
  const type = fragment.typeCondition?.name.value ?? "";
  const known = new Set(
    requires.flatMap((node) => {
      const required = node.kind === "InlineFragment" ? (node.typeCondition ?? "") : "";
      const concerned = types.isOfType(required, type) || types.isOfType(type, required);
      return concerned ? [...names(requires, required, types)] : [];
    }),
  );
  const key = types
    .keysOf(serviceName, type)
    .map(({ selections }) => selections.flatMap((each) => (each.kind === Kind.FIELD ? [each] : [])))
    .find((fields) => fields.every(({ name }) => known.has(name.value)));
  const added: SelectionNode[] = [];
  for (const field of key ?? []) {
    const name = field.name.value;
    const already = fragment.selectionSet.selections.some(
      (each) =>
        each.kind === Kind.FIELD &&
        each.name.value === name &&
        !each.alias &&
        !each.selectionSet &&
        !each.directives?.length,
    );
    const echo = already ? name : `_k${asked.length}`;
    asked.push({ type, name, echo, selections: field.selectionSet?.selections ?? [] });
    if (!already) added.push({ ...field, alias: { kind: Kind.NAME, value: echo } });
  }
  const selections = [...fragment.selectionSet.selections, ...added];
  return { ...fragment, selectionSet: { ...fragment.selectionSet, selections } };
}

/** An ID may be a number on one side and its digits on the other. */
function saysTheSame(known: unknown, said: unknown, selections: readonly SelectionNode[]): boolean {
  if (selections.length === 0) return known === said || (said != null && String(known) === String(said));
  if (Array.isArray(known) && Array.isArray(said)) {
    return (
      known.length === said.length && known.every((item, index) => saysTheSame(item, said[index], selections))
    );
  }
  if (!isData(known) || !isData(said)) return known === said;
  return selections.every(
    (each) =>
      each.kind !== Kind.FIELD ||
      saysTheSame(
        ownValue(known, each.name.value),
        ownValue(said, each.name.value),
        each.selectionSet?.selections ?? [],
      ),
  );
}
