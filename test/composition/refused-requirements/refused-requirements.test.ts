import { describe, expect, it } from "vitest";
import { compose } from "../../../schema/registry/compose.ts";
import { linked } from "../../testkit/composed.ts";

const tickets = `type Query { tickets: [Ticket!]! }
  type Ticket @key(fields: "number") { number: ID! size(unit: String = "M"): Int zone: Zone place: Place }
  type Zone { rent(currency: String!): Int }
  interface Place @key(fields: "id") { id: ID! state: String }
  type Shop implements Place @key(fields: "id") { id: ID! state: String }`;
const whistles = `type Ticket @key(fields: "number") {
    number: ID! size(unit: String = "M"): Int @external weight: Int @requires(fields: "size")
  }`;

const codesOf = (...sdls: string[]): string[] => {
  const composition = compose(sdls.map((sdl, index) => ({ name: `s${index}`, sdl: linked(sdl) })));
  return composition.success ? [] : composition.errors.map(({ code }) => code);
};

describe("composition refuses requirements that no plan meets in every operation", () => {
  it.each([
    [
      "one of a field that has one of its own: it would be computed of nothing where the entity is found",
      `type Ticket @key(fields: "number") {
        number: ID! weight: Int @external priority: String @requires(fields: "weight")
      }`,
      "REQUIRES_CHAIN",
    ],
    [
      "one on an interface object: planning it for one type takes half a minute, and then fails",
      `type Place @interfaceObject @key(fields: "id") {
        id: ID! state: String @external verdict: String @requires(fields: "state")
      }`,
      "REQUIRES_ON_INTERFACE_OBJECT",
    ],
    [
      "two of one field with different arguments: one would be given the other's value",
      `type Ticket @key(fields: "number") {
        number: ID! size(unit: String = "M"): Int @external volume: Int @requires(fields: "size(unit: \\"CM\\")")
      }`,
      "REQUIRES_ARGUMENT_CONFLICT",
    ],
  ])("%s", (_, sdl, code) => {
    expect(codesOf(tickets, whistles)).toEqual([]);
    expect(codesOf(tickets, whistles, sdl)).toEqual([code]);
  });

  it("says what is wrong where, and what to do", () => {
    const evaluation = `type Ticket @key(fields: "number") {
        number: ID! weight: Int @external priority: String @requires(fields: "weight")
      }`;
    const composition = compose([
      { name: "tickets", sdl: linked(tickets) },
      { name: "whistles", sdl: linked(whistles) },
      { name: "evaluation", sdl: linked(evaluation) },
    ]);
    expect(composition).toEqual({
      success: false,
      errors: [
        {
          code: "REQUIRES_CHAIN",
          message:
            "Ticket.priority requires Ticket.weight, which itself requires something. Require what that is made of instead.",
        },
      ],
    });
  });
});
