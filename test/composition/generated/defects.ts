import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from "@apollo/query-planner";
import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { Trial } from "./trial.ts";

/** A known way in which Apollo's gateway answers wrongly. Its folder under `test/composition` tells it on its own. */
interface Defect {
  readonly name: string;
  /** Whether this operation, planned so, is of the kind that goes wrong. */
  readonly explains: (evidence: Evidence) => boolean;
}

interface Evidence {
  readonly trial: Trial;
  readonly document: DocumentNode;
  readonly fetches: readonly FetchNode[];
  /** Those that are made whatever the variables are. */
  readonly certain: readonly FetchNode[];
}

/** The defects that explain why Apollo's gateway answered the operation otherwise than it should. */
export function defectsOf(trial: Trial, plan: QueryPlan | undefined): string[] {
  const document = parse(trial.operation.query, { noLocation: true });
  const [fetches, certain] = [true, false].map((all) => (plan?.node ? fetchesOf(plan.node, all) : [])) as [
    FetchNode[],
    FetchNode[],
  ];
  const evidence = { trial, document, fetches, certain };
  return defects.filter(({ explains }) => explains(evidence)).map(({ name }) => name);
}

/**
 * Whether what differs in our answer is what Apollo's planner made of the operation: it asked of every object what was
 * asked of some, and where that failed, what was asked of the others went with it. Our answer says so at every such null.
 */
export const isAskedOfMore = ({ ours, stock, monolith }: Trial): boolean =>
  JSON.stringify(ours.data) !== JSON.stringify(monolith.data) &&
  JSON.stringify(sorted(ours.data)) === JSON.stringify(sorted(stock.data)) &&
  isSameButForToldNulls(
    ours.data,
    monolith.data,
    [],
    new Set(ours.errors.map(({ path }) => JSON.stringify(path))),
  );

function isSameButForToldNulls(
  ours: unknown,
  expected: unknown,
  path: readonly (string | number)[],
  told: ReadonlySet<string>,
): boolean {
  if (ours === null && expected !== null) return told.has(JSON.stringify(path));
  if (typeof ours !== "object" || ours === null || typeof expected !== "object" || expected === null) {
    return ours === expected;
  }
  const names = Object.keys(ours);
  return (
    names.join() === Object.keys(expected).join() &&
    names.every((name) => {
      const at = Array.isArray(ours) ? Number(name) : name;
      return isSameButForToldNulls(ours[name as never], expected[name as never], [...path, at], told);
    })
  );
}

const defects: readonly Defect[] = [
  { name: "asked-of-more", explains: ({ trial }) => isAskedOfMore(trial) },
  {
    name: "order-of-keys",
    explains: ({ trial }) =>
      JSON.stringify(sorted(trial.stock.data)) === JSON.stringify(sorted(trial.monolith.data)),
  },
  {
    name: "interface-object-typename",
    explains: ({ fetches }) => fetches.some(asksInterfaceObjectForItsName),
  },
  {
    name: "narrowed-after-widened",
    explains: ({ document }) => some(document, isNarrowedWithin(document)),
  },
  {
    name: "requirement-beside-other-fields",
    explains: ({ fetches }) =>
      fetches.some((fetch) => requiredBeyondKeys(fetch).length > 0 && entityFields(fetch).size > 1),
  },
  {
    name: "alias-of-a-key",
    explains: ({ document, fetches }) => {
      const required = fetches.flatMap(({ requires = [] }) => namesIn(requires));
      // A key is fetched for what is left out by a condition as well.
      const asked = (key: string) =>
        fetches.some(({ operation }) => new RegExp(`\\b${key}\\b(?!\\s*:)`).test(operation));
      const needed = fetches.length > 0 ? new Set([...required, ...[...keyFields].filter(asked)]) : keyFields;
      return some(document, (node) => node.kind === Kind.FIELD && needed.has(node.alias?.value ?? ""));
    },
  },
  {
    name: "requires-with-argument-conflict",
    explains: ({ document, fetches }) =>
      fetches.some((fetch) => requiredBeyondKeys(fetch).includes("size")) &&
      some(document, (node) => node.kind === Kind.FIELD && node.name.value === "size" && !node.alias),
  },
  {
    name: "mutations",
    explains: ({ document }) => document.definitions.some(isMutationOfFragmentsOrRepeats),
  },
  {
    name: "nothing-selected",
    explains: ({ document, certain }) =>
      some(
        document,
        (node) =>
          mayComeToNothing(node) &&
          !certain.some(({ operation }) => new RegExp(`\\b${node.name.value}\\b`).test(operation)),
      ),
  },
  {
    name: "literal-conditions",
    explains: ({ document }) => some(document, isLiterallyLeftOut),
  },
  {
    name: "introspection-in-a-fragment",
    explains: ({ trial }) =>
      trial.stock.errors.some(({ message }) =>
        /^Was not able to find any options for .*__(type|schema)/.test(message),
      ),
  },
  {
    name: "interface-object-arguments",
    explains: ({ document }) => ["tickets", "remarks"].some((field) => argumentsOf(field, document).size > 1),
  },
];

function fetchesOf(node: PlanNode | SubscriptionNode, conditional: boolean): FetchNode[] {
  switch (node.kind) {
    case "Fetch":
      return [node];
    case "Flatten":
      return fetchesOf(node.node, conditional);
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap((each) => fetchesOf(each, conditional));
    case "Condition":
      if (!conditional) return [];
      return [node.ifClause, node.elseClause].flatMap((each) => (each ? fetchesOf(each, true) : []));
    default:
      throw new Error(`no ${node.kind} is planned here`);
  }
}

