import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from "graphql";
import type { CompositionFinding } from "./composition-finding.ts";

type CompositeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Requirements (`@requires`) that compose, but that no planner of today meets in every operation: with them an answer
 * may hold another argument's value, a value computed of nothing, or take half a minute to be planned. Better no
 * supergraph than one that is quietly wrong.
 */
export function requirementFindings(supergraph: string): readonly CompositionFinding[] {
  const definitions = compositesOf(parse(supergraph, { noLocation: true }));
  const requirements = [...definitions.values()].flatMap((definition) =>
    (definition.fields ?? []).flatMap((field) =>
      requirementsOf(field).map((selections) => ({ definition, field: field.name.value, selections })),
    ),
  );
  const argumentsOf = new Map<string, Set<string>>();
  const findings: CompositionFinding[] = [];
  for (const { definition, field, selections } of requirements) {
    const coordinate = `${definition.name.value}.${field}`;
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      findings.push({
        code: "REQUIRES_ON_INTERFACE_OBJECT",
        message: `${coordinate} requires something of an interface object, of which no plan knows whose type it is. Compute it on the types themselves, or of the key alone.`,
      });
    }
    walk(definition, definition.name.value, selections, (path, required, args) => {
      const texts = argumentsOf.get(path) ?? new Set();
      argumentsOf.set(path, texts.add(args));
      if (required && requirementsOf(required).length > 0) {
        findings.push({
          code: "REQUIRES_CHAIN",
          message: `${coordinate} requires ${path}, which itself requires something. Require what that is made of instead.`,
        });
      }
    });
  }
  for (const [path, texts] of argumentsOf) {
    if (texts.size < 2) continue;
    findings.push({
      code: "REQUIRES_ARGUMENT_CONFLICT",
      message: `${path} is required with different arguments: ${[...texts].map((text) => `(${text})`).join(" and ")}. Require it with the same ones, or let its owner give each its own field.`,
    });
  }
  return findings;

  function walk(
    type: CompositeDefinition | undefined,
    path: string,
    { selections }: SelectionSetNode,
    visit: (path: string, field: FieldDefinitionNode | undefined, args: string) => void,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const narrowed = condition === undefined ? type : definitions.get(condition);
        walk(narrowed, path, selection.selectionSet, visit);
      } else if (selection.kind === Kind.FIELD) {
        const field = type?.fields?.find(({ name }) => name.value === selection.name.value);
        const below = `${path}.${selection.name.value}`;
        visit(below, field, (selection.arguments ?? []).map(print).sort().join(", "));
        if (!selection.selectionSet) continue;
        walk(field && definitions.get(nameOf(field.type)), below, selection.selectionSet, visit);
      }
    }
  }
}

const compositesOf = (document: DocumentNode): ReadonlyMap<string, CompositeDefinition> =>
  new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [[each.name.value, each] as const]
        : [],
    ),
  );

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

const requirementsOf = ({ directives = [] }: FieldDefinitionNode): readonly SelectionSetNode[] =>
  directives.flatMap(requirementOf);

function requirementOf({ name, arguments: args = [] }: DirectiveNode): SelectionSetNode[] {
  const required = args.find((argument) => argument.name.value === "requires")?.value;
  if (name.value !== "join__field" || required?.kind !== Kind.STRING) return [];
  const [definition] = parse(`{ ${required.value} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [];
}
