import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { ticket(number: ID! = "1"): Ticket }
      type Ticket @key(fields: "number") { number: ID! title: String }`,
    resolvers: {
      Query: {
        ticket: (_: unknown, { number }: { number: string }) => ({ number, title: `title ${number}` }),
      },
    },
  },
  evaluation: {
    sdl: `type Ticket @key(fields: "number") { number: ID! score: Int }`,
    resolvers: { Ticket: { __resolveReference: (ticket: object) => ({ ...ticket, score: 9 }) } },
  },
});
const document = `
  query Titles($number: ID!) { ticket(number: $number) { ...T } }
  query Scores($number: ID = "7") { ticket(number: $number) { score ...T @include(if: false) } }
  fragment T on Ticket { title }`;

describe("a document of several operations", () => {
  it("answers the one that is named, with its own variables", async () => {
    expect(await graph.ask(document, { number: "5" }, "Titles")).toEqual({
      data: { ticket: { title: "title 5" } },
      errors: [],
    });
    expect(await graph.ask(document, {}, "Scores")).toEqual({ data: { ticket: { score: 9 } }, errors: [] });
    expect(graph.sent()[1]?.variables).toEqual({ representations: [{ __typename: "Ticket", number: "7" }] });
  });

  it.each([
    ["none is named", undefined],
    ["another is named", "Nobody"],
  ])("is refused before anything is asked where %s", async (_, name) => {
    const { data, errors } = await graph.ask(document, { number: "5" }, name);
    expect(data).toBeNull();
    expect(errors).toEqual([{ path: undefined, code: expect.stringMatching(/^[A-Z_]+$/) }]);
    expect(graph.sent()).toEqual([]);
  });
});
