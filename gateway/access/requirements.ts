import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  parse,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import type { Principal } from "../../subgraphs/shared/principal.ts";

/** What must hold for a coordinate to be read: every condition, each satisfied by any one of its alternatives. */
export interface Requirement {
  readonly authenticated: boolean;
  /** Scopes to hold: for each condition, one of the lists, whole. */
  readonly scopes: readonly (readonly (readonly string[])[])[];
  /** Policies asked for. None is decided anywhere yet, so a coordinate with a policy stays closed. */
  readonly policies: readonly string[];
}

const open: Requirement = { authenticated: false, scopes: [], policies: [] };

/**
 * The requirements of every type and field, read from the supergraph's `@authenticated`, `@requiresScopes` and
 * `@policy`. Composition has already merged what several subgraphs say about one coordinate.
 */
export class Requirements {
  readonly #byCoordinate = new Map<string, Requirement>();
  readonly #possibleTypes = new Map<string, string[]>();

  constructor(supergraphSdl: string) {
    this.#collect(parse(supergraphSdl, { noLocation: true }));
  }

  /**
   * What selecting `type.field`, answering with `returned`, needs: the field's own conditions and its type's. Asked of
   * an interface it may be answered by any of its types, so it needs what each of them asks for the field.
   */
  ofField(type: string, field: string, returned: string): Requirement {
    const possible = this.#possibleTypes.get(type) ?? [];
    return all([
      this.#at(`${type}.${field}`),
      ...possible.map((each) => this.#at(`${each}.${field}`)),
      this.ofType(returned),
    ]);
  }

  /** What a value of the type needs; an abstract type needs what each of its possible types needs. */
  ofType(type: string): Requirement {
    return all([
      this.#at(type),
      ...(this.#possibleTypes.get(type) ?? []).map((possible) => this.#at(possible)),
    ]);
  }

  #at(coordinate: string): Requirement {
    return this.#byCoordinate.get(coordinate) ?? open;
  }

  #collect(document: DocumentNode): void {
    for (const definition of document.definitions) {
      if (!("name" in definition) || !definition.name) continue;
      const type = definition.name.value;
      if ("directives" in definition && definition.kind !== Kind.OPERATION_DEFINITION) {
        this.#note(type, definition.directives);
      }
      if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
        this.#possibleTypes.set(type, definition.types?.map(({ name }) => name.value) ?? []);
      }
      if (
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      ) {
        for (const field of definition.fields ?? [])
          this.#note(`${type}.${field.name.value}`, field.directives);
        if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
          for (const { name } of definition.interfaces ?? []) {
            this.#possibleTypes.set(name.value, [...(this.#possibleTypes.get(name.value) ?? []), type]);
          }
        }
      }
    }
  }

  #note(coordinate: string, directives: readonly DirectiveNode[] = []): void {
    const found = directives.flatMap((directive) => requirementOf(directive) ?? []);
    if (found.length > 0) this.#byCoordinate.set(coordinate, all(found));
  }
}

function requirementOf(directive: DirectiveNode): Requirement | undefined {
  switch (directive.name.value) {
    case "authenticated":
      return { ...open, authenticated: true };
    case "requiresScopes":
      return { ...open, authenticated: true, scopes: [lists(directive, "scopes")] };
    case "policy":
      return { ...open, authenticated: true, policies: lists(directive, "policies").flat() };
    default:
      return undefined;
  }
}

function lists(directive: DirectiveNode, argument: string): string[][] {
  const value: ValueNode | undefined = directive.arguments?.find(
    ({ name }) => name.value === argument,
  )?.value;
  return value ? (valueFromASTUntyped(value) as string[][]) : [];
}

const all = (requirements: readonly Requirement[]): Requirement => ({
  authenticated: requirements.some(({ authenticated }) => authenticated),
  scopes: requirements.flatMap(({ scopes }) => scopes),
  policies: requirements.flatMap(({ policies }) => policies),
});

/** What the principal lacks for the requirement, in words; undefined when nothing is lacking. */
export function lacking(requirement: Requirement, principal: Principal | null): string | undefined {
  if (requirement.authenticated && !principal) return "a valid token";
  const missing = requirement.scopes.filter(
    (alternatives) =>
      !alternatives.some((needed) => needed.every((scope) => principal?.scopes.includes(scope))),
  );
  const [scopes] = missing;
  if (scopes) return `scope ${scopes.map((needed) => needed.join(" and ")).join(", or ")}`;
  if (requirement.policies.length > 0) return `policy ${requirement.policies.join(", ")}`;
  return undefined;
}
