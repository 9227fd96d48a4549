import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { Post } from "../../subgraphs/shared/principal.ts";
import { type SmallFederation, smallFederation } from "../../test/testkit/federation.ts";
import { person } from "../../test/testkit/people.ts";
import type { Asked } from "../execution/execution.ts";
import { Trace } from "../execution/trace.ts";
import type { GatewaySettings } from "../gateway.ts";
import type { RequestContext } from "../request-context.ts";

const at = new Date("2026-06-01T09:00:00.000+08:00");
const context: RequestContext = { principal: person(Post.RESPONDER, { unit: "430105-COMMERCE" }), at };
const query = "query Places($near: String) { place(near: $near) }";
const request = { query, variables: { near: "通泰街" } };

/** Callers who were waited for when the subgraph was asked; it answers once it is told to. */
let waiting: ((answer: string) => void)[];
let told: { readonly asked: readonly Asked[]; readonly by: RequestContext }[];
let federation: SmallFederation;

const open = (settings: Partial<GatewaySettings> = {}): Promise<SmallFederation> =>
  smallFederation(
    {
      places: {
        sdl: `type Query { place(near: String): String @tag(name: "public") }
          type Mutation { name(place: String): String @tag(name: "public") }`,
        resolvers: {
          Query: { place: () => new Promise<string>((resolve) => waiting.push(resolve)) },
          Mutation: { name: (_: unknown, { place }: { place: string }) => place },
        },
      },
    },
    undefined,
    { onAsked: async (asked, by) => void told.push({ asked, by }), ...settings },
  );

const ask = (by: RequestContext, of = request) => federation.gateway.answer(of, by);

/** When as many questions have reached the subgraph. */
const arrived = (count: number) => expect.poll(() => waiting.length, { interval: 1 }).toBe(count);

/** When everybody who has asked has come as far as they can. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

const answerAll = (): void => waiting.forEach((answer, index) => void answer(`answer ${index}`));

beforeEach(async () => {
  waiting = [];
  told = [];
  federation = await open();
});
afterEach(() => federation.stop());

/** Whether the two of them had one answer. */
async function together(first: RequestContext, second: RequestContext, other = request): Promise<boolean> {
  const asking = [ask(first), ask(second, other)];
  // Where the second has a question of its own, it arrives in the same turn.
  await expect.poll(() => waiting.length, { interval: 1 }).toBeGreaterThan(0);
  await turn();
  answerAll();
  const [one, two] = await Promise.all(asking);
  expect(one).toEqual({ data: { place: "answer 0" } });
  return two?.data?.place === "answer 0";
}

describe("a query that is carried out already", () => {
  it("is answered together with it for the same caller", async () => {
    expect(await together(context, { ...context })).toBe(true);
    expect(federation.sent).toHaveLength(1);
  });

  it.each<[string, RequestContext]>([
    ["who is nobody", { ...context, principal: null }],
    ["of another unit", { ...context, principal: person(Post.RESPONDER, { unit: "430105-HOUSING" }) }],
    ["on another basis", { ...context, basis: "power:1" }],
    ["for another case", { ...context, case: "ticket:1" }],
    ["of another moment", { ...context, at: new Date(at.getTime() + 100) }],
    ["who wants to see the plan", { ...context, trace: new Trace() }],
  ])("has an answer of its own for one %s", async (_, other) => {
    expect(await together(context, other)).toBe(false);
  });

  it.each([
    ["variables", { query, variables: { near: "马坊" } }],
    ["text", { query: query.replace("Places", "Others"), variables: request.variables }],
  ])("has an answer of its own where it has other %s", async (_, other) => {
    expect(await together(context, context, other)).toBe(false);
  });

  it("is carried out anew once it has been answered", async () => {
    await together(context, context);
    waiting = [];
    await together(context, context);
    expect(federation.sent).toHaveLength(2);
  });

  it("is not joined by whoever asks after a mutation was answered", async () => {
    const before = ask(context);
    await arrived(1);
    await ask(context, { query: 'mutation { name(place: "马坊") }', variables: { near: "" } });
    const after = ask(context);
    await arrived(2);
    answerAll();
    expect([(await before).data, (await after).data]).toEqual([{ place: "answer 0" }, { place: "answer 1" }]);
  });

  it("goes on while anybody waits for it, though whoever asked first has left", async () => {
    let left = false;
    const first = ask({
      ...context,
      audience: {
        get gone() {
          return left;
        },
      },
    });
    await arrived(1);
    const second = ask(context);
    await turn();
    left = true;
    answerAll();
    expect((await second).data).toEqual({ place: "answer 0" });
    await first;
  });

  it("is not joined once all who waited for it have left: what it lacks is not fetched any more", async () => {
    const first = ask({ ...context, audience: { gone: true } });
    const second = ask(context);
    await arrived(1);
    answerAll();
    expect((await second).data).toEqual({ place: "answer 0" });
    await first;
  });
});

describe("what a caller's answer was made of is told", () => {
  it("for everybody, those included who were answered together", async () => {
    const other = { ...context };
    await together(context, other);
    expect(told.map(({ by }) => by)).toEqual([context, other]);
    for (const { asked } of told) {
      expect(asked).toMatchObject([{ subgraph: "places", question: { variables: '{"near":"通泰街"}' } }]);
    }
  });

  it("before the answer: where it cannot be told, there is none for that caller", async () => {
    await federation.stop();
    federation = await open({
      onAsked: async (_, { client }) => {
        if (client === "unrecorded") throw refuse("STOPPING");
      },
    });
    const [recorded, unrecorded] = [ask(context), ask({ ...context, client: "unrecorded" })];
    await arrived(1);
    answerAll();
    expect(await recorded).toEqual({ data: { place: "answer 0" } });
    const refused = await unrecorded;
    expect(refused).not.toHaveProperty("data");
    expect(refused.errors?.[0]?.extensions?.code).toBe("STOPPING");
  });
});

it("shares nothing where it is told not to", async () => {
  await federation.stop();
  federation = await open({ share: false });
  expect(await together(context, context)).toBe(false);
});
