import { Kind } from "graphql";
import type { CompositionFinding } from "./composition-finding.ts";
import { Requirements, requirementsOf } from "./requirements.ts";

/**
 * Requirements (`@requires`) that compose, but that no planner of today meets in every operation: with them an answer
 * may hold another argument's value, a value computed of nothing, or take half a minute to be planned. Better no
 * supergraph than one that is quietly wrong.
 */
export function requirementFindings(supergraph: string): readonly CompositionFinding[] {
  const requirements = new Requirements(supergraph);
  const argumentsOf = new Map<string, Set<string>>();
  const findings: CompositionFinding[] = [];
  for (const requirement of requirements.all) {
    const { coordinate, definition } = requirement;
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      findings.push({
        code: "REQUIRES_ON_INTERFACE_OBJECT",
        message: `${coordinate} requires something of an interface object, of which no plan knows whose type it is. Compute it on the types themselves, or of the key alone.`,
      });
    }
    for (const { path, field, arguments: args } of requirements.fieldsOf(requirement)) {
      const texts = argumentsOf.get(path) ?? new Set();
      argumentsOf.set(path, texts.add(args));
      if (field && requirementsOf(field).length > 0) {
        findings.push({
          code: "REQUIRES_CHAIN",
          message: `${coordinate} requires ${path}, which itself requires something. Require what that is made of instead.`,
        });
      }
    }
  }
  for (const [path, texts] of argumentsOf) {
    if (texts.size < 2) continue;
    findings.push({
      code: "REQUIRES_ARGUMENT_CONFLICT",
      message: `${path} is required with different arguments: ${[...texts].map((text) => `(${text})`).join(" and ")}. Require it with the same ones, or let its owner give each its own field.`,
    });
  }
  return findings;
}
