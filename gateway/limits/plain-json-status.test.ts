import { describe, expect, it } from "vitest";
import { plainJsonStatus } from "./plain-json-status.ts";

const saying = (code: string, status = 400) => ({
  status,
  text: JSON.stringify({ errors: [{ message: "no", extensions: { code } }] }),
});

describe("the status of what is wrong with an operation", () => {
  it.each([
    ["application/json", saying("GRAPHQL_VALIDATION_FAILED"), 200],
    ["text/html, application/json;q=0.9", saying("BAD_USER_INPUT"), 200],
    ["application/graphql-response+json", saying("GRAPHQL_VALIDATION_FAILED"), 400],
    ["application/graphql-response+json, application/json", saying("GRAPHQL_PARSE_FAILED"), 400],
    ["*/*", saying("GRAPHQL_PARSE_FAILED"), 400],
    [undefined, saying("GRAPHQL_PARSE_FAILED"), 400],
    ["application/json", saying("BAD_REQUEST"), 400],
    ["application/json", saying("UNAUTHENTICATED", 401), 401],
    ["application/json", saying("RATE_LIMITED", 429), 429],
  ])("to a client that takes %s is right", (accept, outcome, status) => {
    expect(plainJsonStatus(accept, outcome)).toBe(status);
  });
});
