import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  visit,
} from "graphql";

/**
 * Coordinates of fields that some subgraph requires of another with arguments of its own, `@requires(fields:
 * "notes(first: 10) { id }")`, and of the same fields wherever an interface shares them.
 */
export function requiredWithArguments(supergraphSdl: string, schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (type: GraphQLNamedType | undefined, { selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        collect(condition === undefined ? type : schema.getType(condition), selection.selectionSet);
      } else if (selection.kind === Kind.FIELD && (isObjectType(type) || isInterfaceType(type))) {
        const field = type.getFields()[selection.name.value];
        if (!field) continue;
        if (selection.arguments?.length)
          for (const each of kin(type, schema)) found.add(`${each}.${field.name}`);
        if (selection.selectionSet) collect(getNamedType(field.type), selection.selectionSet);
      }
    }
  };
  visit(parse(supergraphSdl, { noLocation: true }), {
    ObjectTypeDefinition({ name, fields = [] }) {
      for (const { directives = [] } of fields) {
        for (const directive of directives) {
          if (directive.name.value !== "join__field") continue;
          const required = directive.arguments?.find((argument) => argument.name.value === "requires")?.value;
          if (required?.kind !== Kind.STRING) continue;
          const [definition] = parse(`{ ${required.value} }`, { noLocation: true }).definitions;
          if (definition?.kind === Kind.OPERATION_DEFINITION) {
            collect(schema.getType(name.value), definition.selectionSet);
          }
        }
      }
      return false;
    },
  });
  return found;
}

/** The type, the interfaces it is of, and every type of those. */
function kin(type: GraphQLNamedType, schema: GraphQLSchema): ReadonlySet<string> {
  const interfaces = isInterfaceType(type) ? [type] : isObjectType(type) ? type.getInterfaces() : [];
  const types = interfaces.flatMap((each) => [
    each.name,
    ...schema.getPossibleTypes(each).map(({ name }) => name),
  ]);
  return new Set([type.name, ...types]);
}
