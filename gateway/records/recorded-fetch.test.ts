import { parse, print, stripIgnoredCharacters } from "graphql";
import { describe, expect, it } from "vitest";
import { composed } from "../../test/testkit/composed.ts";
import { Requirements } from "../access/requirements.ts";
import type { Data } from "../execution/data.ts";
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
      interface Numbered { number: String }
      type House implements Numbered @key(fields: "number") @authenticated { number: String rooms: Int }
      type Address @authenticated { house: Numbered door: String @tag(name: "personal") city: City }
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
const readsOf = (fetch: ReturnType<typeof recorded>, data: Data | null) => fetch?.of(data).reads;
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
      "{held{__typename ...on Person{name}...on Person{_r_id:id}}}",
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
    expect(readsOf(reading, { street: { people: [person("1"), person("2", { id: "9" })] } })).toEqual([
      {
        type: "Person",
        fields: ["Address.door", "Person.id", "Person.name"],
        personal: true,
        keys: ["1", "2", "9"],
        subjects: [],
        masked: [],
        rows: 3,
      },
    ]);
    const masked = { ...person("1"), name: "安*" };
    expect(readsOf(reading, { street: { people: [masked] } })).toMatchObject([{ masked: ["Person.name"] }]);
    expect(readsOf(reading, { street: null })).toEqual([]);
    expect(readsOf(reading, null)).toEqual([]);
  });

  it("is counted through what is no entity", () => {
    const reading = recorded("{people(first:2){total edges{node{id}}}}");
    expect(
      readsOf(reading, { people: { total: 7, edges: [{ node: { id: "1" } }, { node: { id: "2" } }] } }),
    ).toMatchObject([
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
    expect(readsOf(union, { held })).toMatchObject([{ type: "Person", keys: ["1"], rows: 1 }]);
    const entities = recorded(
      "query($representations:[_Any!]!){_entities(representations:$representations){...on Person{id cases{title}}}}",
      "cases",
    );
    expect(print(entities?.document ?? parse("{a}"))).toContain("_r_year: year");
    expect(
      readsOf(entities, {
        _entities: [{ id: "1", cases: [{ title: "t", _r_year: 2026, _r_number: 3 }] }, null],
      }),
    ).toMatchObject([
      { type: "Person", fields: ["Person.id"], personal: false, keys: ["1"], rows: 1 },
      { type: "Case", fields: ["Case.title"], personal: false, keys: ["[2026,3]"], rows: 1 },
    ]);
  });

  it("names each entity once, whatever it is asked under and under whatever conditions", () => {
    const twice = recorded(
      "query($x:Boolean!){street{people{name}...@include(if:$x){people{id address{door}}}}}",
    );
    expect(print(twice?.document ?? parse("{a}"))).toContain("_r_id: id");
    const both = { people: [{ name: "甲", _r_id: "1", id: "1", address: { door: "301" } }] };
    expect(readsOf(twice, { street: both })).toMatchObject([{ type: "Person", keys: ["1"], rows: 1 }]);
    const left = { people: [{ name: "甲", _r_id: "1" }] };
    expect(readsOf(twice, { street: left })).toMatchObject([{ type: "Person", keys: ["1"], rows: 1 }]);
  });

  it("names the entity of which only what hangs on it is read", () => {
    expect(asked("{street{people{address{door}}}}")).toBe("{street{people{address{door}_r_id:id}}}");
    const reading = recorded("{street{people{address{door}}}}");
    expect(
      readsOf(reading, { street: { people: [{ address: { door: "301" }, _r_id: "1" }] } }),
    ).toMatchObject([{ type: "Person", fields: ["Address.door"], keys: ["1"], rows: 1 }]);
  });

  it("is what is read of an interface, by the type that is there", () => {
    const reading = recorded("{street{people{address{house{__typename number}}}}}");
    const house = { __typename: "House", number: "3" };
    expect(readsOf(reading, { street: { people: [{ address: { house }, _r_id: "1" }] } })).toMatchObject([
      { type: "House", fields: ["House.number"], rows: 1 },
    ]);
  });
});

describe("whom a row is about", () => {
  const { sdl: marked } = composed({
    people: {
      sdl: `
        type Query { call: Call @authenticated doors: [Door!] @authenticated }
        type Person @key(fields: "id") @authenticated { id: ID! @tag(name: "subject") name: String }
        type Door @key(fields: "code") @authenticated { code: ID! behind: [Person!]! @tag(name: "subject") }
        type Call @key(fields: "number") @authenticated {
          number: ID! about: Person @tag(name: "subject") at: Door @tag(name: "subject") caller: Caller
        }
        type Caller @authenticated { phone: String subjects: [ID!]! @tag(name: "subject") @inaccessible }`,
    },
    aid: {
      sdl: `
        type Person @key(fields: "id") @authenticated { id: ID! aid: Aid }
        type Aid @key(fields: "owner") @authenticated { owner: ID! @tag(name: "subject") kind: String }`,
    },
  });
  const of = (operation: string, subgraph: string) =>
    recordedFetch(parse(operation), subgraph, {
      schema: new Planner(marked).schema,
      types: new SupergraphTypes(marked),
      requirements: new Requirements(marked),
    });
  const text = (operation: string, subgraph: string) =>
    stripIgnoredCharacters(print(of(operation, subgraph)?.document ?? parse("{nothing}")));

  it("is asked for beside what of it goes on record, as far as its subgraph can tell", () => {
    expect(text("{call{number}}", "people")).toBe(
      "{call{number _s_about:about{_s_id:id}_s_at:at{_s_behind:behind{_s_id:id}}}}",
    );
    expect(text("{call{caller{phone}}}", "people")).toContain("caller{phone _s_subjects:subjects}");
    const entities = "query($representations:[_Any!]!){_entities(representations:$representations){...on";
    expect(text(`${entities} Person{aid{kind}}}}`, "aid")).toContain(
      "aid{kind _r_owner:owner _s_owner:owner}",
    );
  });

  it("is told of a reply, each once", () => {
    const reading = of("{call{number caller{phone}}}", "people");
    const call = {
      number: "1",
      _s_about: { _s_id: "R-1" },
      _s_at: { _s_behind: [{ _s_id: "R-1" }, { _s_id: "R-2" }] },
      caller: { phone: "139", _s_subjects: ["person:he"] },
    };
    expect(readsOf(reading, { call })).toMatchObject([
      { type: "Call", keys: ["1"], subjects: ["R-1", "R-2", "person:he"], rows: 1 },
    ]);
    expect(readsOf(reading, { call: { number: "1", _s_about: null } })).toMatchObject([{ subjects: [] }]);
  });

  it("is known of one that was asked for and is not there, where the key says it", () => {
    const reading = of(
      "query($representations:[_Any!]!){_entities(representations:$representations){...on Aid{kind}}}",
      "aid",
    );
    expect(reading?.of({ _entities: [null] }, [{ type: "Aid", key: "R-7" }]).reads).toMatchObject([
      { type: "Aid", keys: ["R-7"], subjects: ["R-7"], rows: 0 },
    ]);
  });
});
