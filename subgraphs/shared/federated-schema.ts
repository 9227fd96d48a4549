import { buildSubgraphSchema } from "@apollo/subgraph";
import { createPubSub } from "@graphql-yoga/subscription";
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  defaultFieldResolver,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from "graphql";
import { buildSchemaSync, createResolversMap, getMetadataStorage, type NonEmptyArray } from "type-graphql";
import { answerReferences, type ReferenceResolver } from "./entity-references.ts";
import { isClear, type PersonalField, shown } from "./personal.ts";
import type { Principal } from "./principal.ts";
import { readArguments } from "./read-arguments.ts";
import { grantedByOwner, grantPolicy, ownerTag } from "./schema-directives.ts";

const federationLink = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
    "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@tag", "@inaccessible",
    "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize", "@interfaceObject"
  ])`).definitions;

const authenticated: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "authenticated" },
};

export interface SchemaParts<Context> {
  readonly name: string;
  /** What the codes of the owner's units end in (业主单位): `MARKET-SUPERVISION`. */
  readonly owner: string;
  /** What the owner is usually called (业主单位名称): 市场监督管理局. */
  readonly ownerZh: string;
  readonly resolvers: NonEmptyArray<new () => object>;
  /** Entity classes reachable only through references, not through a resolver. */
  readonly types: readonly (new () => object)[];
  /** Answers `_entities` per type: the reference as the gateway sent it, to the row or null. */
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
}

export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  /** The subgraph's SDL with its federation directives, sorted, as it is committed and composed. */
  readonly sdl: string;
}

/**
 * From decorated classes to a Federation 2 subgraph. type-graphql keeps applied directives only on AST nodes and
 * graphql-js prints none of them, so the printed schema is given them back before it is built again.
 */
export function buildFederatedSchema<Context>(parts: SchemaParts<Context>): FederatedSchema {
  leavePropertiesAlone();
  const declared = buildSchemaSync({
    resolvers: parts.resolvers,
    orphanedTypes: [...parts.types],
    validate: false,
    skipCheck: true,
    pubSub: createPubSub(),
  });
  const document = withOwner(withDirectives(lexicographicSortSchema(declared)), parts);
  const resolvers = createResolversMap(declared);
  const schema = buildSubgraphSchema({ typeDefs: document, resolvers: resolvers as never });
  answerReferences(schema, parts.references);
  maskPersonal(schema, declared, parts.owner);
  return { schema: readingArguments(schema), sdl: `${print(document)}\n` };
}

/**
 * A field that is nothing but the property of its name needs no resolver: whoever executes reads it. type-graphql would
 * put four calls between, which is most of what a long list costs. What guards a field is not to be lost by it.
 */
function leavePropertiesAlone(): void {
  const { fields, middlewares, resolverMiddlewares, authorizedFields } = getMetadataStorage();
  const guardedClasses = new Set(resolverMiddlewares.map(({ target }) => target));
  const guarded = [...middlewares, ...authorizedFields];
  for (const field of fields) {
    const { target, name, schemaName } = field;
    field.simple =
      schemaName === name &&
      !guardedClasses.has(target) &&
      !guarded.some((each) => each.target === target && each.fieldName === name);
  }
}

/** Says in the contract who owns the subgraph, and whose grant is needed, where a class could only say that one is. */
const withOwner = <Context>(
  document: DocumentNode,
  { name, owner, ownerZh }: SchemaParts<Context>,
): DocumentNode =>
  visit(document, {
    SchemaExtension: (extension) => ({
      ...extension,
      directives: [...(extension.directives ?? []), tag(ownerTag(name, owner, ownerZh))],
    }),
    Directive: (directive) =>
      directive.name.value === "policy"
        ? visit(directive, {
            StringValue(policy) {
              const [kind, through] = policy.value.split(":");
              return kind === grantedByOwner
                ? { ...policy, value: grantPolicy(name, owner, through) }
                : undefined;
            },
          })
        : undefined,
  });

const tag = (name: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "tag" },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: "name" },
      value: { kind: Kind.STRING, value: name },
    },
  ],
});

/** Masks what is personal for whoever it is not shown to, whichever way the field was reached. */
function maskPersonal(schema: GraphQLSchema, declared: GraphQLSchema, owner: string): void {
  for (const type of Object.values(declared.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const served = schema.getType(type.name);
    for (const { name, extensions } of Object.values(type.getFields())) {
      const personal = extensions.personal as PersonalField | undefined;
      const field = isObjectType(served) ? served.getFields()[name] : undefined;
      if (!personal || !field) continue;
      const { resolve = defaultFieldResolver } = field;
      const coordinate = `${type.name}.${name}`;
      const { kind, inClear = (_, { principal }) => isClear(principal, owner, coordinate) } = personal;
      field.resolve = (source, given, context: { principal: Principal | null }, info) => {
        const value = resolve(source, given, context, info);
        if (value === null) return null;
        const clear = inClear(source, context);
        if (!(value instanceof Promise || clear instanceof Promise)) return shown(value, kind, clear);
        return Promise.all([value, clear]).then(([awaited, isShown]) => shown(awaited, kind, isShown));
      };
    }
  }
}

/** Federation's own fields read what the gateway sends, and are left alone. */
function readingArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { name, args, resolve, subscribe } = field;
      if (!resolve || args.length === 0 || name.startsWith("_")) continue;
      if (subscribe) {
        field.subscribe = (source, given, context, info) =>
          subscribe(source, readArguments(given), context, info);
      }
      field.resolve = (source, given, context, info) => resolve(source, readArguments(given), context, info);
    }
  }
  return schema;
}

function withDirectives(schema: GraphQLSchema): DocumentNode {
  const definitions = parse(printSchema(schema)).definitions.map((definition) =>
    annotate(definition, schema),
  );
  return { kind: Kind.DOCUMENT, definitions: [...federationLink, ...definitions] };
}

function annotate(definition: DefinitionNode, schema: GraphQLSchema): DefinitionNode {
  if (
    definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
    definition.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
    definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION
  ) {
    return definition;
  }
  const type = schema.getType(definition.name.value);
  if (!type || !("getFields" in type)) return definition;
  const fields = type.getFields();
  const annotated = {
    ...definition,
    directives: type.astNode?.directives ?? [],
    fields: definition.fields?.map((field) => ({
      ...field,
      directives: [...(field.directives ?? []), ...(fields[field.name.value]?.astNode?.directives ?? [])],
    })),
  } as typeof definition;
  return annotated.kind === Kind.OBJECT_TYPE_DEFINITION ? closedByDefault(annotated) : annotated;
}

/** Secret by default: types and root fields that are not marked public need a token. */
function closedByDefault(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const isRoot = ["Query", "Mutation", "Subscription"].includes(type.name.value);
  if (!isRoot) return isPublic(type) ? type : closed(type);
  const reads = type.name.value === "Query";
  return {
    ...type,
    fields: type.fields?.map((field) => {
      const answer = reads ? missable(field) : field;
      return isPublic(field) ? answer : closed(answer);
    }),
  };
}

/** A query may be withheld, or its system down: a non-null one would take the answers beside it along. */
const missable = (field: FieldDefinitionNode): FieldDefinitionNode =>
  field.type.kind === Kind.NON_NULL_TYPE ? { ...field, type: field.type.type } : field;

const isPublic = ({ directives = [] }: ObjectTypeDefinitionNode | FieldDefinitionNode): boolean =>
  directives.some(
    ({ name, arguments: args = [] }) =>
      name.value === "tag" &&
      args.some(({ value }) => value.kind === Kind.STRING && value.value === "public"),
  );

const closed = <Node extends ObjectTypeDefinitionNode | FieldDefinitionNode>(node: Node): Node => ({
  ...node,
  directives: [...(node.directives ?? []), authenticated],
});
