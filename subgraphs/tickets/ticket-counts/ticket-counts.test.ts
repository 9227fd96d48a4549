import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { tickets } from "../tickets.subgraph.ts";
import {
  answerOf,
  community,
  district,
  fillTickets,
  lengthOf,
  nodesOf,
  otherStreet,
  street,
  viewers,
} from "./figures.fixtures.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets);
  await fillTickets(subgraph.database, 1500);
});
afterAll(() => subgraph.close());

interface Tally {
  readonly received: number;
  readonly open: number;
  readonly overdue: number;
}

interface Below extends Tally {
  readonly division: { readonly code: string };
  readonly grid: { readonly code: string } | null;
  readonly direct: boolean;
  readonly struckOff: number;
  readonly whistled: number;
}

interface Counts extends Tally {
  readonly struckOff: number;
  readonly rejected: number;
  readonly merged: number;
  readonly whistled: number;
  readonly byChannel: readonly (Tally & { readonly channel: { readonly code: string } })[];
  readonly byPlace: readonly Below[];
  readonly hours: readonly Intake[];
  readonly days: readonly Intake[];
}

interface Intake {
  readonly hour: number | null;
  readonly day: string | null;
  readonly received: number;
  readonly byChannel: readonly { readonly channel: { readonly code: string }; readonly received: number }[];
}

const april = { from: "2026-04-01", until: "2026-04-30" };
/** The filter that the description of `TicketCounts` names for a period. */
const inApril = 'receivedFrom: "2026-04-01T00:00:00+08:00", receivedBefore: "2026-05-01T00:00:00+08:00"';

const intake = "hour day received byChannel { channel { code } received }";
const countsOf = async (
  place: string,
  as: string,
  { from, until }: { from: string; until: string } = april,
): Promise<Counts> => {
  const { ticketCounts } = await answerOf<{ ticketCounts: Counts }>(
    subgraph,
    `{ ticketCounts(division: "${place}", from: "${from}", until: "${until}") {
        received open overdue struckOff rejected merged whistled
        byChannel { channel { code } received open overdue }
        byPlace { division { code } grid { code } direct received open overdue struckOff whistled }
        hours: intake(by: HOUR_OF_DAY) { ${intake} } days: intake(by: DAY) { ${intake} } } }`,
    viewers[as],
  );
  return ticketCounts;
};
const listed = (place: string, as: string, filter = ""): Promise<number> =>
  lengthOf(subgraph, "tickets", `division: "${place}", ${inApril}, ${filter}`, viewers[as]);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const codeOf = ({ channel }: { readonly channel: { readonly code: string } }): string => channel.code;

const asked = Object.keys(viewers).flatMap((viewer) =>
  [district, street, otherStreet, community].map((place) => [viewer, place] as const),
);