/** What the district's keys are made of: anything else in a representation is there because of `@requires`. */
const keyFields = new Set([
  "__typename",
  "id",
  "code",
  "number",
  "registration",
  "idCard",
  "ticket",
  "serial",
  "division",
  "building",
  "room",
]);

type Required = NonNullable<FetchNode["requires"]>;

const namesIn = (nodes: Required): string[] =>
  nodes.flatMap((node) =>
    node.kind === "Field" ? [node.name, ...namesIn(node.selections ?? [])] : namesIn(node.selections),
  );

const requiredBeyondKeys = ({ requires = [] }: FetchNode): string[] => beyondKeys(requires);

const beyondKeys = (nodes: Required): string[] =>
  nodes.flatMap((node) => {
    if (node.kind === "InlineFragment") return beyondKeys(node.selections);
    return keyFields.has(node.name) ? [] : [node.name, ...namesIn(node.selections ?? [])];
  });

/** The selections of each entity fetched, by the type asked for. */
function entitySelections(fetch: FetchNode): { type: string; set: SelectionSetNode }[] {
  const found: { type: string; set: SelectionSetNode }[] = [];
  visit(parse(fetch.operation), {
    Field(field) {
      if (field.name.value !== "_entities") return false;
      for (const each of field.selectionSet?.selections ?? []) {
        if (each.kind !== Kind.INLINE_FRAGMENT) continue;
        found.push({ type: each.typeCondition?.name.value ?? "", set: each.selectionSet });
      }
      return false;
    },
  });
  return found;
}

function entityFields(fetch: FetchNode): Set<string> {
  const fields = new Set<string>();
  for (const { set } of entitySelections(fetch)) {
    visit(set, {
      Field({ name, alias }) {
        fields.add(alias?.value ?? name.value);
        return false;
      },
    });
  }
  return fields;
}

/** `Place` is one object to these: to them every shop and every park is a `Place`. */
const knowPlaceAsObject = new Set(["evaluation", "tickets"]);

const asksInterfaceObjectForItsName = (fetch: FetchNode): boolean =>
  knowPlaceAsObject.has(fetch.serviceName) &&
  entitySelections(fetch).some(({ type, set }) => type === "Place" && asksForTypename(set));

const asksForTypename = ({ selections }: SelectionSetNode): boolean =>
  selections.some((each) =>
    each.kind === Kind.INLINE_FRAGMENT
      ? asksForTypename(each.selectionSet)
      : each.kind === Kind.FIELD && each.name.value === "__typename",
  );

/** A mutation with root fields in fragments, whose order is lost, or asked again, and done again, under a condition. */
function isMutationOfFragmentsOrRepeats(definition: ASTNode): boolean {
  if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== "mutation") return false;
  const { selections } = definition.selectionSet;
  const names = selections.map((each) => (each.kind === Kind.FIELD ? (each.alias ?? each.name).value : each));
  return selections.some(({ kind }) => kind !== Kind.FIELD) || new Set(names).size < names.length;
}

/** With what a field is asked throughout the document, as text. */
function argumentsOf(field: string, document: DocumentNode): Set<string> {
  const found = new Set<string>();
  visit(document, {
    Field({ name, arguments: args = [] }) {
      if (name.value === field) found.add(args.map(print).join(", "));
    },
  });
  return found;
}

function some(document: DocumentNode, holds: (node: ASTNode) => boolean): boolean {
  let found = false;
  visit(document, {
    enter(node) {
      found ||= holds(node);
      return found ? false : undefined;
    },
  });
  return found;
}

/** Interfaces and unions of the district. */
const abstract = new Set(["Place", "Party", "Attachment", "Event", "Subject", "Record"]);

/** A fragment on an interface or union with another type condition somewhere inside, before any field. */
const isNarrowedWithin = (document: DocumentNode) => {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const conditions = (selections: readonly SelectionNode[]): boolean =>
    selections.some((each) => {
      if (each.kind === Kind.FIELD) return false;
      if (each.kind === Kind.FRAGMENT_SPREAD) return true;
      return each.typeCondition !== undefined || conditions(each.selectionSet.selections);
    });
  return (node: ASTNode): boolean => {
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
    if (fragment?.kind !== Kind.INLINE_FRAGMENT && fragment?.kind !== Kind.FRAGMENT_DEFINITION) return false;
    return (
      abstract.has(fragment.typeCondition?.name.value ?? "") && conditions(fragment.selectionSet.selections)
    );
  };
};

/** A field of which everything selected is under a condition or a type that it may not have. */
function mayComeToNothing(node: ASTNode): node is FieldNode {
  if (node.kind !== Kind.FIELD || !node.selectionSet) return false;
  return node.selectionSet.selections.every(
    (each: SelectionNode) => each.kind !== Kind.FIELD || isConditional(each),
  );
}

const isConditional = ({ directives = [] }: FieldNode): boolean => directives.length > 0;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}

function isLiterallyLeftOut(node: ASTNode): boolean {
  if (node.kind !== Kind.DIRECTIVE) return false;
  const value = node.arguments?.[0]?.value;
  return value?.kind === Kind.BOOLEAN && value.value === (node.name.value === "skip");
}
