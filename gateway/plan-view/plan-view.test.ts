import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { GraphQLFormattedError } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { Post, type Principal } from "../../subgraphs/shared/principal.ts";
import type { Part } from "../../test/testkit/composed.ts";
import { type SmallFederation, smallFederation } from "../../test/testkit/federation.ts";
import { person } from "../../test/testkit/people.ts";
import { inFlight } from "../transport/in-flight.ts";
import type { Ask, SubgraphConnection } from "../transport/subgraph-connection.ts";
import type { FetchView, PlanNodeView, PlanView, PlanWithheld } from "./plan-view.ts";

const steward = person(Post.DATA_STEWARD, { unit: "430105-DATA-BUREAU", scopes: ["plan:read"] });
const responder = person(Post.RESPONDER, { unit: "430105-COMMERCE" });
const callers: Readonly<Record<string, Principal>> = { steward, responder };

const phone = "13900000000";
const rows = [
  { number: "430105-20260917-000001", unit: { code: "430105-COMMERCE" } },
  { number: "430105-20260917-000002", unit: { code: "430105-COMMERCE" } },
  { number: "430105-20260917-000003", unit: { code: "430105-HOUSING" } },
  { number: "430105-20260917-000004", unit: null },
];
const failing = () => {
  throw new Error(`connect ECONNREFUSED http://10.0.0.7:4003 of ${phone}`);
};

const parts: Readonly<Record<string, Part>> = {
  tickets: {
    sdl: `
      type Query @tag(name: "public") { tickets(caller: String): [Ticket!]! ticket(number: String!): Ticket lost: [Ticket!] @tag(name: "public") }
      type Ticket @key(fields: "number") @tag(name: "public") { number: String! unit: Unit }
      type Unit @key(fields: "code") @tag(name: "public") { code: String! }`,
    resolvers: {
      Query: {
        tickets: () => rows,
        ticket: (_: unknown, { number }: { number: string }) => rows.find((row) => row.number === number),
        lost: failing,
      },
    },
  },
  departments: {
    sdl: `
      type Unit @key(fields: "code") @tag(name: "public") { code: String! name: String }
      type Ticket @key(fields: "number") @tag(name: "public") { number: String! phone: String @requiresScopes(scopes: [["phone:read"]]) }`,
    resolvers: {
      Unit: { name: ({ code }: { code: string }) => `name of ${code}` },
      Ticket: { phone: () => phone },
    },
  },
  evaluation: {
    sdl: `type Ticket @key(fields: "number") @tag(name: "public") { number: String! grade: Int }`,
    resolvers: { Ticket: { grade: failing } },
  },
};

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: { readonly plan: PlanView | PlanWithheld };
}
type Body = { readonly query: string; readonly variables?: Record<string, unknown> };