describe("each count is the length of the list it opens", () => {
  it.each(asked)("to %s, of %s", async (as, place) => {
    const counts = await countsOf(place, as);
    const lists: Readonly<Record<string, string>> = {
      received: "",
      open: "open: true",
      overdue: "overdue: true",
      struckOff: "states: [STRUCK_OFF, ARCHIVED]",
      rejected: "states: [REJECTED]",
      merged: "states: [MERGED]",
      whistled: "whistled: true",
    };
    for (const [measure, filter] of Object.entries(lists)) {
      expect(counts[measure as keyof Counts], measure).toBe(await listed(place, as, filter));
    }
    for (const row of counts.byChannel) {
      const filter = `channel: "${row.channel.code}"`;
      expect(row.received).toBe(await listed(place, as, filter));
      expect(row.open).toBe(await listed(place, as, `${filter}, open: true`));
      expect(row.overdue).toBe(await listed(place, as, `${filter}, overdue: true`));
    }
    const [busiest = { received: 0 }, ...others] = counts.byChannel;
    const but = `exceptChannels: [${others.map((row) => `"${codeOf(row)}"`).join(", ")}]`;
    expect(busiest.received).toBe(await listed(place, as, but));
  });

  it.each(asked)("by place, to %s, of %s", async (as, place) => {
    for (const row of (await countsOf(place, as)).byPlace) {
      const own = place === community ? "noGridYet: true" : `exactDivision: "${place}"`;
      const filter = row.direct ? own : row.grid ? `grid: "${row.grid.code}"` : "";
      const within = row.division.code;
      expect(row.received, `${within} ${filter}`).toBe(await listed(within, as, filter));
      expect(row.open).toBe(await listed(within, as, `${filter} open: true`));
      expect(row.overdue).toBe(await listed(within, as, `${filter} overdue: true`));
      expect(row.struckOff).toBe(await listed(within, as, `${filter} states: [STRUCK_OFF, ARCHIVED]`));
      expect(row.whistled).toBe(await listed(within, as, `${filter} whistled: true`));
    }
  });

  it.each([
    ["dispatcher", district],
    ["street", district],
    ["responder", street],
  ])("by hour and by day, to %s, of %s", async (as, place) => {
    const { hours, days } = await countsOf(place, as);
    for (const { hour, received, byChannel } of hours) {
      expect(received, `at ${hour}`).toBe(await listed(place, as, `receivedHour: ${hour}`));
      expect(received).toBe(sum(byChannel.map((channel) => channel.received)));
    }
    const [noon] = hours.filter(({ hour }) => hour === 12);
    for (const row of noon?.byChannel ?? []) {
      expect(row.received).toBe(await listed(place, as, `receivedHour: 12, channel: "${row.channel.code}"`));
    }
    const [third] = days.filter(({ day }) => day === "2026-04-03");
    const onThird = 'receivedFrom: "2026-04-03T00:00:00+08:00", receivedBefore: "2026-04-04T00:00:00+08:00"';
    expect(third?.received).toBe(
      await lengthOf(subgraph, "tickets", `division: "${place}", ${onThird}`, viewers[as]),
    );
  });

  it("of the pool too, by where its tickets stand", async () => {
    const { proactivePool } = await answerOf<{ proactivePool: { state: string; tickets: number }[] }>(
      subgraph,
      `{ proactivePool(division: "${district}", from: "${april.from}", until: "${april.until}") { state tickets } }`,
      viewers.dispatcher,
    );
    expect(sum(proactivePool.map(({ tickets: each }) => each))).toBeGreaterThan(100);
    for (const { state, tickets: counted } of proactivePool) {
      expect(counted, state).toBe(await listed(district, "dispatcher", `poolState: ${state}`));
    }
  });
});

describe("a filter lists what its name says, and nothing is left out", () => {
  interface Node {
    readonly number: string;
    readonly receivedAt: string;
    readonly state: string;
    readonly overdue: boolean;
    readonly poolState: string | null;
    readonly division: { readonly code: string };
  }
  const selection = "number receivedAt state overdue poolState division { code }";
  const closed = ["STRUCK_OFF", "ARCHIVED", "REJECTED", "MERGED"];
  const localHour = ({ receivedAt }: Node) => (new Date(receivedAt).getUTCHours() + 8) % 24;

  it.each<[string, (node: Node) => boolean]>([
    ["open: true", ({ state }) => !closed.includes(state)],
    ["open: false", ({ state }) => closed.includes(state)],
    ["overdue: true", ({ overdue }) => overdue],
    ["receivedHour: 0", (node) => localHour(node) === 0],
    ["receivedHour: 7", (node) => localHour(node) === 7],
    ["receivedHour: 23", (node) => localHour(node) === 23],
    [`exactDivision: "${district}"`, ({ division }) => division.code === district],
    [`exactDivision: "${street}"`, ({ division }) => division.code === street],
    ["poolState: WHISTLED", ({ poolState }) => poolState === "WHISTLED"],
    ["poolState: MERGED", ({ poolState }) => poolState === "MERGED"],
  ])("%s", async (filter, holds) => {
    const as = viewers.dispatcher;
    const whole = await nodesOf<Node>(subgraph, "tickets", { selection }, as);
    const found = await nodesOf<Node>(subgraph, "tickets", { filter, selection }, as);
    expect(found).toEqual(whole.filter(holds));
    expect(found.length).toBeGreaterThan(0);
  });
});

