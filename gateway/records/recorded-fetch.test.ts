import { parse, print, stripIgnoredCharacters } from "graphql";
import { describe, expect, it } from "vitest";
import { composed } from "../../test/testkit/composed.ts";
import { Requirements } from "../access/requirements.ts";
import { Planner } from "../supergraph/planner.ts";
import { SupergraphTypes } from "../supergraph/supergraph-types.ts";
import { recordedFetch } from "./recorded-fetch.ts";

const { sdl } = composed({
  residents: {
    sdl: `
      type Query { street: Street @tag(name: "public") people(first: Int): People @authenticated held: [Held!] @tag(name: "public") }
      union Held = Street | Person
      type Street @key(fields: "code") @tag(name: "public") { code: ID! name: String people: [Person!] }
      type People @authenticated { total: Int edges: [Edge!]! }
      type Edge @authenticated { node: Person! }
      type Person @key(fields: "id") @authenticated {
        id: ID! name: String @tag(name: "personal") street: Street address: Address parent: Person
      }
      type Address @authenticated { door: String @tag(name: "personal") city: City }
      type City @tag(name: "public") { name: String }`,
  },
  cases: {
    sdl: `type Person @key(fields: "id") @authenticated { id: ID! cases: [Case!] }
          type Case @key(fields: "year number") @authenticated { year: Int! number: Int! title: String }`,
  },
});
const recording = {
  schema: new Planner(sdl).schema,
  types: new SupergraphTypes(sdl),
  requirements: new Requirements(sdl),
};
const recorded = (operation: string, subgraph = "residents") =>
  recordedFetch(parse(operation), subgraph, recording);
const asked = (operation: string, subgraph?: string) => {
  const { document } = recorded(operation, subgraph) ?? {};
  return document && stripIgnoredCharacters(print(document));
};

describe("what of a fetch goes on record", () => {
  it("is nothing where all of it is public", () => {
    expect(recorded("{street{code name}}")).toBeUndefined();
    expect(recorded("{held{__typename ...on Street{name}}}")).toBeUndefined();
  });

  it("is what is not, by the entity it belongs to, with a key to name it by", () => {
    expect(asked("{street{name people{name address{door city{name}}}}}")).toBe(
      "{street{name people{name address{door city{name}}_r_id:id}}}",
    );
    expect(asked("{street{people{named:id name}}}")).toBe("{street{people{named:id name}}}");
    expect(asked("{held{__typename ...on Person{name}}}")).toBe(
      "{held{__typename ...on Person{name _r_id:id}}}",
    );
  });

  it("is told of a reply: which, how many, and whether it was personal", () => {
    const reading = recorded("{street{name people{id name address{door city{name}}parent{id}}}}");
    const person = (id: string, parent: object | null = null) => ({
      id,
      name: "甲",
      address: { door: "301", city: { name: "长沙" } },
      parent,
    });
    expect(reading?.of({ street: { people: [person("1"), person("2", { id: "9" })] } })).toEqual([
      {
        type: "Person",
        fields: ["Address.door", "Person.id", "Person.name"],
        personal: true,
        keys: ["1", "2", "9"],
        rows: 3,
      },
    ]);
    expect(reading?.of({ street: null })).toEqual([]);
    expect(reading?.of(null)).toEqual([]);
  });

  it("is counted through what is no entity", () => {
    const reading = recorded("{people(first:2){total edges{node{id}}}}");
    expect(
      reading?.of({ people: { total: 7, edges: [{ node: { id: "1" } }, { node: { id: "2" } }] } }),
    ).toEqual([
      { type: "People", fields: ["People.total"], personal: false, keys: [], rows: 1 },
      { type: "Person", fields: ["Person.id"], personal: false, keys: ["1", "2"], rows: 2 },
    ]);
  });

  it("tells the types of a union and of entities apart", () => {
    const union = recorded("{held{__typename ...on Street{name}...on Person{name}}}");
    const held = [
      { __typename: "Street", name: "x" },
      { __typename: "Person", name: "甲", _r_id: "1" },
    ];
    expect(union?.of({ held })).toMatchObject([{ type: "Person", keys: ["1"], rows: 1 }]);
    const entities = recorded(
      "query($representations:[_Any!]!){_entities(representations:$representations){...on Person{id cases{title}}}}",
      "cases",
    );
    expect(print(entities?.document ?? parse("{a}"))).toContain("_r_year: year");
    expect(
      entities?.of({ _entities: [{ id: "1", cases: [{ title: "t", _r_year: 2026, _r_number: 3 }] }, null] }),
    ).toEqual([
      { type: "Person", fields: ["Person.id"], personal: false, keys: ["1"], rows: 1 },
      { type: "Case", fields: ["Case.title"], personal: false, keys: ["[2026,3]"], rows: 1 },
    ]);
  });
});
