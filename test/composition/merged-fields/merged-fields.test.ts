import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { ticket: Ticket tickets: [Ticket] }
      type Ticket { number: ID! steps: [Step] handler: Unit }
      type Step { minutes: Int note: String }
      type Unit @key(fields: "code") { code: ID! }`,
    resolvers: {
      Query: {
        ticket: () => ({ number: "1", steps: [{ minutes: 1, note: "a" }, null], handler: { code: "u" } }),
        tickets: () => [null, { number: "2", steps: [], handler: null }],
      },
    },
  },
  units: {
    sdl: `type Unit @key(fields: "code") { code: ID! name: String chief: Officer }
      type Officer { id: ID! rank: Int }`,
    resolvers: {
      Unit: { __resolveReference: () => ({ code: "u", name: "Water", chief: { id: "o", rank: 1 } }) },
    },
  },
});

describe("a field selected several times", () => {
  it("is one field with all that was selected of it", async () => {
    const query = `{
      ticket { steps { minutes } handler { name chief { id } } }
      ticket { ...More steps { note } }
      tickets { number } tickets { steps { note } }
    }
    fragment More on Ticket { handler { chief { rank id } code } number }`;
    const { data, errors } = await graph.ask(query);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        ticket: {
          steps: [{ minutes: 1, note: "a" }, null],
          handler: { name: "Water", chief: { id: "o", rank: 1 }, code: "u" },
          number: "1",
        },
        tickets: [null, { number: "2", steps: [] }],
      }),
    );
  });
});
