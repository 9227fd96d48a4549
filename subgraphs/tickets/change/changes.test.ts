import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { community, people, resident } from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import { answeringGraph, people as callers, WhistleStory } from "../whistle/whistle.fixtures.ts";

const at = new Date("2026-06-01T09:00:00+08:00");
const neighbour = "110117005002";
const caller = resident("resident-wang");

let subgraph: TestSubgraph;
let story: WhistleStory;
beforeEach(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: answeringGraph() });
  story = new WhistleStory(subgraph);
});
afterEach(() => subgraph.close());

interface Change {
  readonly kind: string;
  readonly ticket: { readonly number: string; readonly state: string };
  readonly whistle: { readonly number: string; readonly state: string };
}

/** The next so many changes from the beginning of the log. */
async function changes(
  field: "ticketChanges" | "whistleChanges",
  as: Principal,
  count: number,
  asked: { number?: string; division?: string } = {},
): Promise<Change[]> {
  const subject = field === "ticketChanges" ? "ticket" : "whistle";
  const query = `subscription ($number: String, $division: DivisionCode) {
    ${field}(number: $number, division: $division, after: 0) { kind ${subject} { number state } }
  }`;
  const answers = subgraph.subscribe({ query, variables: asked }, { principal: as, at });
  const told: Change[] = [];
  for await (const answer of answers) {
    told.push(JSON.parse(JSON.stringify(answer)).data[field]);
    if (told.length === count) break;
  }
  return told;
}

const report = (gridCode: string, as: Principal): Promise<string> =>
  story.tickets.report(
    { place: { gridCode }, ...(as === caller ? { channel: "SNAP_AND_REPORT" } : {}) },
    { as },
  );

describe("changes of tickets", () => {
  it("tell each step, with the ticket as it is when they are told", async () => {
    const number = await story.tickets.dispatched();
    await report(`${community}001`, people.dispatcher);
    const told = await changes("ticketChanges", people.dispatcher, 3, { number });
    expect(told.map(({ kind }) => kind)).toEqual(["TICKET_RECEIVED", "TICKET_MATCHED", "TICKET_DISPATCHED"]);
    expect(told.map(({ ticket }) => ticket)).toEqual(told.map(() => ({ number, state: "DISPATCHED" })));
  });

  it("are told of what lies in the division asked for, to those who may see it", async () => {
    const here = await report(`${community}001`, people.dispatcher);
    const there = await report(`${neighbour}001`, people.dispatcher);
    const ownHere = await report(`${community}001`, caller);
    const ownThere = await report(`${neighbour}001`, caller);
    const numbersFor = async (as: Principal, count: number, division?: string) =>
      (await changes("ticketChanges", as, count, division ? { division } : {})).map(
        ({ ticket }) => ticket.number,
      );

    expect(await numbersFor(people.dispatcher, 4)).toEqual([here, there, ownHere, ownThere]);
    expect(await numbersFor(people.dispatcher, 2, community)).toEqual([here, ownHere]);
    expect(await numbersFor(people.dispatcher, 4, "110117")).toEqual([here, there, ownHere, ownThere]);
    expect(await numbersFor(people.staff, 2)).toEqual([here, ownHere]);
    expect(await numbersFor(people.neighbourSecretary, 2)).toEqual([there, ownThere]);
    expect(await numbersFor(people.neighbourSecretary, 2, "110117")).toEqual([there, ownThere]);
    expect(await numbersFor(caller, 2)).toEqual([ownHere, ownThere]);
  });

  it("are told of tickets only, though whistles change beside them", async () => {
    await story.tacklingAt("SIGNED");
    const told = await changes("ticketChanges", callers.kfDispatcher, 5);
    expect(told.map(({ kind }) => kind).every((kind) => kind.startsWith("TICKET_"))).toBe(true);
  });
});

describe("a change of a ticket", () => {
  it("is read once for all officials of one post, and for each resident alone", async () => {
    const number = await report(`${community}001`, caller);
    const many = (one: Principal) =>
      Array.from({ length: 10 }, (_, index) => ({ ...one, id: `person ${index}` }));
    const readsFor = async (audience: readonly Principal[]): Promise<number> => {
      const statements = await statementsOf(subgraph.database, () =>
        Promise.all(audience.map((as) => changes("ticketChanges", as, 1, { number }))),
      );
      return statements.filter((text) => text.includes('FROM "ticket"')).length;
    };
    // Nobody is told before all have begun: the first of them opens what the others wait for.
    expect(await readsFor([...many(people.dispatcher), ...many(people.staff)])).toBe(2);
    expect(await readsFor([caller, caller])).toBe(1);
  });
});

describe("changes of whistles", () => {
  it("are told to the units they call, each step", async () => {
    const number = await story.tacklingAt("ARRIVED");
    const told = await changes("whistleChanges", callers.kfMarket, 3, { number });
    expect(told.map(({ kind }) => kind)).toEqual(["WHISTLE_BLOWN", "WHISTLE_SIGNED", "WHISTLE_ARRIVED"]);
    expect(told.at(-1)?.whistle).toEqual({ number, state: "ARRIVED" });
  });

  it("are told by division too", async () => {
    const number = await story.tackling();
    const [told] = await changes("whistleChanges", callers.kfStreet, 1, { division: "430105" });
    expect(told).toEqual({ kind: "WHISTLE_BLOWN", whistle: { number, state: "BLOWN" } });
  });
});
