import { Kind, parse, type SelectionNode } from "graphql";
import { describe, expect, it } from "vitest";
import { type Conditions, conditionVariables, isIncluded } from "./conditions.ts";

function selectionIn(query: string): SelectionNode {
  const [definition] = parse(query).definitions;
  const [selection] =
    definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  if (!selection) throw new Error(`nothing is selected in ${query}`);
  return selection;
}

describe("a selection", () => {
  it.each<[directives: string, included: boolean, conditions?: Conditions]>([
    ["", true],
    ["@other(if: false)", true],
    ["@skip(if: true)", false],
    ["@skip(if: false)", true],
    ["@include(if: true)", true],
    ["@include(if: false)", false],
    ["@skip(if: $a)", false, { a: true }],
    ["@skip(if: $a)", true, { a: false }],
    ["@include(if: $a)", true, { a: true }],
    ["@include(if: $a)", false, { a: false }],
    ["@skip(if: $a) @include(if: $b)", true, { a: false, b: true }],
    ["@skip(if: $a) @include(if: $b)", false, { a: false, b: false }],
    ["@skip(if: $a) @include(if: $b)", false, { a: true, b: true }],
    ["@include(if: $b) @skip(if: $a)", false, { a: true, b: true }],
  ])("with %s is included: %s", (directives, included, conditions = {}) => {
    for (const what of ["name", "... { name }", "...F"]) {
      const written = what.startsWith("... {") ? `... ${directives} { name }` : `${what} ${directives}`;
      expect(isIncluded(selectionIn(`{ ${written} }`), conditions), written).toBe(included);
    }
  });

  it("is neither included nor left out where its condition is null", () => {
    expect(() => isIncluded(selectionIn("{ name @include(if: $a) }"), { a: null })).toThrow(
      'Argument "if" of non-null type "Boolean!" must not be null.',
    );
  });
});

describe("the variables a document's conditions depend on", () => {
  it.each<[where: string, query: string, names: readonly string[]]>([
    ["literals", "query ($a: Int) { name(count: $a) @skip(if: true) }", []],
    ["fields", "{ a @skip(if: $a) b @include(if: $b) }", ["a", "b"]],
    ["fields below others", "{ a { b @include(if: $b) } }", ["b"]],
    [
      "fragments and where they are spread",
      "{ ...F @skip(if: $s) } fragment F on T { a @skip(if: $f) }",
      ["s", "f"],
    ],
    ["inline fragments", "{ ... @include(if: $i) { a } }", ["i"]],
    ["several operations", "query A { a @skip(if: $a) } query B { b @skip(if: $b) }", ["a", "b"]],
    ["one twice", "{ a @skip(if: $a) b @include(if: $a) }", ["a"]],
    ["other directives", "{ a @other(if: $a) }", []],
  ])("are found in %s", (_, query, names) => {
    expect(conditionVariables(parse(query))).toEqual(names);
  });
});
