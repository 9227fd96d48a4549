import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { variablesOfEvents } from "./variables-of-events.ts";

describe("what an event's answer depends on", () => {
  it.each([
    ["nothing that says which events", "subscription ($after: Int) { changes(after: $after) { kind } }", []],
    ["arguments further down", "subscription ($a: Int) { changes { log(first: $a) { kind } } }", ["a"]],
    [
      "a variable used in both places",
      "subscription ($a: Int) { changes(after: $a) { log(first: $a) { kind } } }",
      ["a"],
    ],
    [
      "conditions, of the root field too",
      "subscription ($a: Boolean!) { changes @include(if: $a) { kind } }",
      ["a"],
    ],
    [
      "fragments",
      "subscription ($a: Int) { ...Root } fragment Root on Subscription { changes { log(first: $a) { kind } } }",
      ["a"],
    ],
    [
      "the operation that is meant",
      "subscription Meant($a: Int) { changes { log(first: $a) } } subscription Other($b: Int) { changes { log(first: $b) } }",
      ["a"],
    ],
  ])("is %s", (_, document, names) => {
    expect([...variablesOfEvents(parse(document), document.includes("Meant") ? "Meant" : undefined)]).toEqual(
      names,
    );
  });
});
