import { describe, expect, it } from "vitest";
import { compose } from "../../../schema/registry/compose.ts";
import { linked } from "../../testkit/composed.ts";
import { federated } from "../../testkit/federated.ts";

const tickets = `type Query { parcels: [Parcel!]! }
  type Parcel @key(fields: "id") { id: ID! size(unit: String!): Float zone: Zone }
  type Zone { rent(currency: String!): Int }`;

const graph = federated({
  tickets: {
    sdl: tickets,
    resolvers: {
      Query: { parcels: () => [{ id: "1", zone: {} }] },
      Parcel: {
        __resolveReference: ({ id }: { id: string }) => ({ id, zone: {} }),
        size: (_: unknown, { unit }: { unit: string }) => (unit === "CM" ? 250 : 2.5),
      },
      Zone: { rent: (_: unknown, { currency }: { currency: string }) => (currency === "EUR" ? 10 : 77) },
    },
  },
  evaluation: {
    sdl: `type Parcel @key(fields: "id") {
        id: ID! size(unit: String!): Float @external zone: Zone @external
        inCentimetres: String @requires(fields: "size(unit: \\"CM\\")")
        tax: String @requires(fields: "zone { rent(currency: \\"EUR\\") }")
      }
      type Zone { rent(currency: String!): Int @external }`,
    resolvers: {
      Parcel: {
        inCentimetres: ({ size }: { size: number }) => `${size} cm`,
        tax: ({ zone }: { zone: { rent: number } }) => `€${zone.rent}`,
      },
    },
  },
});

describe("a requirement of a field with one argument", () => {
  it("leaves the client's own argument its value", async () => {
    expect(await graph.ask('{ parcels { inCentimetres size(unit: "M") } }')).toEqual({
      data: { parcels: [{ inCentimetres: "250 cm", size: 2.5 }] },
      errors: [],
    });
    expect(await graph.ask('{ parcels { size(unit: "M") inCentimetres } }')).toEqual({
      data: { parcels: [{ size: 2.5, inCentimetres: "250 cm" }] },
      errors: [],
    });
    expect(await graph.ask('{ parcels { tax zone { rent(currency: "CNY") } } }')).toEqual({
      data: { parcels: [{ tax: "€10", zone: { rent: 77 } }] },
      errors: [],
    });
  });

  it("is where Apollo's own executor fails", async () => {
    const { data } = await graph.askStock('{ parcels { inCentimetres size(unit: "M") } }');
    expect(data).not.toEqual({ parcels: [{ inCentimetres: "250 cm", size: 2.5 }] });
  });
});

describe("two requirements of one field with different arguments", () => {
  it.each([
    ['size(unit: \\"CM\\")', 'size(unit: \\"M\\")', "Parcel.size"],
    ['zone { rent(currency: \\"EUR\\") }', 'zone { rent(currency: \\"CNY\\") }', "Parcel.zone.rent"],
  ])("are refused by composition, because no plan keeps %s and %s apart", (one, other, field) => {
    const evaluation = `type Parcel @key(fields: "id") {
        id: ID! size(unit: String!): Float @external zone: Zone @external
        both: String @requires(fields: "size(unit: \\"CM\\") zone { rent(currency: \\"EUR\\") }")
        one: String @requires(fields: "${one}")
        other: String @requires(fields: "${other}")
      }
      type Zone { rent(currency: String!): Int @external }`;
    const composition = compose([
      { name: "tickets", sdl: linked(tickets) },
      { name: "evaluation", sdl: linked(evaluation) },
    ]);
    expect(composition).toMatchObject({ success: false, errors: [{ code: "REQUIRES_ARGUMENT_CONFLICT" }] });
    expect(JSON.stringify(composition)).toContain(`${field} is required with different arguments`);
  });
});