describe("counts of one page agree with one another", () => {
  it.each(asked)("to %s, of %s", async (as, place) => {
    const { byChannel, byPlace, hours, days, ...counts } = await countsOf(place, as);
    const { received, open, struckOff, rejected, merged } = counts;
    expect(open + struckOff + rejected + merged).toBe(received);
    expect(counts.overdue).toBeLessThanOrEqual(open);
    for (const rows of [byChannel, byPlace, hours, days]) {
      expect(sum(rows.map((row) => row.received))).toBe(received);
    }
    for (const rows of [byChannel, byPlace]) {
      expect(sum(rows.map((row) => row.open))).toBe(open);
      expect(sum(rows.map((row) => row.overdue))).toBe(counts.overdue);
    }
    expect(sum(byPlace.map((row) => row.struckOff))).toBe(struckOff);
    expect(sum(byPlace.map((row) => row.whistled))).toBe(counts.whistled);
    expect(hours.map(({ hour, day }) => [hour, day])).toEqual(
      Array.from({ length: 24 }, (_, hour) => [hour, null]),
    );
    expect(days).toHaveLength(30);
    expect([days[0]?.day, days[29]?.day]).toEqual([april.from, april.until]);
    expect(byChannel.map(codeOf)).toEqual(byChannel.map(codeOf).sort());
  });

  it("tells apart what the caller sees: more to the centre than to a street, nothing to another district", async () => {
    const seen = new Map<string, number>();
    for (const as of Object.keys(viewers)) seen.set(as, (await countsOf(district, as)).received);
    const of = (as: string) => seen.get(as) ?? Number.NaN;
    expect(of("performance")).toBe(of("dispatcher"));
    expect(of("street")).toBeLessThan(of("dispatcher"));
    expect(of("secretary")).toBeLessThan(of("street"));
    expect(of("responder")).toBeLessThan(of("dispatcher"));
    expect(of("resident")).toBeLessThan(of("secretary"));
    expect(of("resident")).toBeGreaterThan(0);
    expect(of("otherDistrict")).toBe(0);
    // What a street has itself in hand elsewhere it sees there; nobody else's.
    expect((await countsOf(otherStreet, "street")).received).toBeLessThan(
      (await countsOf(otherStreet, "dispatcher")).received / 2,
    );
    expect((await countsOf(otherStreet, "responder")).byPlace.length).toBeGreaterThan(0);
  });

  it("shows places by level: sub-districts, communities, grids, and the place itself where nobody knows", async () => {
    const rows = async (place: string) =>
      (await countsOf(place, "dispatcher")).byPlace.map(({ division, grid, direct }) =>
        direct ? "direct" : (grid ?? division).code,
      );
    expect(await rows(district)).toEqual([...[1, 2, 3].map((each) => `${district}00${each}`), "direct"]);
    expect(await rows(street)).toEqual([...[1, 2, 3, 4].map((each) => `${street}00${each}`), "direct"]);
    expect(await rows(community)).toEqual([
      ...[1, 2, 3, 4, 5].map((each) => `${community}00${each}`),
      "direct",
    ]);
  });

  it("to nobody without a token", async () => {
    const { data } = await subgraph.ask<{ ticketCounts: object }>(
      `{ ticketCounts(division: "${district}", from: "2026-04-01", until: "2026-04-30") { received byPlace { direct } } }`,
    );
    expect(data.ticketCounts).toEqual({ received: 0, byPlace: [] });
  });
});

