import {
  type DirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from "graphql";

export type CompositeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** One field of one subgraph that is computed of what others hold (`@requires`). */
export interface Requirement {
  readonly definition: CompositeDefinition;
  readonly field: FieldDefinitionNode;
  /** `Type.field` */
  readonly coordinate: string;
  /** Of the subgraph that computes it, as the supergraph names it in its `join__Graph`. */
  readonly graph: string;
  readonly selections: SelectionSetNode;
}

/** A field on the way that a requirement takes. */
export interface RequiredField {
  /** From the type on that requires: `Ticket.demander.phone`. */
  readonly path: string;
  readonly type: CompositeDefinition | undefined;
  readonly field: FieldDefinitionNode | undefined;
  /** As text, in one order. */
  readonly arguments: string;
}

/** The requirements that a supergraph was composed with. */
export class Requirements {
  readonly all: readonly Requirement[];
  readonly #definitions: ReadonlyMap<string, CompositeDefinition>;

  constructor(supergraph: string) {
    this.#definitions = new Map(
      parse(supergraph, { noLocation: true }).definitions.flatMap((each) =>
        each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION
          ? [[each.name.value, each] as const]
          : [],
      ),
    );
    this.all = [...this.#definitions.values()].flatMap((definition) =>
      (definition.fields ?? []).flatMap((field) =>
        requirementsOf(field).map((each) => ({
          ...each,
          definition,
          field,
          coordinate: `${definition.name.value}.${field.name.value}`,
        })),
      ),
    );
  }

  /** Every field that it takes, those first that lead to others. */
  fieldsOf({ definition, selections }: Requirement): readonly RequiredField[] {
    return this.#walk(definition, definition.name.value, selections);
  }

  #walk(
    type: CompositeDefinition | undefined,
    path: string,
    { selections }: SelectionSetNode,
  ): RequiredField[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const narrowed = condition === undefined ? type : this.#definitions.get(condition);
        return this.#walk(narrowed, path, selection.selectionSet);
      }
      if (selection.kind !== Kind.FIELD) return [];
      const field = type?.fields?.find(({ name }) => name.value === selection.name.value);
      const below = `${path}.${selection.name.value}`;
      const args = (selection.arguments ?? []).map(print).sort().join(", ");
      const required = { path: below, type, field, arguments: args };
      if (!selection.selectionSet) return [required];
      const next = field && this.#definitions.get(nameOf(field.type));
      return [required, ...this.#walk(next, below, selection.selectionSet)];
    });
  }
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

export const requirementsOf = ({
  directives = [],
}: FieldDefinitionNode): readonly Pick<Requirement, "graph" | "selections">[] =>
  directives.flatMap((directive) => {
    const [graph, requires] = [textOf(directive, "graph"), textOf(directive, "requires")];
    if (directive.name.value !== "join__field" || graph === undefined || requires === undefined) return [];
    return [{ graph, selections: fieldSet(requires) }];
  });

/** The text or the name that the directive gives for an argument. */
export function textOf({ arguments: args = [] }: DirectiveNode, name: string): string | undefined {
  const value = args.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

export function fieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no set of fields`);
  return definition.selectionSet;
}
