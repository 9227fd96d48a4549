import { parse } from "graphql";
import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { describe, expect, it } from "vitest";
import { refuse } from "./errors.ts";
import { CompiledOperation } from "./execution/compiled-operation.ts";
import { buildFederatedSchema } from "./federated-schema.ts";
import { Key } from "./schema-directives.ts";

@ObjectType()
@Key("id")
class Well {
  @Field(() => String)
  id: string;
}

@ObjectType()
@Key("id")
class Pump {
  @Field(() => String)
  id: string;
}

@Resolver()
class NoResolver {
  @Query(() => Boolean)
  up(): boolean {
    return true;
  }
}

type WithId = { readonly id: string };

const { schema } = buildFederatedSchema<{ asked: string[] }>({
  name: "wells",
  owner: "WELLS-BUREAU",
  ownerZh: "水井局",
  resolvers: [NoResolver],
  types: [Well, Pump],
  references: {
    Well: async ({ id }: WithId, { asked }) => {
      asked.push(id);
      if (id === "locked") throw refuse("BUSY", { subgraph: "wells" });
      if (id === "broken") throw "no error at all";
      if (id === "dry") return null;
      return id === "plain" ? { id } : Object.assign(new Well(), { id });
    },
  },
});

const answerTo = async (...representations: object[]) => {
  const operation = new CompiledOperation(
    schema,
    parse(`query ($of: [_Any!]!) {
      _entities(representations: $of) { __typename ... on Well { id } ... on Pump { id } } }`),
  );
  const asked: string[] = [];
  const { data, errors = [] } = await operation.execute({
    context: { asked },
    variables: { of: representations },
  });
  const entities = (data?._entities ?? []) as unknown[];
  return { entities, asked, errors: errors.map(({ message, path }) => ({ message, path })) };
};

const well = (id: string) => ({ __typename: "Well", id });

describe("entity references", () => {
  it("are answered in their order, whatever kind of row they gave", async () => {
    const pump = { __typename: "Pump", id: "p" };
    const { entities, asked } = await answerTo(well("a"), pump, well("plain"), well("dry"), well("a"));
    expect(entities).toEqual([well("a"), pump, well("plain"), null, well("a")]);
    expect(asked).toEqual(["a", "plain", "dry", "a"]);
  });

  it("that fail take no other along, and leave the rest in place", async () => {
    const { entities, errors } = await answerTo(well("a"), well("locked"), well("broken"), well("b"));
    expect(entities).toEqual([well("a"), null, null, well("b")]);
    expect(errors.map(({ path }) => path)).toEqual([
      ["_entities", 1],
      ["_entities", 2],
    ]);
    expect(errors[0]?.message).toContain("wells");
  });

  it("of a type that is not there are an error", async () => {
    const { entities, errors } = await answerTo(well("a"), { __typename: "Query" });
    expect(entities).toEqual([well("a"), null]);
    expect(errors).toMatchObject([{ path: ["_entities", 1] }]);
  });

  it.each([
    ["nothing", undefined],
    ["a null among them", [null]],
  ])("given as %s are a value that does not fit", async (_, of) => {
    const operation = new CompiledOperation(
      schema,
      parse("query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }"),
    );
    const { data, errors } = await operation.execute({ context: { asked: [] }, variables: { of } });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: expect.stringContaining('"$of"') }]);
  });
});
