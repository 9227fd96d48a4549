import { buildSubgraphSchema } from "@apollo/subgraph";
import { buildSchema, type GraphQLSchema, parse } from "graphql";
import { type Composition, compose } from "../../../schema/registry/compose.ts";
import * as town from "./town.ts";

type Resolve = (source: never, args: never) => unknown;

/** One department's part of the town: its schema and what each field is. */
export interface TownSubgraph {
  readonly name: string;
  /** Federation 1, because one of the gateways compared reads nothing later; the others read both. */
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolve>>>>;
}

/** An entity others only know by its key: its other fields are found by that key. */
const owned = <Entity extends object>(
  find: (key: string) => Entity,
  key: keyof Entity & string,
  fields: readonly (keyof Entity & string)[],
): Readonly<Record<string, Resolve>> => ({
  __resolveReference: (reference: Entity) => find(String(reference[key])),
  ...Object.fromEntries(
    fields.map((field) => [field, (known: Entity) => known[field] ?? find(String(known[key]))[field]]),
  ),
});

/** An entity of another department, to which this one adds fields. */
const extended = (fields: Readonly<Record<string, Resolve>>): Readonly<Record<string, Resolve>> => ({
  __resolveReference: (reference: unknown) => reference,
  ...fields,
});

const tickets: TownSubgraph = {
  name: "tickets",
  sdl: `
    extend type Query {
      tickets(page: Int!): [Ticket!]!
    }
    type Ticket @key(fields: "number") {
      number: ID!
      title: String!
      state: String!
      priority: Int!
      households: Int!
      reportedOn: String!
      place: String!
      grid: Grid!
      handlingUnit: Unit!
    }
    extend type Grid @key(fields: "code") {
      code: ID! @external
      tickets(first: Int!): [Ticket!]!
    }
    extend type Unit @key(fields: "code") {
      code: ID! @external
      tickets(first: Int!): [Ticket!]!
    }`,
  resolvers: {
    Query: { tickets: (_, { page }: { page: number }) => town.ticketsOnPage(page) },
    Ticket: owned(town.ticketOf, "number", [
      "title",
      "state",
      "priority",
      "households",
      "reportedOn",
      "place",
      "grid",
      "handlingUnit",
    ]),
    Grid: extended({
      tickets: ({ code }: town.Grid, { first }: { first: number }) => town.ticketsOf(code, first),
    }),
    Unit: extended({
      tickets: ({ code }: town.Unit, { first }: { first: number }) => town.ticketsOf(code, first),
    }),
  },
};

const grids: TownSubgraph = {
  name: "grids",
  sdl: `
    type Grid @key(fields: "code") {
      code: ID!
      name: String!
      population: Int!
      members: [GridMember!]!
    }
    type GridMember {
      name: String!
      post: String!
    }
    extend type Ticket @key(fields: "number") {
      number: ID! @external
      priority: Int! @external
      households: Int! @external
      visitsDue: Int! @requires(fields: "priority households")
    }`,
  resolvers: {
    Grid: owned(town.gridOf, "code", ["name", "population", "members"]),
    Ticket: extended({
      visitsDue: ({ priority, households }: town.Ticket) => town.visitsDue(priority, households),
    }),
  },
};

const departments: TownSubgraph = {
  name: "departments",
  sdl: `
    extend type Query {
      units(first: Int!): [Unit!]!
    }
    type Unit @key(fields: "code") {
      code: ID!
      name: String!
      chief: String!
    }
    type Inspector @key(fields: "id") {
      id: ID!
      name: String!
      post: String!
      unit: Unit!
    }`,
  resolvers: {
    Query: { units: (_, { first }: { first: number }) => town.unitsFrom(first) },
    Unit: owned(town.unitOf, "code", ["name", "chief"]),
    Inspector: owned(town.inspectorOf, "id", ["name", "post", "unit"]),
  },
};

const evaluation: TownSubgraph = {
  name: "evaluation",
  sdl: `
    type CallBack {
      id: ID!
      satisfaction: Int!
      solved: Boolean!
      comment: String!
      inspector: Inspector!
      ticket: Ticket!
    }
    extend type Ticket @key(fields: "number") {
      number: ID! @external
      callBacks: [CallBack!]!
    }
    extend type Inspector @key(fields: "id") {
      id: ID! @external
      callBacks: [CallBack!]!
    }
    extend type Unit @key(fields: "code") {
      code: ID! @external
      score: Float!
    }`,
  resolvers: {
    Ticket: extended({ callBacks: ({ number }: town.Ticket) => town.callBacksOf(number) }),
    Inspector: extended({ callBacks: ({ id }: town.Inspector) => town.callBacksBy(id) }),
    Unit: extended({ score: ({ code }: town.Unit) => town.scoreOf(code) }),
  },
};

export const townSubgraphs: readonly TownSubgraph[] = [tickets, grids, departments, evaluation];

/** The subgraph's schema with `_entities` and `_service`, on the plain library. */
export const schemaOf = ({ sdl, resolvers }: TownSubgraph): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });

export function composeTown(): Extract<Composition, { success: true }> {
  const composition = compose(townSubgraphs);
  if (!composition.success) throw new Error(JSON.stringify(composition.errors));
  return composition;
}

/** The supergraph as a gateway loads it: the same for every one of them, with where the subgraphs listen. */
export const supergraphFor = (urls: ReadonlyMap<string, string>): string =>
  composeTown().supergraph.replaceAll(
    /"subgraph:\/\/(\w+)"/g,
    (_, name: string) => `"${urls.get(name) ?? `http://127.0.0.1/${name}`}"`,
  );

/** The whole town as one schema without any federation: what every gateway's answer is compared with. */
export function referenceSchema(): GraphQLSchema {
  const schema = buildSchema(composeTown().api);
  for (const { resolvers } of townSubgraphs) {
    for (const [typeName, fields] of Object.entries(resolvers)) {
      const type = schema.getType(typeName);
      if (!type || !("getFields" in type)) continue;
      for (const [name, resolve] of Object.entries(fields)) {
        const field = type.getFields()[name];
        if (field && "resolve" in field) field.resolve = resolve as never;
      }
    }
  }
  return schema;
}
