import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import { composedInstant } from "../testkit/composed.ts";
import type { SmallFederation } from "../testkit/federation.ts";
import { auditedGraph, type Guard, guards, secret } from "./audited-graph.ts";
import { toField, toType, type WayIn } from "./ways-in.ts";

const placements = [
  ["a guarded field", toField],
  ["a guarded type", toType],
] as const;
const results = new Map<string, boolean>();
const cellOf = (placement: string, way: WayIn, guard: Guard) => `${placement} ${way.name} ${guard.name}`;

/** The answer as text, and the codes of what was refused; of a subscription its first event. */
async function answerTo(graph: SmallFederation, { operation, variables = {} }: WayIn, as: Principal | null) {
  const operationName = operation.includes("query B") ? "B" : undefined;
  const request = { query: operation, variables, operationName };
  const context = { principal: as, at: composedInstant };
  if (!operation.startsWith("subscription"))
    return JSON.stringify(await graph.gateway.answer(request, context));
  try {
    for await (const event of await graph.gateway.subscribe(request, async () => context)) return event;
    return "";
  } catch (error) {
    return JSON.stringify({ errors: [error] });
  }
}

const refusal = /"code":"(WITHHELD|UNAUTHENTICATED)"/;

describe.each(guards)("what $name closes", (guard) => {
  let graph: SmallFederation;
  beforeAll(async () => {
    graph = await auditedGraph(guard);
  });
  afterAll(() => graph.stop());

  for (const [placement, ways] of placements) {
    it.each(ways)(
      `${placement}, by $name, is closed to whom it is closed to, and to nobody else`,
      async (way) => {
        const { insider, outsider } = guard;
        results.set(cellOf(placement, way, guard), false);
        // Whoever may see it asks first: what is prepared for one must not serve another.
        const given = insider && (await answerTo(graph, way, insider));
        const before = graph.sent.length;
        const kept = await answerTo(graph, way, outsider);
        const asked = graph.sent.slice(before).join(" ");

        expect(kept).not.toContain(secret);
        expect(kept).toMatch(refusal);
        expect(asked).not.toMatch(/\bsecret\b|\broot\b|\bextra\b|\bderived\b/);
        if (given !== undefined) {
          expect(given).not.toMatch(refusal);
          if (!/\{ id \}|__typename/.test(way.operation)) expect(given).toContain(secret);
        }
        results.set(cellOf(placement, way, guard), true);
      },
    );
  }
});

describe("what no guard needs to close", () => {
  let graph: SmallFederation;
  beforeAll(async () => {
    graph = await auditedGraph(guards[0] as Guard);
  });
  afterAll(() => graph.stop());

  it.each([
    [
      "entities by reference",
      '{ _entities(representations: [{ __typename: "Vault", id: "1" }]) { __typename } }',
    ],
    ["a subgraph's own schema", "{ _service { sdl } }"],
    ["what the gateway alone reads", "{ box { hidden } }"],
    ["the same by a condition", "{ held { ... on Box { hidden } } }"],
    ["the same of an event", "subscription { ticked { hidden } }"],
  ])("%s: it is not there", async (_, query) => {
    const { errors } = await graph.ask(query, guards[0]?.insider ?? null);
    expect(errors).toMatchObject([{ code: "GRAPHQL_VALIDATION_FAILED" }]);
  });

  it("the description of the schema, without the scope for it", async () => {
    const { errors } = await graph.ask(
      '{ __type(name: "Vault") { fields { name } } }',
      guards[0]?.insider ?? null,
    );
    expect(errors).toMatchObject([{ code: "INTROSPECTION_REFUSED" }]);
  });
});

it("is published as a table", async () => {
  const mark = (placement: string, way: WayIn, guard: Guard) =>
    results.get(cellOf(placement, way, guard)) ? "pass" : "**fail**";
  const table = (placement: string, ways: readonly WayIn[]) => [
    `| ${placement}, by way of | ${guards.map(({ name }) => name).join(" | ")} |`,
    `| --- |${" --- |".repeat(guards.length)}`,
    ...ways.map(
      (way) => `| ${way.name} | ${guards.map((guard) => mark(placement, way, guard)).join(" | ")} |`,
    ),
    "",
  ];
  const page = [
    "# Authorisation audit",
    "",
    "Every directive that closes something, by every way a client may ask for it. In each case somebody who may see it asks first and gets it, then somebody who may not asks the same: the value is nowhere in the answer, the place says `WITHHELD` or `UNAUTHENTICATED`, and no subgraph was asked for it. A policy that nobody decides is open to nobody.",
    "",
    "Run with every `npm test` by `test/authorisation/audit.test.ts`, which writes this page when it is told to (`npx vitest run test/authorisation -u`) and fails when the page is not what it found.",
    "",
    ...placements.flatMap(([placement, ways]) => table(placement, ways)),
    "Beside these: `_entities` and `_service` are no fields of the gateway's schema, nor is what it reads for access records alone; a list that is longer than its grant allows is withheld whole, however it was put together (`gateway/access/grants.test.ts`); introspection needs a scope; a subgraph answers nobody but the gateway (`test/journeys`, `subgraphs/shared/envelope.test.ts`), and restricts rows by itself for every way in (`subgraphs/*/**.test.ts`); random people of all posts, units and grants ask everything of every subgraph, references included, and get no row that an oracle written apart says is out of reach, nor personal data in clear that is not for them (`test/subgraph-answers.test.ts`, `test/authorisation/reach`).",
    "",
  ].join("\n");
  await expect(page).toMatchFileSnapshot("../../docs/authorisation-audit.md");
});