describe("what is refused", () => {
  const ask = (query: string) =>
    subgraph.ask(query, {}, viewers.dispatcher ? { as: viewers.dispatcher } : {});

  it.each([
    ["2026-04-02", "2026-04-01", "TICKET_PERIOD"],
    ["2020-01-01", "2026-01-01", "TICKET_PERIOD"],
    ["2024-04-30", "2026-05-01", undefined],
    ["2024-04-30", "2026-05-02", "TICKET_PERIOD"],
  ])("the period %s to %s: %s", async (from, until, code) => {
    const { errors } = await ask(
      `{ ticketCounts(division: "${district}", from: "${from}", until: "${until}") { received } }`,
    );
    expect(errors[0]?.code).toBe(code);
  });

  it.each([
    [-1, "BAD_INPUT"],
    [0, undefined],
    [23, undefined],
    [24, "BAD_INPUT"],
  ])("the hour %i: %s", async (hour, code) => {
    const { errors } = await ask(`{ tickets(filter: { receivedHour: ${hour} }) { totalCount } }`);
    expect(errors[0]?.code).toBe(code);
  });
});

describe("what counting takes", () => {
  const sent = (query: string) =>
    statementsOf(subgraph.database, () => answerOf(subgraph, query, viewers.dispatcher));

  it("one statement for all figures of a place, and one for the intake", async () => {
    const places = "byPlace { division { code } direct received }";
    const query = (more: string) =>
      `{ ticketCounts(division: "${district}", from: "2026-04-01", until: "2026-04-30") {
          received open overdue byChannel { received } ${places} ${more} } }`;
    expect(await sent(query(""))).toHaveLength(1);
    expect(await sent(query("intake(by: DAY) { received }"))).toHaveLength(2);
  });

  it("a total only when it is asked for, and once for many parents, those with nothing among them", async () => {
    expect(await sent("{ tickets { edges { cursor } } }")).toHaveLength(1);
    expect(await sent("{ tickets { totalCount edges { cursor } } }")).toHaveLength(2);
    const codes = [street, otherStreet, "430105099"];
    const under = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Division {
      code tickets(first: 1, filter: { open: true }) { totalCount } } } }`;
    const of = codes.map((code) => ({ __typename: "Division", code }));
    const answered: { _entities?: { code: string; tickets: { totalCount: number } }[] } = {};
    const statements = await statementsOf(subgraph.database, async () => {
      const asker = viewers.dispatcher ? { as: viewers.dispatcher } : {};
      Object.assign(answered, (await subgraph.ask(under, { of }, asker)).data);
    });
    expect(statements).toHaveLength(2);
    const totals = answered._entities?.map(({ code, tickets: found }) => [code, found.totalCount]);
    const expected = [];
    for (const code of codes) {
      const filter = `division: "${code}", open: true`;
      expected.push([code, await lengthOf(subgraph, "tickets", filter, viewers.dispatcher)]);
    }
    expect(totals).toEqual(expected);
    expect(expected[2]).toEqual(["430105099", 0]);
  });

  it("a total of the whole list, also on a page past its end", async () => {
    const filter = `filter: { division: "${community}" }`;
    const { tickets: whole } = await answerOf<{
      tickets: { totalCount: number; pageInfo: { endCursor: string } };
    }>(
      subgraph,
      `{ tickets(first: 100, ${filter}) { totalCount pageInfo { endCursor } } }`,
      viewers.secretary,
    );
    const { tickets: past } = await answerOf<{ tickets: { totalCount: number } }>(
      subgraph,
      `{ tickets(first: 1, after: "${whole.pageInfo.endCursor}", ${filter}) { totalCount } }`,
      viewers.secretary,
    );
    expect(past.totalCount).toBe(whole.totalCount);
  });

  it("a search by rank has no total", async () => {
    await expect(
      answerOf(subgraph, '{ searchTickets(words: "充电") { totalCount } }', viewers.dispatcher),
    ).resolves.toEqual({ searchTickets: { totalCount: null } });
  });
});
