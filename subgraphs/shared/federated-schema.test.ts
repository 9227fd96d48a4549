import { type GraphQLObjectType, parse, visit } from "graphql";
import { Field, ObjectType, Query, Resolver, UseMiddleware } from "type-graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { notes } from "../../test/testkit/notes.ts";
import { buildFederatedSchema } from "./federated-schema.ts";

/** The directives on every type and field of the emitted SDL, by coordinate. */
const directives = new Map<string, string[]>();

beforeAll(() => {
  const { sdl } = buildFederatedSchema(notes);
  let type = "";
  visit(parse(sdl), {
    ObjectTypeDefinition(node) {
      type = node.name.value;
      directives.set(type, node.directives?.map(({ name }) => name.value) ?? []);
    },
    FieldDefinition(node) {
      directives.set(`${type}.${node.name.value}`, node.directives?.map(({ name }) => name.value) ?? []);
    },
  });
});

describe("the emitted schema", () => {
  it("keeps the directives that classes and fields carry", () => {
    expect(directives.get("Note")).toEqual(["key", "tag"]);
    expect(directives.get("Note.secret")).toEqual(["requiresScopes"]);
    expect(directives.get("PageInfo")).toEqual(["tag", "shareable"]);
  });

  it("closes what is not marked public: types, queries and mutations alike", () => {
    expect(directives.get("LogEntry")).toContain("authenticated");
    expect(directives.get("Query.noteFeed")).toEqual(["requiresScopes", "authenticated"]);
    expect(directives.get("Mutation.write")).toEqual(["authenticated"]);
    expect(directives.get("Query.notes")).toEqual(["tag"]);
  });

  it("makes a connection as public as its node", () => {
    expect(directives.get("NoteConnection")).toEqual(["tag"]);
    expect(directives.get("NoteEdge")).toEqual(["tag"]);
  });

  it("leaves out a column without a field: it is secret by default", () => {
    expect([...directives.keys()].filter((coordinate) => coordinate.startsWith("LogEntry."))).not.toContain(
      "LogEntry.actorId",
    );
  });

  it("is the same text every time", () => {
    expect(buildFederatedSchema(notes).sdl).toBe(buildFederatedSchema(notes).sdl);
  });
});

@ObjectType()
class Row {
  @Field(() => String)
  plain: string;

  @Field(() => String, { name: "called" })
  named: string;

  @Field(() => String, { nullable: true })
  @UseMiddleware(() => Promise.resolve("withheld"))
  guarded: string | null;
}

@Resolver(() => Row)
class RowResolver {
  @Query(() => Row)
  row(): Row {
    return Object.assign(new Row(), { plain: "plain", named: "named", guarded: "secret" });
  }
}

describe("the executable schema", () => {
  const { schema } = buildFederatedSchema({
    name: "rows",
    owner: "ROWS-BUREAU",
    ownerZh: "示例局",
    resolvers: [RowResolver],
    types: [],
    references: {},
  });
  const { plain, called, guarded } = (schema.getType("Row") as GraphQLObjectType).getFields();

  it("has no resolver where a field is the property of its name", () => {
    expect(plain?.resolve).toBeUndefined();
  });

  it("keeps the resolver of a property of another name", () => {
    expect(called?.resolve).toBeInstanceOf(Function);
  });

  it("keeps what guards a field", async () => {
    expect(await guarded?.resolve?.({ guarded: "secret" }, {}, {}, {} as never)).toBe("withheld");
  });
});
