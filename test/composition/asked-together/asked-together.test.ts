import { describe, expect, it } from "vitest";
import type { SubgraphReply } from "../../../gateway/transport/subgraph-connection.ts";
import { refuse } from "../../../subgraphs/shared/errors.ts";
import { federated } from "../../testkit/federated.ts";

/** What the units are asked for alone or together; this field fails the whole answer, as no resolver of ours would. */
const poison = "poison";

const graph = federated(
  {
    tickets: {
      sdl: `type Query { tickets: [Ticket!]! }
      type Mutation { sign: Ticket }
      type Ticket @key(fields: "number") { number: ID! handler: Unit reporter: Unit grid: Grid }
      type Unit @key(fields: "code", resolvable: false) { code: ID! }
      type Grid @key(fields: "code", resolvable: false) { code: ID! }`,
      resolvers: {
        Query: {
          tickets: () => [
            { number: "1", handler: { code: "a" }, reporter: { code: "b" }, grid: { code: "g" } },
            { number: "2", handler: { code: "b" }, reporter: null, grid: { code: "h" } },
          ],
        },
        Mutation: { sign: () => ({ number: "3", handler: { code: "a" }, reporter: { code: "b" } }) },
      },
    },
    departments: {
      sdl: `type Unit @key(fields: "code") { code: ID! name(short: Boolean): String fails: String ${poison}: String chief: Officer }
      type Officer { rank: Int fails: Int }
      type Grid @key(fields: "code") { code: ID! steward: Unit }`,
      resolvers: {
        Unit: {
          __resolveReference: (unit: object) => unit,
          name: ({ code }: { code: string }, { short }: { short?: boolean }) =>
            short ? code : `unit ${code}`,
          fails: ({ code }: { code: string }) => {
            throw refuse("NO_SUCH_PATH", { graphql: code, explorer: "" });
          },
          chief: () => ({ rank: 1 }),
        },
        Officer: {
          fails: () => {
            throw refuse("STOPPING");
          },
        },
        Grid: {
          __resolveReference: (grid: object) => grid,
          steward: ({ code }: { code: string }) => ({ code: code === "g" ? "a" : "c" }),
        },
      },
    },
  },
  (reply, { operation }): SubgraphReply =>
    operation.includes(poison) ? { data: null, errors: [refuse("STOPPING").toJSON()] } : reply,
);
const sentTo = (subgraph: string) => graph.sent().filter((each) => each.subgraph === subgraph);

describe("fetches that ask one subgraph for entities at once", () => {
  it("travel in one request, and each has its own answers", async () => {
    const query =
      "{ tickets { handler { name } reporter { code chief { rank } } grid { steward { name } } } }";
    expect(await graph.ask(query)).toEqual({
      data: {
        tickets: [
          {
            handler: { name: "unit a" },
            reporter: { code: "b", chief: { rank: 1 } },
            grid: { steward: { name: "unit a" } },
          },
          { handler: { name: "unit b" }, reporter: null, grid: { steward: { name: "unit c" } } },
        ],
      },
      errors: [],
    });
    const [together, ...others] = sentTo("departments");
    expect(others).toEqual([]);
    expect(Object.values(together?.variables ?? {})).toEqual(
      expect.arrayContaining([
        [
          { __typename: "Unit", code: "a" },
          { __typename: "Unit", code: "b" },
        ],
        [{ __typename: "Unit", code: "b" }],
        [
          { __typename: "Grid", code: "g" },
          { __typename: "Grid", code: "h" },
        ],
      ]),
    );
  });

  it("share the client's variables, whatever they are called", async () => {
    const query = `query ($representations0: Boolean, $_part0: Boolean = true) {
      tickets { handler { name(short: $representations0) } reporter { name(short: $_part0) } } }`;
    const { data, errors } = await graph.ask(query, { representations0: true });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      tickets: [
        { handler: { name: "a" }, reporter: { name: "b" } },
        { handler: { name: "b" }, reporter: null },
      ],
    });
    expect(sentTo("departments")).toHaveLength(1);
  });

  it("tell each its own errors, at the places they belong to", async () => {
    const query = "{ tickets { handler { name fails } boss: reporter { chief { rank worse: fails } } } }";
    const { data, errors } = await graph.ask(query);
    expect(data).toEqual({
      tickets: [
        { handler: { name: "unit a", fails: null }, boss: { chief: { rank: 1, worse: null } } },
        { handler: { name: "unit b", fails: null }, boss: null },
      ],
    });
    expect(sentTo("departments")).toHaveLength(1);
    expect(errors.map(({ path, code }) => [path?.join("."), code]).sort()).toEqual([
      ["tickets.0.boss.chief.worse", "STOPPING"],
      ["tickets.0.handler.fails", "NO_SUCH_PATH"],
      ["tickets.1.handler.fails", "NO_SUCH_PATH"],
    ]);
  });

  it("are asked one by one where one of them spoils the whole answer", async () => {
    const { data, errors } = await graph.ask(`{ tickets { handler { name } reporter { ${poison} } } }`);
    expect(data).toEqual({
      tickets: [
        { handler: { name: "unit a" }, reporter: { [poison]: null } },
        { handler: { name: "unit b" }, reporter: null },
      ],
    });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      [["tickets", 0, "reporter", poison], "STOPPING"],
    ]);
    expect(sentTo("departments")).toHaveLength(3);
  });

  it("are asked alone where the others have nothing to ask", async () => {
    const query = `query ($with: Boolean!) {
      tickets { handler { name } ... @include(if: $with) { reporter { chief { rank } } } } }`;
    for (const condition of [true, false]) {
      await graph.ask(query, { with: condition });
      const [asked, ...others] = sentTo("departments");
      expect(others).toEqual([]);
      expect(asked?.operation.match(/_entities\(/g)).toHaveLength(condition ? 2 : 1);
    }
  });

  it("do so behind a mutation too, which itself travels alone", async () => {
    const { data } = await graph.ask("mutation { sign { handler { name } reporter { name(short: true) } } }");
    expect(data).toEqual({ sign: { handler: { name: "unit a" }, reporter: { name: "b" } } });
    expect(graph.sent().map(({ operation }) => /^\w+/.exec(operation)?.[0])).toEqual(["mutation", "query"]);
  });
});
