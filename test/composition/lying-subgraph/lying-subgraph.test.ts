import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

type Entities = (Record<string, unknown> | null)[];
/** What `residents` makes of a true reply, for the test at hand. */
let lie: (entities: Entities) => unknown = (entities) => entities;
let lieAtRoot: (data: Record<string, unknown>) => unknown = (data) => data;

const graph = federated(
  {
    tickets: {
      sdl: `type Query { tickets: [Ticket!]! }
        type Ticket { reporter: Resident }
        type Resident @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: {
          tickets: () => [{ reporter: { id: "1" } }, { reporter: { id: "2" } }, { reporter: { id: "3" } }],
        },
      },
    },
    residents: {
      sdl: `type Query { mayor: Resident office: Office! }
        type Resident @key(fields: "id") { id: ID! name: String age: Int married: Boolean tags: [String!] home: Home }
        type Home { room: Int! }
        type Office { floor: Float hours: [[Int!]!]! kind: Kind }
        enum Kind { FRONT BACK }`,
      resolvers: {
        Query: {
          mayor: () => ({ id: "9", name: "Mayor", age: 50, married: true, tags: ["a"], home: { room: 1 } }),
          office: () => ({ floor: 2.5, hours: [[9, 12], []], kind: "FRONT" }),
        },
        Resident: {
          __resolveReference: ({ id }: { id: string }) => ({
            id,
            name: `resident ${id}`,
            age: 30,
            married: false,
            tags: ["a", "b"],
            home: { room: Number(id) },
          }),
        },
      },
    },
  },
  (reply, { subgraph }) => {
    if (subgraph !== "residents" || !reply.data) return reply;
    const data = structuredClone(reply.data) as Record<string, unknown>;
    const entities = data._entities as Entities | undefined;
    const answered = entities ? { ...data, _entities: lie(entities) } : lieAtRoot(data);
    return { ...reply, data: answered as Record<string, unknown> };
  },
);
const invalid = (...path: (string | number)[]) => ({ path, code: "INVALID_SUBGRAPH_ANSWER" });
const reporters = (...names: (string | null)[]) => ({
  tickets: names.map((name) => ({ reporter: { name } })),
});

async function asking(query: string, lying: typeof lie, lyingAtRoot: typeof lieAtRoot = (data) => data) {
  lie = lying;
  lieAtRoot = lyingAtRoot;
  return graph.ask(query);
}

describe("a subgraph that answers for somebody else", () => {
  const query = "{ tickets { reporter { name } } }";

  it("in another order: nobody is given another's name, whose key was right keeps theirs", async () => {
    const { data, errors } = await asking(query, ([a, b, c]) => [b, a, c] as Entities);
    expect(data).toEqual(reporters(null, null, "resident 3"));
    expect(errors).toEqual([
      invalid("tickets", 0, "reporter", "name"),
      invalid("tickets", 1, "reporter", "name"),
    ]);
  });

  it.each<[string, typeof lie]>([
    ["too few", (entities) => entities.slice(1)],
    ["too many", (entities) => [...entities, entities[0] ?? null]],
    ["no list", () => ({ 0: "x" })],
    ["nothing", () => null],
  ])("with %s of them: none is believed", async (_, lying) => {
    const { data, errors } = await asking(query, lying);
    expect(data).toEqual(reporters(null, null, null));
    expect(errors).toEqual([0, 1, 2].map((n) => invalid("tickets", n, "reporter", "name")));
  });

  it("with one of them twice: only where it belongs", async () => {
    const { data } = await asking(query, ([, b, c]) => [b, b, c] as Entities);
    expect(data).toEqual(reporters(null, "resident 2", "resident 3"));
  });

  it("with something that is no object at all", async () => {
    const { data, errors } = await asking(query, ([a, , c]) => [a, "resident 2", c] as unknown as Entities);
    expect(data).toEqual(reporters("resident 1", null, "resident 3"));
    expect(errors).toEqual([invalid("tickets", 1, "reporter", "name")]);
  });
});

describe("a subgraph that answers what its schema does not say", () => {
  const first = (change: Record<string, unknown>) => (entities: Entities) =>
    entities.map((entity, n) => (n === 0 ? { ...entity, ...change } : entity));
  const rest = [0, 0].map(() => ({ reporter: expect.anything() }));

  it.each<[string, Record<string, unknown>, string]>([
    ["an object for a string", { name: { first: "x" } }, "name"],
    ["a list for a string", { name: ["x"] }, "name"],
    ["a number for a string", { name: 7 }, "name"],
    ["words for a number", { age: "thirty" }, "age"],
    ["a fraction for a whole number", { age: 30.5 }, "age"],
    ["a number beyond 32 bits", { age: 3_000_000_000 }, "age"],
    ["a number for a truth", { married: 1 }, "married"],
    ["a string for a list", { tags: "a" }, "tags"],
    ["an object for a list", { tags: { 0: "a" } }, "tags"],
    ["a string for an object", { home: "1" }, "home { room }"],
    ["a list for an object", { home: [{ room: 1 }] }, "home { room }"],
  ])("shows null and a reason for %s", async (_, change, selection) => {
    const { data, errors } = await asking(`{ tickets { reporter { ${selection} } } }`, first(change));
    const field = selection.split(" ")[0] ?? "";
    expect(data).toEqual({ tickets: [{ reporter: { [field]: null } }, ...rest] });
    expect(errors).toEqual([invalid("tickets", 0, "reporter", field)]);
  });

  it("takes a list with a null in it for none, where its items may not be null", async () => {
    const { data, errors } = await asking("{ tickets { reporter { tags } } }", first({ tags: ["a", null] }));
    expect(data).toEqual({ tickets: [{ reporter: { tags: null } }, ...rest] });
    expect(errors).toEqual([invalid("tickets", 0, "reporter", "tags", 1)]);
  });

  it("takes a room that is no number for no home", async () => {
    const query = "{ tickets { reporter { home { room } } } }";
    const { data, errors } = await asking(query, first({ home: { room: "cellar" } }));
    expect(data).toEqual({ tickets: [{ reporter: { home: null } }, ...rest] });
    expect(errors).toEqual([invalid("tickets", 0, "reporter", "home", "room")]);
  });

  it("never passes on what was not asked", async () => {
    const { data } = await asking(
      "{ tickets { reporter { name home { room } } } mayor { name } }",
      (entities) =>
        entities.map((entity) => ({ ...entity, name: "N", password: "x", home: { room: 1, key: "x" } })),
      (root) => ({ ...root, secret: "x", mayor: { ...(root.mayor as object), password: "x" } }),
    );
    expect(JSON.stringify(data)).not.toContain("x");
    expect(data).toEqual({
      tickets: [1, 2, 3].map(() => ({ reporter: { name: "N", home: { room: 1 } } })),
      mayor: { name: "Mayor" },
    });
  });

  it.each<[string, Record<string, unknown>, unknown, (string | number)[]]>([
    ["an unknown value of an enum", { kind: "SIDE" }, { office: { kind: null } }, ["office", "kind"]],
    ["a flat list for a list of lists", { hours: [9] }, null, ["office", "hours", 0]],
    ["a string in a list of numbers", { hours: [["9"]] }, null, ["office", "hours", 0, 0]],
    ["a string for a fraction", { floor: "2.5" }, { office: { floor: null } }, ["office", "floor"]],
  ])("at the root too: %s", async (_, change, expected, path) => {
    const field = Object.keys(change)[0];
    const { data, errors } = await asking(
      `{ office { ${field} } }`,
      (entities) => entities,
      (root) => ({ ...root, office: { ...(root.office as object), ...change } }),
    );
    expect(data).toEqual(expected);
    expect(errors).toEqual([invalid(...path)]);
  });

  it("takes names every object has for what they are: nothing that was answered", async () => {
    const { data } = await asking(
      "{ constructor: mayor { toString: name } }",
      (entities) => entities,
      () => ({}),
    );
    expect(data).toEqual({ constructor: null });
  });
});
