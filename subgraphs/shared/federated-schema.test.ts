import { parse, visit } from "graphql";
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
    expect(directives.get("Query.noteFeed")).toEqual(["authenticated"]);
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
