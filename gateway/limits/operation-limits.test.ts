import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type DocumentNode, getOperationAST, Kind, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { readOperations } from "../explorer/operations.ts";
import { readCostDirectives } from "./cost-directives.ts";
import { limiter, operationLimits } from "./operation-limits.ts";
import { refuseOversized } from "./source-limits.ts";

const contract = join(import.meta.dirname, "../../schema");
const read = (file: string): string => readFileSync(join(contract, file), "utf8");
const schema = buildSchema(read("api.graphql"), { assumeValid: true });
const limitsOf = limiter(schema, readCostDirectives(read("supergraph.graphql")));

function limits(source: string) {
  refuseOversized(source);
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  return limitsOf(document, operationIn(document));
}
function operationIn(document: DocumentNode) {
  const operation = getOperationAST(document);
  if (!operation) throw new Error("one operation is due");
  return operation;
}
const refused = (details: object) =>
  expect.objectContaining({ extensions: expect.objectContaining(details) as unknown });

describe("the operations people use", () => {
  it("cost a tenth of what is allowed at most", async () => {
    const operations = await readOperations(join(contract, "operations"));
    const costs = operations.map(({ name, query, variables }) => [name, limits(query).cost(variables ?? {})]);
    expect(Object.fromEntries(costs)).toEqual({
      "case-across-departments": 1175,
      "department-year": 66,
      place: 148,
      "report-demand": 25,
      "ticket-across-departments": 1_168,
      "whistle-rules": 231,
      "who-is-competent": 26,
      "who-looked-at-me": 86,
    });
  });

  it("include whistles that call fifty units at once, the most the graph is asked for under aliases", () => {
    const call = (index: number): string =>
      `responders${index}: responders(unit: "a", division: "430105010003", on: "2026-01-01") { personId name }`;
    const source = `{ ${Array.from({ length: 50 }, (_, index) => call(index)).join(" ")} }`;
    expect(limits(source).cost({})).toBe(1_000);
  });
});

describe("an operation is refused", () => {
  const cycle = (turns: number): string =>
    `query ($n: String!) { ticket(number: $n) { ${"whistles { tickets { ".repeat(turns)}number${" } }".repeat(turns)} } }`;
  const deep = (levels: number): string =>
    `{ division(code: "1") { ${"parent { ".repeat(levels)}code${" }".repeat(levels)} } }`;

  it("that goes round a circle of lists, though it is shorter than a kilobyte", () => {
    const source = cycle(5);
    expect(source.length).toBeLessThan(1_000);
    const { cost, work } = limits(source);
    const details = { cost: 11_111_111_111, maximum: operationLimits.cost };
    expect(() => cost({ n: "1" })).toThrow(refused({ code: "OPERATION_TOO_COSTLY", details }));
    expect(work).toBe(24);
  });

  it("for being deep, before its cost is reckoned", () => {
    expect(limits(deep(10)).cost({})).toBe(11);
    const { cost, work } = limits(deep(11));
    expect(() => cost({})).toThrow(
      refused({ code: "OPERATION_TOO_LARGE", details: expect.objectContaining({ maximum: 12 }) as unknown }),
    );
    expect(work).toBe(13);
  });

  it.each([
    [
      "has more fields at its root, fragments included",
      `{ ...F ...F } fragment F on Query { ${"division(code: 1) { code } ".repeat(60)} }`,
      100,
    ],
    [
      "has more fields than are counted one by one, written or not",
      `{ ...F0 } ${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(" ")} fragment F12 on Query { __typename }`,
      100,
    ],
  ])("that %s", (_, source, maximum) => {
    const document = parse(source);
    const { cost } = limitsOf(document, operationIn(document));
    expect(() => cost({})).toThrow(
      refused({ code: "OPERATION_TOO_LARGE", details: expect.objectContaining({ maximum }) as unknown }),
    );
  });

  it("for the rows its variables ask for, and not for fewer", () => {
    const { cost } = limits(
      "query ($n: Int!) { tickets(first: $n) { edges { node { whistles { participants { unit { name } } } } } } }",
    );
    expect(cost({ n: 50 })).toBeLessThan(operationLimits.cost);
    expect(() => cost({ n: 100 })).toThrow(refused({ code: "OPERATION_TOO_COSTLY" }));
  });
});

it("what an operation asks of the schema's own description is known, through fragments too", () => {
  expect(
    limits("{ ...F __typename } fragment F on Query { __schema { types { name } } }").introspection,
  ).toEqual(["__schema"]);
  expect(limits("{ __typename }").introspection).toEqual([]);
});

it("of several operations in a document, only the one asked for is held to its limits", () => {
  const document = parse(`query Small { __typename } query Large { __schema { types { name } } }`);
  const [small] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  expect(small && limitsOf(document, small).cost({})).toBe(0);
});
