import {
  type DirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type ScalarTypeDefinitionNode,
  type SelectionNode,
} from "graphql";

/** A key of an entity as one subgraph declares it: the fields by which it can be asked for there. */
export interface EntityKey {
  /** As written in `@key(fields:)`. */
  readonly fields: string;
  readonly selections: readonly SelectionNode[];
}

/** What execution has to know of the supergraph's types, read from its SDL. */
export class SupergraphTypes {
  /** Concrete and abstract types by the types they also count as. */
  readonly #subtypes = new Map<string, Set<string>>();
  readonly #keys = new Map<string, EntityKey[]>();
  /** Interfaces that some subgraph knows as one object type (`@interfaceObject`): it cannot tell its types apart. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Names of every field that some key or requirement is made of. */
  readonly neededNames: ReadonlySet<string>;
  readonly #requirements = new Map<string, Map<string, ReadonlySet<string>>>();
  /** Subgraphs by the type they know, and by the coordinate where not all of those resolve it. */
  readonly #resolving = new Map<string, ReadonlySet<string | undefined>>();

  constructor(supergraphSdl: string) {
    const document = parse(supergraphSdl, { noLocation: true });
    const names = subgraphNames(document);
    const interfaceObjects = new Set<string>();
    this.interfaceObjects = interfaceObjects;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
        this.#addResolving(definition, names);
      } else if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
        for (const { name } of definition.types ?? []) this.#addSubtype(definition.name.value, name.value);
      } else if (
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      ) {
        for (const { name } of definition.interfaces ?? [])
          this.#addSubtype(name.value, definition.name.value);
        this.#addKeys(definition, names);
        this.#addResolving(definition, names);
        this.#addRequirements(definition, names);
        const isInterfaceObject = definition.directives?.some(
          (directive) => argumentOf(directive, "isInterfaceObject") === "true",
        );
        if (isInterfaceObject) interfaceObjects.add(definition.name.value);
      }
    }
    const keys = [...this.#keys.values()].flat().flatMap(({ selections }) => allNames(selections));
    this.neededNames = new Set([...keys, ...this.#requiredNames]);
  }

  /** What `subgraph` must be given of an object of `type`, at its first level, to answer each of its fields. */
  requirementsOf(subgraph: string, type: string): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#requirements.get(`${subgraph} ${type}`) ?? new Map();
  }

  /** The one subgraph that answers the field; undefined where several do. */
  holderOf(type: string, field: string): string | undefined {
    const [holder, ...others] = this.#resolving.get(`${type}.${field}`) ?? this.#resolving.get(type) ?? [];
    return others.length === 0 ? holder : undefined;
  }

  /** The one subgraph that takes values of a scalar; undefined where several do, or none. */
  keeperOf(scalar: string): string | undefined {
    const [keeper, ...others] = this.#resolving.get(scalar) ?? [];
    return others.length === 0 ? keeper : undefined;
  }

  readonly #requiredNames = new Set<string>();

  #addRequirements(
    { name, fields = [] }: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
    names: ReadonlyMap<string, string>,
  ): void {
    for (const field of fields) {
      for (const directive of field.directives ?? []) {
        const required = argumentOf(directive, "requires");
        if (directive.name.value !== "join__field" || required === undefined) continue;
        const key = `${names.get(argumentOf(directive, "graph") ?? "")} ${name.value}`;
        const selections = selectionsOf(required);
        const byField = this.#requirements.get(key) ?? new Map<string, ReadonlySet<string>>();
        this.#requirements.set(key, byField.set(field.name.value, new Set(firstNames(selections))));
        for (const each of allNames(selections)) this.#requiredNames.add(each);
      }
    }
  }

  /** Whether `subgraph` can be asked for the field of an object of `type`. */
  resolves(subgraph: string, type: string, field: string): boolean {
    const resolving = this.#resolving.get(`${type}.${field}`) ?? this.#resolving.get(type);
    return resolving?.has(subgraph) ?? false;
  }

  #addResolving(
    definition: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | ScalarTypeDefinitionNode,
    names: ReadonlyMap<string, string>,
  ): void {
    const { name, directives = [] } = definition;
    const fields = "fields" in definition ? (definition.fields ?? []) : [];
    const subgraphOf = (directive: DirectiveNode) => names.get(argumentOf(directive, "graph") ?? "");
    const joined = directives.filter((each) => each.name.value === "join__type");
    this.#resolving.set(name.value, new Set(joined.map(subgraphOf)));
    for (const field of fields) {
      const said = (field.directives ?? []).filter((each) => each.name.value === "join__field");
      if (said.length === 0) continue;
      const resolving = said.filter((each) => argumentOf(each, "external") !== "true");
      this.#resolving.set(`${name.value}.${field.name.value}`, new Set(resolving.map(subgraphOf)));
    }
  }

  /** Whether an object of `type` is also one of `condition`: the same type, or an interface or union it belongs to. */
  isOfType(type: string, condition: string): boolean {
    return type === condition || (this.#subtypes.get(condition)?.has(type) ?? false);
  }

  /** The keys by which `subgraph` can be asked for objects of `type`. */
  keysOf(subgraph: string, type: string): readonly EntityKey[] {
    return this.#keys.get(`${subgraph} ${type}`) ?? [];
  }

  #addSubtype(type: string, subtype: string): void {
    const subtypes = this.#subtypes.get(type) ?? new Set();
    this.#subtypes.set(type, subtypes.add(subtype));
  }

  #addKeys(
    { name, directives = [] }: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
    names: ReadonlyMap<string, string>,
  ): void {
    for (const directive of directives) {
      const fields = argumentOf(directive, "key");
      if (directive.name.value !== "join__type" || fields === undefined) continue;
      const subgraph = names.get(argumentOf(directive, "graph") ?? "");
      const keys = this.#keys.get(`${subgraph} ${name.value}`) ?? [];
      this.#keys.set(`${subgraph} ${name.value}`, [...keys, { fields, selections: selectionsOf(fields) }]);
    }
  }
}

/** The SDL speaks of subgraphs by enum values; plans speak of them by name. */
function subgraphNames(document: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== "join__Graph") continue;
    for (const { name, directives = [] } of definition.values ?? []) {
      const graph = directives.find((directive) => directive.name.value === "join__graph");
      names.set(name.value, (graph && argumentOf(graph, "name")) ?? name.value);
    }
  }
  return names;
}

function argumentOf(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && "value" in value ? String(value.value) : undefined;
}

function selectionsOf(fields: string): readonly SelectionNode[] {
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
}

const firstNames = (selections: readonly SelectionNode[]): string[] =>
  selections.flatMap((each) =>
    each.kind === Kind.FIELD
      ? [each.name.value]
      : each.kind === Kind.INLINE_FRAGMENT
        ? firstNames(each.selectionSet.selections)
        : [],
  );

const allNames = (selections: readonly SelectionNode[]): string[] =>
  selections.flatMap((each) => {
    const inner = each.kind === Kind.FRAGMENT_SPREAD ? [] : allNames(each.selectionSet?.selections ?? []);
    return each.kind === Kind.FIELD ? [each.name.value, ...inner] : inner;
  });