async function serve({ gateway }: SmallFederation): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => void gateway.handle(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

async function post(url: string, body: Body, headers: Record<string, string>): Promise<string> {
  const sent = { "content-type": "application/json", ...headers };
  return (await fetch(url, { method: "POST", headers: sent, body: JSON.stringify(body) })).text();
}

const fetchesOf = (node: PlanNodeView | null | undefined): FetchView[] => {
  if (!node) return [];
  if (node.kind === "Fetch") return [node];
  return (node.kind === "Condition" ? [node.if, node.else] : node.nodes).flatMap(fetchesOf);
};
const statesOf = (plan: PlanView | undefined) =>
  fetchesOf(plan?.plan).map(({ subgraph, state }) => `${subgraph} ${state}`);

describe.each([
  ["on the fast lane", false],
  ["on the long way", true],
])("a plan asked for %s", (_, withoutFastLane) => {
  let graph: SmallFederation;
  let served: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    graph = await smallFederation(parts, async (as) => callers[as ?? ""] ?? null, { withoutFastLane });
    served = await serve(graph);
  });
  afterAll(async () => {
    served.close();
    await graph.stop();
  });

  /** The operation is known by then: asked by the same caller without a plan before. */
  const ask = async (body: Body, as: string): Promise<Answer & { text: string; plain: Answer }> => {
    const plain = JSON.parse(await post(served.url, body, { authorization: as })) as Answer;
    const text = await post(served.url, body, { authorization: as, "whistlegraph-plan": "1" });
    return { ...(JSON.parse(text) as Answer), text, plain };
  };
  const planOf = async (body: Body, as = "steward") => {
    const { extensions, ...answer } = await ask(body, as);
    return { ...answer, plan: extensions?.plan as PlanView };
  };

  const across = { query: "{ tickets { number unit { name } } }" };

  it("comes with the very answer that comes without it", async () => {
    const { data, plain, plan } = await planOf(across);
    expect(plain).toEqual({ data });
    expect(plan.planning).toEqual({ known: true, milliseconds: 0 });
    expect(fetchesOf(plan.plan)).toMatchObject([
      { subgraph: "tickets", path: [], state: "ANSWERED" },
      { subgraph: "departments", path: ["tickets", "@", "unit"], state: "ANSWERED", entities: 2, objects: 3 },
    ]);
    expect(plan.tree).toContain("Fetch departments at tickets.@.unit: ");
    for (const { startedAt = -1, milliseconds = -1 } of fetchesOf(plan.plan)) {
      expect(startedAt).toBeGreaterThanOrEqual(0);
      expect(startedAt + milliseconds).toBeLessThanOrEqual(plan.milliseconds + 0.01);
    }
  });

  it("says that the operation was planned for this request, where it was", async () => {
    const first = { query: "query First { tickets { number } }" };
    const text = await post(served.url, first, { authorization: "steward", "whistlegraph-plan": "1" });
    const { extensions } = JSON.parse(text) as { extensions: { plan: PlanView } };
    expect(extensions.plan.planning.known).toBe(false);
  });

  it.each<[string, string, string]>([
    ["nobody", "", "UNAUTHENTICATED"],
    ["one without the scope", "responder", "WITHHELD"],
  ])("is withheld from %s, whose answer stands", async (_, as, code) => {
    const { data, plain, extensions } = await ask(across, as);
    expect(plain).toEqual({ data });
    expect(Object.keys(extensions?.plan ?? {})).toEqual(["withheld"]);
    expect(extensions?.plan).toMatchObject({ withheld: { extensions: { code } } });
    expect(JSON.stringify(extensions)).not.toMatch(/tickets|departments|millisecond/);
  });

  it("is not sent to who does not ask, whatever the scopes", async () => {
    expect(
      await post(served.url, across, { authorization: "steward", "whistlegraph-plan": "0" }),
    ).not.toContain("extensions");
  });

  it("comes beside errors: a part that failed is marked, and its error stays in its place", async () => {
    const { errors, plan } = await planOf({ query: "{ lost { number unit { name } } tickets { grade } }" });
    expect(errors?.map(({ path }) => path?.join("."))).toContain("lost");
    expect(statesOf(plan)).toContain("departments NOTHING_TO_ASK");
    expect(statesOf(plan)).toContain("evaluation ANSWERED");
  });

  it.each<[boolean, string[]]>([
    [true, ["tickets ANSWERED", "departments ANSWERED"]],
    [false, ["tickets ANSWERED", "departments EXCLUDED"]],
  ])("shows what a condition that is %s came to", async (withUnit, states) => {
    const query = "query($withUnit: Boolean!) { tickets { number unit @include(if: $withUnit) { name } } }";
    const { plan } = await planOf({ query, variables: { withUnit } });
    expect(statesOf(plan)).toEqual(states);
    expect(plan.tree).toContain(`If $withUnit: ${withUnit ? "yes" : "no"}`);
  });

  it("is of what the caller may see: what is withheld was never asked", async () => {
    const { errors, plan } = await planOf({ query: "{ tickets { number phone } }" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "WITHHELD" });
    expect(statesOf(plan)).toEqual(["tickets ANSWERED"]);
  });

  it("holds no personal data: no variable, literal, key, value, address or error", async () => {
    const number = rows[0]?.number ?? "";
    const { plan, text } = await planOf({
      query: `query($number: String!) { ticket(number: $number) { unit { name } grade } tickets(caller: "${phone}") { unit { name } } lost { number } }`,
      variables: { number },
    });
    expect(text).toContain("name of 430105-COMMERCE");
    expect(JSON.stringify(plan)).not.toMatch(/430105|139000|name of|http|10\.0\.0|ECONN/);
    expect(plan.tree).toContain("Fetch departments");
  });

  it("shows nothing to fetch where the gateway answers by itself", async () => {
    const { plan } = await planOf({ query: "{ __typename }" });
    expect(plan).toMatchObject({ plan: null });
  });

  it("does not come where the operation is refused", async () => {
    const { errors, extensions } = await ask(
      { query: "query($n: String!) { ticket(number: $n) { number } }" },
      "steward",
    );
    expect(errors).toHaveLength(1);
    expect(extensions).toBeUndefined();
  });
});

describe("a plan tells of how its fetches travelled", () => {
  const part = { sdl: 'type Query @tag(name: "public") { now: String }', resolvers: {} };
  const planFrom = async (subgraph: SubgraphConnection, requests: number): Promise<FetchView[]> => {
    const settings = { subgraphs: new Map([["clock", subgraph]]) };
    const graph = await smallFederation({ clock: part }, async () => steward, settings);
    const { url, close } = await serve(graph);
    const body = { query: "{ now }" };
    const texts = await Promise.all(
      Array.from({ length: requests }, () => post(url, body, { "whistlegraph-plan": "1" })),
    );
    close();
    await graph.stop();
    return texts.flatMap((text) =>
      fetchesOf((JSON.parse(text) as { extensions: { plan: PlanView } }).extensions.plan.plan),
    );
  };

  it("joined to another's under way", async () => {
    let asked = 0;
    let answer = () => {};
    const untilBothHaveAsked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const joining = inFlight({
      ask: async () => {
        await untilBothHaveAsked;
        return { reply: { data: { now: "09:00" } }, bytes: 26, again: () => ({ data: { now: "09:00" } }) };
      },
    });
    const ask: Ask = (...question) => {
      const reply = joining(...question);
      asked += 1;
      if (asked === 2) answer();
      return reply;
    };
    const plans = await planFrom({ ask }, 2);
    expect(plans.map(({ joined, bytes }) => [joined, bytes]).sort()).toEqual([
      [undefined, 26],
      [true, undefined],
    ]);
  });

  it("in vain", async () => {
    const down = { ask: () => Promise.reject(refuse("SUBGRAPH_UNAVAILABLE", { subgraph: "clock" })) };
    expect(await planFrom(down, 1)).toMatchObject([{ subgraph: "clock", state: "FAILED" }]);
  });
});
