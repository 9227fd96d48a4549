import { Kind, parse, print, type TypeNode } from "graphql";
import { describe, expect, it } from "vitest";
import { buildFederatedSchema } from "../../subgraphs/shared/federated-schema.ts";
import { subgraphs } from "../subgraphs.ts";
import { compose } from "./compose.ts";
import { emitContract, staleFiles } from "./emit.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated"])\n`;

describe("composition", () => {
  it("gives a supergraph and the schema clients see, without the marks that are not theirs", () => {
    const result = compose([
      { name: "a", sdl: `${link} type Query { t: T @authenticated } type T @key(fields: "id") { id: ID! }` },
      { name: "b", sdl: `${link} type T @key(fields: "id") { id: ID! more: String }` },
    ]);
    expect(result.success && result.api).toMatch(/type T \{\s+id: ID!\s+more: String/);
    expect(result.success && result.supergraph).toContain("@authenticated");
    expect(result.success && result.api).not.toContain("@authenticated");
  });

  it("answers with coded findings instead of throwing when subgraphs contradict each other", () => {
    const result = compose([
      {
        name: "a",
        sdl: `${link} type Query { t: T } type T @key(fields: "id") { id: ID! n: Int @shareable }`,
      },
      { name: "b", sdl: `${link} type T @key(fields: "id") { id: ID! n: String @shareable }` },
    ]);
    expect(result).toMatchObject({ success: false, errors: [{ code: "FIELD_TYPE_MISMATCH" }] });
  });
});

describe("the committed contract", () => {
  it("composes and is what the code emits now", async () => {
    const contract = emitContract();
    if (!contract.success) throw new Error(JSON.stringify(contract.errors));
    expect(await staleFiles(contract.files)).toEqual([]);
    // A stub with words of its own would speak over the owner's.
    expect(contract.hints).toEqual([]);
  });
});

/** The type of a field that is never null, and of whose items none is. */
const certain = (type: TypeNode): string | undefined => {
  if (type.kind !== Kind.NON_NULL_TYPE) return undefined;
  const { type: inner } = type;
  return inner.kind === Kind.LIST_TYPE ? certain(inner.type) : inner.name.value;
};

describe("a department that is down, or does not know what another names", () => {
  it("takes nothing with it: what leads to its data may be null", () => {
    const schemas = subgraphs.map((parts) => ({
      name: parts.name,
      types: parse(buildFederatedSchema(parts).sdl).definitions.filter(
        (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
      ),
    }));
    const fieldsOf = (subgraph: string, type: string): number =>
      schemas.find(({ name }) => name === subgraph)?.types.find(({ name }) => name.value === type)?.fields
        ?.length ?? 0;
    // Whoever says most about a type owns it; to the others it is a key and what they add.
    const ownerOf = (type: string): string | undefined =>
      schemas.map(({ name }) => name).sort((one, other) => fieldsOf(other, type) - fieldsOf(one, type))[0];
    const entities = new Set(
      schemas.flatMap(({ types }) =>
        types
          .filter(({ directives = [] }) => directives.some(({ name }) => name.value === "key"))
          .map(({ name }) => name.value),
      ),
    );

    // What others add to an entity is null while they are down; what they say of its key is the owner's.
    const added = schemas.flatMap(({ name, types }) =>
      types
        .filter(({ name: type }) => entities.has(type.value) && ownerOf(type.value) !== name)
        .flatMap((type) => {
          const keys = (type.directives ?? []).flatMap(
            (each) => /^@key\(fields: "([^"]+)"/.exec(print(each))?.[1]?.split(" ") ?? [],
          );
          return (type.fields ?? [])
            .filter(({ type: answer }) => answer.kind === Kind.NON_NULL_TYPE)
            .filter(({ directives = [] }) => !directives.some((each) => each.name.value === "external"))
            .filter((field) => !keys.includes(field.name.value))
            .map((field) => `${name}: ${type.name.value}.${field.name.value}`);
        }),
    );
    expect(added).toEqual([]);

    const queries = schemas.flatMap(({ types }) =>
      types.filter(({ name }) => name.value === "Query").flatMap(({ fields = [] }) => fields),
    );
    const certainQueries = queries.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
    expect(certainQueries.map(({ name }) => name.value)).toEqual([]);

    const fragile = schemas.flatMap(({ name, types }) =>
      types.flatMap((type) =>
        (type.fields ?? []).flatMap((field) => {
          const target = certain(field.type);
          return target && entities.has(target) && ownerOf(target) !== name
            ? [`${name}: ${type.name.value}.${field.name.value}`]
            : [];
        }),
      ),
    );
    expect(fragile).toEqual([]);
  });
});
