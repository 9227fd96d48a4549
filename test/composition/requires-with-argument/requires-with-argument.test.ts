import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

/** The person who reported last among the first three: known only to whoever is given exactly three. */
const graph = federated({
  tickets: {
    sdl: `type Query { tickets: [Ticket!] }
      type Ticket @key(fields: "number", resolvable: false) { number: ID! }
      type Note @key(fields: "id") { id: ID! by: ID text: String! }`,
    resolvers: {
      Query: { tickets: () => [{ number: "1" }, { number: "2" }] },
      Note: { __resolveReference: ({ id }: { id: string }) => ({ id, by: `p${id}`, text: `note ${id}` }) },
    },
  },
  archive: {
    sdl: `type Ticket @key(fields: "number") {
        number: ID!
        notes(first: Int!): [Note!]
        lastSpeaker: Speaker @requires(fields: "notes(first: 3) { by }")
      }
      type Note @key(fields: "id") { id: ID! by: ID @external }
      type Speaker { id: ID! }`,
    resolvers: {
      Ticket: {
        __resolveReference: (ticket: object) => ticket,
        notes: ({ number }: { number: string }, { first }: { first: number }) =>
          [1, 2, 3, 4].slice(0, first).map((n) => ({ id: `${number}${n}` })),
        lastSpeaker({ notes }: { notes?: { by: string }[] }) {
          if (notes?.length !== 3) throw new Error(`required three notes, given ${notes?.length}`);
          return { id: notes[2]?.by };
        },
      },
    },
  },
});
const speakers = [{ lastSpeaker: { id: "p13" } }, { lastSpeaker: { id: "p23" } }];
const withNotes = [
  { lastSpeaker: { id: "p13" }, notes: [{ id: "11" }] },
  { lastSpeaker: { id: "p23" }, notes: [{ id: "21" }] },
];

describe("@requires with an argument", () => {
  it("asks what is required with the argument it names", async () => {
    expect(await graph.ask("{ tickets { lastSpeaker { id } } }")).toEqual({
      data: { tickets: speakers },
      errors: [],
    });
  });

  it.each([
    ["as a literal", "{ tickets { lastSpeaker { id } notes(first: 1) { id } } }"],
    ["as a variable", "query ($n: Int = 1) { tickets { lastSpeaker { id } notes(first: $n) { id } } }"],
    [
      "in two fragments",
      `query ($n: Int = 1) { tickets { lastSpeaker { id } ...A ...B } }
       fragment A on Ticket { notes(first: $n) { id } }
       fragment B on Ticket { notes(first: $n) { id } }`,
    ],
  ])("keeps it apart from the client's own argument, given %s", async (_, query) => {
    expect(await graph.ask(query)).toEqual({ data: { tickets: withNotes }, errors: [] });
  });

  it("is where Apollo's own executor fails", async () => {
    const stock = await graph.askStock("{ tickets { lastSpeaker { id } notes(first: 1) { id } } }");
    expect(stock.data).not.toEqual({ tickets: withNotes });
  });
});
