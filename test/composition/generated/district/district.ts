import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSchema, isObjectType, Kind, parse } from "graphql";
import type { Part, Resolvers } from "../../../testkit/composed.ts";
import { fields, interfaceOf, keysOf, referenced, required } from "./fields.ts";
import type { Row, World } from "./world.ts";

/** Every resolver of the district finds its data in the world of the request. */
export interface InWorld {
  readonly world: World;
}

type Arguments = Readonly<Record<string, unknown>>;

function known(row: Row | undefined, field: string, args: Arguments, world: World, type: string): unknown {
  const source = row ?? { __typename: type };
  if (source.ghost && !keysOf[type]?.includes(field)) return null;
  const named = fields[type]?.[field] ?? fields[interfaceOf[type] ?? type]?.[field];
  return named ? named(source, args, world) : source[field];
}

const requiredOf = (type: string, field: string) =>
  required[type]?.[field] ?? required[interfaceOf[type] ?? type]?.[field];

/** Seven departments' subgraphs; each resolves what its schema says it owns, from nothing but the world. */
export function districtParts(): Readonly<Record<string, Part>> {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".graphql"));
  return Object.fromEntries(
    files.sort().map((file) => {
      const sdl = readFileSync(join(import.meta.dirname, file), "utf8");
      return [basename(file, ".graphql"), { sdl, resolvers: subgraphResolvers(sdl) }];
    }),
  );
}

function subgraphResolvers(sdl: string): Resolvers {
  const resolvers: Record<string, Resolvers[string]> = {};
  for (const definition of parse(sdl).definitions) {
    const isInterface = definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
    if (!isInterface && definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    const own: Record<string, Resolvers[string][string]> = {};
    for (const { name, directives = [] } of isInterface ? [] : (definition.fields ?? [])) {
      const field = name.value;
      const needs = directives.some((directive) => directive.name.value === "requires");
      own[field] = needs ? fromRepresentation(type, field) : fromRow(type, field);
    }
    const find = referenced[interfaceOf[type] ?? type];
    if (find && definition.directives?.some(({ name }) => name.value === "key")) {
      own.__resolveReference = ((reference: Row, { world }: InWorld) => {
        const row = find(reference, world);
        return row && { ...row, reference, __typename: isInterface ? row.__typename : type };
      }) as never;
    }
    if (Object.keys(own).length > 0) resolvers[type] = own;
  }
  return resolvers;
}

const fromRow = (type: string, field: string) =>
  ((row: Row, args: Arguments, { world }: InWorld) => known(row, field, args, world, type)) as never;

const fromRepresentation = (type: string, field: string) =>
  ((row: Row, args: Arguments) => {
    const computed = requiredOf(type, field);
    if (!row.reference || !computed) throw new Error(`${type}.${field} was asked without what it requires`);
    return computed.value(row.reference as Arguments, args);
  }) as never;

/** The same fields over the composed types, in one schema. */
export function districtResolvers(api: string): Resolvers {
  const resolvers: Record<string, Resolvers[string]> = {};
  for (const type of Object.values(buildSchema(api).getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    resolvers[type.name] = Object.fromEntries(
      Object.keys(type.getFields()).map((field) => [field, withoutFederation(type.name, field)]),
    );
  }
  return resolvers;
}

const withoutFederation = (type: string, field: string) =>
  ((row: Row, args: Arguments, { world }: InWorld) => whole(row, field, args, world, type)) as never;

function whole(row: Row, field: string, args: Arguments, world: World, type: string): unknown {
  const computed = requiredOf(type, field);
  if (!computed || row?.ghost) return known(row, field, args, world, type);
  const given = computed.given((needed, neededArgs = {}) => whole(row, needed, neededArgs, world, type));
  return computed.value(given, args);
}
