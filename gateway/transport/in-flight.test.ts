import { beforeEach, describe, expect, it } from "vitest";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { Post } from "../../subgraphs/shared/principal.ts";
import { person } from "../../test/testkit/people.ts";
import type { Audience } from "../request-context.ts";
import { type Answer, inFlight } from "./in-flight.ts";
import type { Provenance } from "./provenance.ts";
import { type Ask, openingOf, type Question, type SubgraphReply } from "./subgraph-connection.ts";

const at = new Date("2026-06-01T09:00:00.000+08:00");
const context = { principal: person(Post.RESPONDER, { unit: "430105-COMMERCE" }), at };
const questionOf = (operation: string, kind: Question["kind"] = "query"): Question => ({
  kind,
  operation,
  opening: openingOf(operation),
});
const query = questionOf("{ rows }");

/** A question that reached the subgraph, answered or failed by the test. */
interface Arrived {
  readonly question: Question;
  readonly audience: Audience | undefined;
  answer(reply: SubgraphReply): void;
  fail(error: unknown): void;
}
let arrived: Arrived[];
let ask: Ask;

const open = (share?: boolean): Ask =>
  inFlight({
    share,
    ask: (question, _, audience) =>
      new Promise<Answer>((resolve, fail) => {
        const answer = (reply: SubgraphReply) => resolve({ reply, again: () => structuredClone(reply) });
        arrived.push({ question, audience, answer, fail });
      }),
  });

beforeEach(() => {
  arrived = [];
  ask = open();
});

describe("a query that is under way already", () => {
  it("is asked once, and everybody has a reply of their own to change", async () => {
    const asking = [ask(query, context), ask(query, context), ask(query, context)];
    expect(arrived).toHaveLength(1);
    arrived[0]?.answer({ data: { rows: ["one"] } });
    const [first, second, third] = (await Promise.all(asking)).map(({ data }) => data?.rows as string[]);
    first?.push("joined into it");
    expect([first, second, third]).toEqual([["one", "joined into it"], ["one"], ["one"]]);
    expect(second).not.toBe(third);
  });

  it("is asked anew once it has been answered", async () => {
    const first = ask(query, context);
    arrived[0]?.answer({ data: {} });
    await first;
    ask(query, context);
    expect(arrived).toHaveLength(2);
  });

  it("fails for everybody, each with an error of their own", async () => {
    const asking = [ask(query, context), ask(query, context)];
    arrived[0]?.fail(refuse("SUBGRAPH_UNAVAILABLE", { subgraph: "tickets" }));
    const [first, second] = await Promise.all(asking.map((each) => each.catch((error: unknown) => error)));
    expect(first).toMatchObject({ extensions: { code: "SUBGRAPH_UNAVAILABLE" } });
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
  });

  it("goes on as long as anybody waits for it", () => {
    const callers = [new AbortController(), new AbortController()] as const;
    ask(query, { ...context, signal: callers[0].signal });
    ask(query, { ...context, signal: callers[1].signal });
    callers[0].abort();
    expect(arrived[0]?.audience?.gone).toBe(false);
    callers[1].abort();
    expect(arrived[0]?.audience?.gone).toBe(true);
  });
});

/** Whether each of them joined, by what it was told of its provenance. */
const joinedBy = (...asking: (typeof context | { principal: null; at: Date })[]): (boolean | undefined)[] =>
  asking.map((each) => {
    const provenance: Provenance = {};
    ask(query, each, provenance);
    return provenance.joined;
  });

it("tells every caller who asks to know whether it joined", () => {
  expect(joinedBy(context, context, { ...context, principal: null })).toEqual([false, true, false]);
});

it.each<[string, Question]>([
  ["another operation", { ...query, operation: "{ columns }" }],
  ["other variables", { ...query, variables: '{"first":1}' }],
])("%s is another question", (_, other) => {
  ask(query, context);
  ask(other, context);
  expect(arrived).toHaveLength(2);
});

describe("a mutation", () => {
  const mutation = questionOf("mutation { sign }", "mutation");

  it("is never joined, and seen through whoever leaves", () => {
    const caller = new AbortController();
    ask(mutation, { ...context, signal: caller.signal });
    ask(mutation, context);
    expect(arrived).toHaveLength(2);
    expect(arrived[0]?.audience).toBeUndefined();
  });

  it.each(["answered", "failed"])(
    "that was %s is seen by whoever asks next: it joins nothing older",
    async (outcome) => {
      const before = ask(query, context);
      const sent = ask(mutation, context);
      if (outcome === "answered") arrived[1]?.answer({ data: {} });
      else arrived[1]?.fail(new Error("perhaps it had its effect"));
      await sent.catch(() => undefined);

      const after = ask(query, context);
      expect(arrived).toHaveLength(3);
      arrived[0]?.answer({ data: { rows: ["before"] } });
      arrived[2]?.answer({ data: { rows: ["after"] } });
      expect((await before).data).toEqual({ rows: ["before"] });
      expect((await after).data).toEqual({ rows: ["after"] });
    },
  );

  it("leaves those that came after it to be joined", async () => {
    const before = ask(query, context);
    const sent = ask(mutation, context);
    arrived[1]?.answer({ data: {} });
    await sent;
    ask(query, context);
    arrived[0]?.answer({ data: {} });
    await before;
    ask(query, context);
    expect(arrived).toHaveLength(3);
  });
});

it("where nothing is to be shared, every query is asked", () => {
  const askAlone = open(false);
  askAlone(query, context);
  askAlone(query, context);
  expect(arrived).toHaveLength(2);
});
