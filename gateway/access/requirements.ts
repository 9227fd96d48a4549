import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  parse,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import {
  grantedByOwner,
  personalTag,
  subjectTag,
  takingPart,
} from "../../subgraphs/shared/schema-directives.ts";
import type { Caller } from "./caller.ts";
import type { GrantNeeded, Needed } from "./needed.ts";

/** What must hold for a coordinate to be read: every condition, each satisfied by any one of its alternatives. */
export interface Requirement {
  readonly authenticated: boolean;
  /** Scopes to hold: for each condition, one of the lists, whole. */
  readonly scopes: readonly (readonly (readonly string[])[])[];
  readonly grants: readonly GrantNeeded[];
  /** Policies that nobody decides: what has one stays closed. */
  readonly undecided: readonly string[];
}

const open: Requirement = { authenticated: false, scopes: [], grants: [], undecided: [] };

/**
 * The requirements of every type and field, read from the supergraph's `@authenticated`, `@requiresScopes` and
 * `@policy`. Composition has already merged what several subgraphs say about one coordinate.
 */
export class Requirements {
  readonly #byCoordinate = new Map<string, Requirement>();
  readonly #possibleTypes = new Map<string, string[]>();
  readonly #personal = new Set<string>();
  readonly #subjects = new Map<string, string[]>();

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
      ...[type, ...possible].flatMap((each) => [this.#at(`${each}.${field}`), this.#within(each, field)]),
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

  /** Whether anybody reads it, with or without a token. */
  isPublic(type: string, field: string): boolean {
    const { authenticated } = all([this.#at(type), this.#at(`${type}.${field}`)]);
    return !authenticated;
  }

  /** Whether its owner declares the coordinate personal data. */
  isPersonal(coordinate: string): boolean {
    return this.#personal.has(coordinate);
  }

  /** Whether anything of the graph takes a grant. */
  get anyGrants(): boolean {
    return [...this.#byCoordinate.values()].some(({ grants }) => grants.length > 0);
  }

  /** Fields of the type that its owners say tell whom a row is about. */
  subjectsOf(type: string): readonly string[] {
    return this.#subjects.get(type) ?? [];
  }

  /** The grants it takes to read the field's own value; what it leads to may take others. */
  grantsFor(type: string, field: string): readonly GrantNeeded[] {
    return all([this.#at(`${type}.${field}`), this.#within(type, field)]).grants.filter(
      ({ leadsThere }) => !leadsThere,
    );
  }

  /** A grant of some fields of a type opens the type, and those fields alone. */
  #within(type: string, field: string): Requirement {
    const grants = this.#at(type).grants.filter(({ leadsThere }) => !leadsThere);
    return grants.length === 0 ? open : { ...open, grants: grants.map((grant) => ({ ...grant, field })) };
  }

  /** Composition says of an interface what its types say: grants are of the types. */
  #at(coordinate: string): Requirement {
    const found = this.#byCoordinate.get(coordinate) ?? open;
    if (found.grants.every(({ type }) => !this.#possibleTypes.has(type))) return found;
    const grants = found.grants.flatMap((grant) =>
      (this.#possibleTypes.get(grant.type) ?? [grant.type]).map((type) => ({ ...grant, type })),
    );
    return { ...found, grants };
  }

  #collect(document: DocumentNode): void {
    for (const definition of document.definitions) {
      if (!("name" in definition) || !definition.name) continue;
      const type = definition.name.value;
      if ("directives" in definition && definition.kind !== Kind.OPERATION_DEFINITION) {
        this.#note({ type }, definition.directives);
      }
      if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
        this.#possibleTypes.set(type, definition.types?.map(({ name }) => name.value) ?? []);
      }
      if (
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      ) {
        for (const field of definition.fields ?? [])
          this.#note({ type, field: field.name.value }, field.directives);
        if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
          for (const { name } of definition.interfaces ?? []) {
            this.#possibleTypes.set(name.value, [...(this.#possibleTypes.get(name.value) ?? []), type]);
          }
        }
      }
    }
  }

  #note(at: { type: string; field?: string }, directives: readonly DirectiveNode[] = []): void {
    const found = directives.flatMap((directive) => requirementOf(directive, at) ?? []);
    const coordinate = at.field === undefined ? at.type : `${at.type}.${at.field}`;
    if (found.length > 0) this.#byCoordinate.set(coordinate, all(found));
    if (directives.some((each) => isTag(each, personalTag))) this.#personal.add(coordinate);
    if (at.field !== undefined && directives.some((each) => isTag(each, subjectTag))) {
      this.#subjects.set(at.type, [...this.subjectsOf(at.type), at.field]);
    }
  }
}

const isTag = ({ name, arguments: given = [] }: DirectiveNode, tag: string): boolean =>
  name.value === "tag" && given.some(({ value }) => value.kind === Kind.STRING && value.value === tag);

function requirementOf(
  directive: DirectiveNode,
  at: { type: string; field?: string },
): Requirement | undefined {
  switch (directive.name.value) {
    case "authenticated":
      return { ...open, authenticated: true };
    case "requiresScopes":
      return { ...open, authenticated: true, scopes: [lists(directive, "scopes")] };
    case "policy":
      return { ...open, authenticated: true, ...policiesOf(lists(directive, "policies"), at) };
    default:
      return undefined;
  }
}

/** A list of one policy is a grant, alone or beside that of taking part; anything else is nothing we decide, and stays closed. */
function policiesOf(
  alternatives: readonly (readonly string[])[],
  at: { type: string; field?: string },
): Pick<Requirement, "grants" | "undecided"> {
  const others = alternatives.filter((each) => !isTakingPart(each));
  const [only = []] = others;
  const [policy = ""] = only;
  const [kind, subgraph, owner, through] = policy.split(":");
  if (others.length === 1 && only.length === 1 && kind === grantedByOwner && subgraph && owner) {
    const orTakingPart = alternatives.length > others.length && ({ orTakingPart: true } as const);
    const needed = through === undefined ? at : { type: through, leadsThere: true as const };
    return { grants: [{ subgraph, owner, ...orTakingPart, ...needed }], undecided: [] };
  }
  return { grants: [], undecided: alternatives.flat() };
}

const isTakingPart = (policies: readonly string[]): boolean =>
  policies.length === 1 && policies[0] === takingPart;

function lists(directive: DirectiveNode, argument: string): string[][] {
  const value: ValueNode | undefined = directive.arguments?.find(
    ({ name }) => name.value === argument,
  )?.value;
  return value ? (valueFromASTUntyped(value) as string[][]) : [];
}

const all = (requirements: readonly Requirement[]): Requirement => ({
  authenticated: requirements.some(({ authenticated }) => authenticated),
  scopes: requirements.flatMap(({ scopes }) => scopes),
  grants: requirements.flatMap(({ grants }) => grants),
  undecided: requirements.flatMap(({ undecided }) => undecided),
});

/** What the caller lacks for the requirement; undefined when nothing is lacking. */
export function lacking(requirement: Requirement, { principal, entitlements }: Caller): Needed | undefined {
  if (requirement.authenticated && !principal) return { needed: "a valid token", neededZh: "有效令牌" };
  const missing = requirement.scopes.filter(
    (alternatives) =>
      !alternatives.some((needed) => needed.every((scope) => principal?.scopes.includes(scope))),
  );
  const [scopes] = missing;
  if (scopes) {
    const words = (and: string, or: string) => scopes.map((needed) => needed.join(and)).join(or);
    return {
      needed: `scope ${words(" and ", ", or ")}`,
      neededZh: `权限 ${words("、", "，或 ")}`,
      reason: "NO_SCOPE",
      scopes: [...new Set(scopes.flat())],
    };
  }
  if (requirement.undecided.length > 0) {
    const policies = requirement.undecided.join(", ");
    return { needed: `policy ${policies}`, neededZh: `策略 ${policies}`, reason: "UNDECIDED_POLICY" };
  }
  for (const grant of requirement.grants) {
    const needed = entitlements.lackOf(grant);
    if (needed) return needed;
  }
  return undefined;
}
