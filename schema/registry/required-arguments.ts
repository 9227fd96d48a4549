import { type DirectiveNode, Kind, parse, print, type SelectionSetNode, visit } from "graphql";
import type { CompositionFinding } from "./composition-finding.ts";

/**
 * Two requirements of one field with different arguments meet under one response name in a plan, and one of them would
 * be given the other's value. No planner of today keeps them apart, so composition refuses them.
 */
export function requiredArgumentFindings(supergraph: string): readonly CompositionFinding[] {
  const argumentsOf = new Map<string, Set<string>>();
  const collect = (path: string, { selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(path, selection.selectionSet);
      if (selection.kind !== Kind.FIELD) continue;
      const field = `${path}.${selection.name.value}`;
      const texts = argumentsOf.get(field) ?? new Set();
      argumentsOf.set(field, texts.add((selection.arguments ?? []).map(print).sort().join(", ")));
      if (selection.selectionSet) collect(field, selection.selectionSet);
    }
  };
  visit(parse(supergraph, { noLocation: true }), {
    ObjectTypeDefinition({ name, fields = [] }) {
      for (const required of fields.flatMap(({ directives = [] }) => directives.flatMap(requirementOf))) {
        const [definition] = parse(`{ ${required} }`, { noLocation: true }).definitions;
        if (definition?.kind === Kind.OPERATION_DEFINITION) collect(name.value, definition.selectionSet);
      }
      return false;
    },
  });
  return [...argumentsOf]
    .filter(([, texts]) => texts.size > 1)
    .map(([field, texts]) => ({
      code: "REQUIRES_ARGUMENT_CONFLICT",
      message: `${field} is required with different arguments: ${[...texts].map((text) => `(${text})`).join(" and ")}. Require it with the same ones, or let its owner give each its own field.`,
    }));
}

function requirementOf({ name, arguments: args = [] }: DirectiveNode): string[] {
  if (name.value !== "join__field") return [];
  const required = args.find((argument) => argument.name.value === "requires")?.value;
  return required?.kind === Kind.STRING ? [required.value] : [];
}
