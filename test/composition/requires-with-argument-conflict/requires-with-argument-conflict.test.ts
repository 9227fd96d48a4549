import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { parcels: [Parcel!]! }
      type Parcel @key(fields: "id") { id: ID! size(unit: String!): Float zone: Zone }
      type Zone { rent(currency: String!): Int }`,
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
        inMetres: String @requires(fields: "size(unit: \\"M\\")")
        tax: String @requires(fields: "zone { rent(currency: \\"EUR\\") }")
        toll: String @requires(fields: "zone { rent(currency: \\"CNY\\") }")
      }
      type Zone { rent(currency: String!): Int @external }`,
    resolvers: {
      Parcel: {
        inCentimetres: ({ size }: { size: number }) => `${size} cm`,
        inMetres: ({ size }: { size: number }) => `${size} m`,
        tax: ({ zone }: { zone: { rent: number } }) => `€${zone.rent}`,
        toll: ({ zone }: { zone: { rent: number } }) => `¥${zone.rent}`,
      },
    },
  },
});

describe("two requirements of one field with different arguments", () => {
  it("are each given their own value", async () => {
    expect(await graph.ask("{ parcels { inCentimetres inMetres } }")).toEqual({
      data: { parcels: [{ inCentimetres: "250 cm", inMetres: "2.5 m" }] },
      errors: [],
    });
    expect(await graph.ask("{ parcels { tax toll } }")).toEqual({
      data: { parcels: [{ tax: "€10", toll: "¥77" }] },
      errors: [],
    });
  });

  it("leave the client's own argument its value", async () => {
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

  it("are where Apollo's own executor fails", async () => {
    const { data } = await graph.askStock('{ parcels { inCentimetres size(unit: "M") } }');
    expect(data).not.toEqual({ parcels: [{ inCentimetres: "250 cm", size: 2.5 }] });
  });
});
