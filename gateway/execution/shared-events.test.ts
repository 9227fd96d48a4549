import { describe, expect, it } from "vitest";
import { Post, type Principal } from "../../subgraphs/shared/principal.ts";
import { sharedAnswer } from "../../subgraphs/shared/subscription/shared-answer.ts";
import { person } from "../../test/testkit/people.ts";
import type { RequestContext } from "../request-context.ts";
import { SharedEvents } from "./shared-events.ts";
import { Sights } from "./sights.ts";

const at = new Date("2026-06-01T09:00:00+08:00");
const unit = "110117-COMMAND-CENTRE";
const one = person(Post.CENTRE_DISPATCHER, { unit, division: "110117", id: "one" });
const other = person(Post.CENTRE_DISPATCHER, { unit, division: "110117", id: "other" });
const elsewhere = person(Post.CENTRE_DISPATCHER, { unit: "110108-COMMAND-CENTRE", division: "110108" });

const ask = () => Promise.reject(new Error("nobody asks"));
const byPost = { ask, sightOf: (principal: Principal) => ({ ...principal, id: "", name: "" }) };
const byPerson = { ask };

/** Readings of two events; each call is another follower's copy of the first, of the second. */
const readings = [{ data: { change: 1 } }, { data: { change: 2 } }] as const;
const [first, second] = readings.map((reading) => () => sharedAnswer(reading)) as [
  () => object,
  () => object,
];

function eventsOf(...subgraphs: (typeof byPost | typeof byPerson)[]) {
  const events = new SharedEvents<RequestContext>({
    sights: new Sights(new Set(subgraphs)),
    names: new Set(["deep"]),
  });
  /** What was told to each, for whom it was made. */
  return (reply: object, context: Partial<RequestContext>, sent: Record<string, unknown> = {}) =>
    events.of(reply, { sent, coerced: sent }, { principal: one, at, ...context }, async (as) => ({ ...as }));
}

describe("an event", () => {
  it("is made once for all who see the same, as none of them", async () => {
    const tell = eventsOf(byPost);
    const told = await tell(first(), { principal: one, signal: AbortSignal.abort() });
    expect(told).toEqual({ principal: { ...one, id: "", name: "" }, at });
    expect(await tell(first(), { principal: other })).toBe(told);
  });

  it.each<[string, () => object, Partial<RequestContext>, object]>([
    ["another reading", second, {}, {}],
    ["whoever sees otherwise", first, { principal: elsewhere }, {}],
    ["nobody", first, { principal: null }, {}],
    ["another basis", first, { basis: "依法调查" }, {}],
    ["another case", first, { case: "2026-17" }, {}],
    ["a variable that what is told depends on", first, {}, { deep: true }],
  ])("is made anew for %s", async (_, reply, context, sent) => {
    const tell = eventsOf(byPost);
    const told = await tell(first(), {});
    expect(await tell(reply(), context, { ...sent })).not.toBe(told);
  });

  it("is the same whatever position it is followed from", async () => {
    const tell = eventsOf(byPost);
    expect(await tell(first(), {}, { after: 7 })).toBe(await tell(first(), {}, { after: 3 }));
  });

  it("is made for each where its reading is shared with nobody", async () => {
    const tell = eventsOf(byPost);
    const reply = { data: {} };
    expect(await tell(reply, {})).not.toBe(await tell(reply, {}));
  });

  it.each([
    ["a subgraph looks at the person", [byPerson]],
    ["one of several does", [byPost, byPerson]],
  ])("is made for each person where %s", async (_, subgraphs) => {
    const tell = eventsOf(...subgraphs);
    const told = await tell(first(), { principal: one });
    expect(told.principal).toEqual(one);
    expect(await tell(first(), { principal: { ...one } })).toBe(told);
    expect((await tell(first(), { principal: other })).principal).toEqual(other);
  });

  it("that nothing is joined to is made once for all who have the reading", async () => {
    const tell = eventsOf();
    const told = await tell(first(), { principal: one });
    expect(told.principal).toBeNull();
    expect(await tell(first(), { principal: elsewhere })).toBe(told);
  });
});
