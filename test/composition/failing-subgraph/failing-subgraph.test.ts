import { describe, expect, it } from "vitest";
import { refuse } from "../../../subgraphs/shared/errors.ts";
import { federated } from "../../testkit/federated.ts";

/** `evaluation` is down; the rest is well. */
const graph = federated(
  {
    tickets: {
      sdl: `type Query { tickets: [Ticket!]! late: Ticket urgent: Ticket! }
        type Ticket @key(fields: "number") { number: ID! unit: Unit }
        type Unit @key(fields: "code", resolvable: false) { code: ID! }`,
      resolvers: {
        Query: {
          tickets: () => [
            { number: "1", unit: { code: "a" } },
            { number: "2", unit: null },
          ],
          late: () => ({ number: "3", unit: { code: "a" } }),
          urgent: () => ({ number: "4", unit: { code: "a" } }),
        },
      },
    },
    units: {
      sdl: `type Unit @key(fields: "code") { code: ID! name: String }`,
      resolvers: { Unit: { __resolveReference: (unit: object) => ({ ...unit, name: "Water" }) } },
    },
    evaluation: {
      sdl: `type Query { ranking: [Unit!] }
        type Ticket @key(fields: "number") { number: ID! score: Int grade: Int! }
        type Unit @key(fields: "code") { code: ID! rank: Int }`,
      resolvers: {},
    },
  },
  (reply, { subgraph }) => {
    if (subgraph === "evaluation") throw refuse("SUBGRAPH_UNAVAILABLE", { subgraph });
    return reply;
  },
);
const at = (...path: (string | number)[]) => ({ path, code: "SUBGRAPH_UNAVAILABLE" });

describe("a subgraph that cannot be reached", () => {
  it("leaves null and a reason at every field that is missing, in the client's names, and the rest whole", async () => {
    const query = "{ all: tickets { no: number mark: score unit { name place: rank } } }";
    const { data, errors } = await graph.ask(query);
    expect(data).toEqual({
      all: [
        { no: "1", mark: null, unit: { name: "Water", place: null } },
        { no: "2", mark: null, unit: null },
      ],
    });
    expect(errors).toHaveLength(3);
    expect(errors).toEqual(
      expect.arrayContaining([at("all", 0, "mark"), at("all", 1, "mark"), at("all", 0, "unit", "place")]),
    );
  });

  it("takes along the nearest parent that may be null, where the missing field may not be", async () => {
    expect(await graph.ask("{ late { number grade } }")).toEqual({
      data: { late: null },
      errors: [at("late", "grade")],
    });
    const { data, errors } = await graph.ask("{ ranking { code } urgent { number grade } }");
    expect(data).toBeNull();
    expect(errors).toEqual(expect.arrayContaining([at("urgent", "grade")]));
  });

  it("is told at the root fields it was to answer", async () => {
    expect(await graph.ask("{ best: ranking { name } late { unit { name } } }")).toEqual({
      data: { best: null, late: { unit: { name: "Water" } } },
      errors: [at("best")],
    });
  });

  it("is not mentioned where nothing was to come of it", async () => {
    const query = "query ($on: Boolean = false) { late { number score @include(if: $on) } }";
    expect(await graph.ask(query)).toEqual({ data: { late: { number: "3" } }, errors: [] });
  });
});
