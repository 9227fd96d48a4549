import { buildSchema, isInterfaceType, isObjectType, Kind, parse, print, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { collectFields } from "./collect-fields.ts";
import type { Conditions } from "./conditions.ts";
import { fragmentsOf } from "./fragments.ts";

const schema = buildSchema(`
  type Query { place: Place thing: Thing }
  interface Named { name: String }
  interface Place implements Named { name: String code: String near: Place }
  type Street implements Place & Named { name: String code: String near: Place lamps: Int }
  type Hall implements Place & Named { name: String code: String near: Place }
  union Thing = Street | Hall
`);

/** What is collected of one type from what is selected of `place`, each field as it was asked for. */
function collected(typeName: string, query: string, conditions: Conditions = {}) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${typeName} has no fields`);
  const sets = document.definitions
    .flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? each.selectionSet.selections : []))
    .flatMap((each) => (each.kind === Kind.FIELD && each.selectionSet ? [each.selectionSet] : []));
  const fields = collectFields({ schema, fragments: fragmentsOf(document), conditions }, type, sets);
  return [...fields].map(([name, nodes]) => [name, nodes.map((node) => print(node).replace(/\s+/g, " "))]);
}

describe("fields are collected", () => {
  it.each<[rule: string, type: string, query: string, expected: readonly (readonly [string, string[]])[]]>([
    [
      "in the order of their first mention",
      "Street",
      "{ place { name code ...F } } fragment F on Place { near { code } name }",
      [
        ["name", ["name", "name"]],
        ["code", ["code"]],
        ["near", ["near { code }"]],
      ],
    ],
    [
      "by response name",
      "Street",
      "{ place { a: name b: name name: code } }",
      [
        ["a", ["a: name"]],
        ["b", ["b: name"]],
        ["name", ["name: code"]],
      ],
    ],
    [
      "under names that every object has",
      "Street",
      "{ place { __proto__: name constructor: code } }",
      [
        ["__proto__", ["__proto__: name"]],
        ["constructor", ["constructor: code"]],
      ],
    ],
    [
      "together where they are asked several times",
      "Street",
      "{ place { near { name } ... { near { code } } } }",
      [["near", ["near { name }", "near { code }"]]],
    ],
    [
      "from several selection sets",
      "Street",
      "{ place { name } other: place { name code } }",
      [
        ["name", ["name", "name"]],
        ["code", ["code"]],
      ],
    ],
    [
      "once from a fragment spread twice",
      "Street",
      "{ place { ...F ...F } } fragment F on Place { name }",
      [["name", ["name"]]],
    ],
    [
      "of an object from fragments on its type, its interfaces and its unions",
      "Street",
      `{ place { ... on Street { lamps } ... on Place { code } ... on Named { name } ... on Thing { __typename } } }`,
      [
        ["lamps", ["lamps"]],
        ["code", ["code"]],
        ["name", ["name"]],
        ["__typename", ["__typename"]],
      ],
    ],
    ["of an object not from fragments on another", "Hall", "{ place { ... on Street { lamps } } }", []],
    [
      "of an interface from fragments on it and the interfaces it implements, not on its objects",
      "Place",
      "{ place { ... on Place { code } ... on Named { name } ... on Street { lamps } ... on Thing { __typename } } }",
      [
        ["code", ["code"]],
        ["name", ["name"]],
      ],
    ],
    [
      "of an interface not from fragments on one that implements it",
      "Named",
      "{ place { ... on Named { name } ... on Place { code } } }",
      [["name", ["name"]]],
    ],
  ])("%s", (_, type, query, expected) => {
    expect(collected(type, query)).toEqual(expected);
  });

  it("from a fragment that was left out where it was spread first", () => {
    const query =
      "query ($yes: Boolean!) { place { ...F @skip(if: $yes) ...F } } fragment F on Place { name }";
    expect(collected("Street", query, { yes: true })).toEqual([["name", ["name"]]]);
  });

  it("not from a field, an inline fragment or a spread that is left out", () => {
    const query = `query ($yes: Boolean!) {
      place { name @skip(if: $yes) ... @skip(if: $yes) { name } ...F @skip(if: $yes) code @include(if: $yes) } }
      fragment F on Place { name }`;
    expect(collected("Street", query, { yes: true }).map(([name]) => name)).toEqual(["code"]);
    expect(collected("Street", query, { yes: false }).map(([name]) => name)).toEqual(["name"]);
  });
});
