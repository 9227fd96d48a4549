import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import {
  answerOf,
  community,
  district,
  fillWhistles,
  lengthOf,
  market,
  nodesOf,
  otherStreet,
  street,
  viewers,
} from "../ticket-counts/figures.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets);
  await fillWhistles(subgraph.database, 600);
});
afterAll(() => subgraph.close());

interface UnitCounts {
  readonly unit: { readonly code: string };
  readonly called: number;
  readonly onTime: number;
  readonly late: number;
  readonly running: number;
  readonly untimed: number;
  readonly [measure: string]: unknown;
}

interface Counts {
  readonly blown: number;
  readonly solved: number;
  readonly open: number;
  readonly overdue: number;
  readonly byState: readonly { readonly state: string; readonly blown: number }[];
  readonly byKind: readonly {
    readonly kind: { readonly code: string; readonly nameZh: string };
    readonly blown: number;
  }[];
  readonly byPlace: readonly {
    readonly division: { readonly code: string };
    readonly grid: { readonly code: string } | null;
    readonly direct: boolean;
    readonly blown: number;
    readonly open: number;
    readonly overdue: number;
    readonly solved: number;
  }[];
  readonly units: readonly UnitCounts[];
}

const all = `blown toDepartments misuse solved open overdue byState { state blown } byKind { kind { code nameZh } blown }
  byPlace { division { code } grid { code } direct blown open overdue solved }`;
const units = "units { unit { code } called led signed arrived onTime late running untimed solved }";
const question = (place: string, figures: string) =>
  `{ whistleCounts(division: "${place}", from: "2026-04-01", until: "2026-04-30") { ${figures} } }`;

const countsOf = async (place: string, as: string): Promise<Counts> => {
  const { whistleCounts } = await answerOf<{ whistleCounts: Counts }>(
    subgraph,
    question(place, `${all} ${units}`),
    viewers[as],
  );
  return whistleCounts;
};

const april = (what: "blown" | "confirmed") =>
  `${what}From: "2026-04-01T00:00:00+08:00", ${what}Before: "2026-05-01T00:00:00+08:00"`;
const listed = (place: string, as: string, filter = "", what: "blown" | "confirmed" = "blown") =>
  lengthOf(subgraph, "whistles", `division: "${place}", ${april(what)}, ${filter}`, viewers[as]);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const asked = Object.keys(viewers).flatMap((viewer) =>
  [district, street, otherStreet, community].map((place) => [viewer, place] as const),
);

describe("each count of whistles is the length of the list it opens", () => {
  it.each(asked)("to %s, of %s", async (as, place) => {
    const { byState, byKind, byPlace, units: called, ...counts } = await countsOf(place, as);
    expect(counts).toEqual({
      blown: await listed(place, as),
      open: await listed(place, as, "open: true"),
      overdue: await listed(place, as, "overdue: true"),
      toDepartments: await listed(place, as, "callsDepartment: true"),
      misuse: await listed(place, as, "states: [RULED_MISUSE]"),
      solved: await listed(place, as, "", "confirmed"),
    });
    for (const { state, blown } of byState) {
      expect(blown, state).toBe(await listed(place, as, `states: [${state}]`));
    }
    for (const { kind, blown } of byKind) {
      expect(blown, kind.code).toBe(await listed(place, as, `kinds: ["${kind.code}"]`));
    }
    for (const row of byPlace) {
      const own = place === community ? "noGridYet: true" : `exactDivision: "${place}"`;
      const filter = row.direct ? own : row.grid ? `grid: "${row.grid.code}"` : "";
      const within = row.division.code;
      expect(row.blown, `${within} ${filter}`).toBe(await listed(within, as, filter));
      expect(row.open).toBe(await listed(within, as, `${filter} open: true`));
      expect(row.overdue).toBe(await listed(within, as, `${filter} overdue: true`));
      expect(row.solved).toBe(await listed(within, as, filter, "confirmed"));
    }
    for (const { unit, ...row } of called) {
      const filter = `calls: "${unit.code}"`;
      expect(row, unit.code).toEqual({
        called: await listed(place, as, filter),
        led: await listed(place, as, `${filter}, role: LEAD`),
        signed: await listed(place, as, `${filter}, signed: true`),
        arrived: await listed(place, as, `${filter}, arrived: true`),
        onTime: await listed(place, as, `${filter}, timeliness: ON_TIME`),
        late: await listed(place, as, `${filter}, timeliness: LATE`),
        running: await listed(place, as, `${filter}, timeliness: RUNNING`),
        untimed: await listed(place, as, `${filter}, timeliness: UNTIMED`),
        solved: await listed(place, as, filter, "confirmed"),
      });
    }
  });

  it.each(asked)("and they agree with one another, to %s, of %s", async (as, place) => {
    const {
      blown,
      open,
      overdue,
      solved,
      byState,
      byKind,
      byPlace,
      units: called,
    } = await countsOf(place, as);
    for (const rows of [byState, byKind, byPlace]) expect(sum(rows.map((row) => row.blown))).toBe(blown);
    expect(sum(byPlace.map((row) => row.open))).toBe(open);
    expect(sum(byPlace.map((row) => row.overdue))).toBe(overdue);
    expect(sum(byPlace.map((row) => row.solved))).toBe(solved);
    for (const row of called) {
      expect(row.onTime + row.late + row.running + row.untimed, row.unit.code).toBe(row.called);
    }
  });

  it("with every state but that of a draft, kinds by name, and units of every timeliness", async () => {
    const { byState, byKind, units: called } = await countsOf(district, "performance");
    expect(byState).toHaveLength(11);
    expect(byKind.map(({ kind }) => [kind.code, kind.nameZh])).toEqual([
      ["EMERGENCY", "应急哨"],
      ["ROUTINE", "日常哨"],
      ["TACKLING", "攻坚哨"],
    ]);
    expect(called).toHaveLength(5);
    for (const row of called) {
      expect(Math.min(row.onTime, row.late, row.running, row.untimed), row.unit.code).toBeGreaterThan(0);
    }
  });
});

describe("a filter lists what its name says, and nothing is left out", () => {
  interface Node {
    readonly number: string;
    readonly state: string;
    readonly overdue: boolean;
    readonly blownAt: string | null;
    readonly confirmedAt: string | null;
    readonly division: { readonly code: string };
    readonly participants: readonly {
      readonly unit: { readonly code: string };
      readonly signedAt: string | null;
      readonly arrivedAt: string | null;
      readonly releasedAt: string | null;
    }[];
  }
  const selection = `number state overdue blownAt confirmedAt division { code }
    participants { unit { code } signedAt arrivedAt releasedAt }`;
  const ended = ["CONFIRMED", "EVALUATED", "CLOSED", "WITHDRAWN", "RULED_MISUSE"];
  const inApril = (instant: string | null) =>
    instant !== null && instant >= "2026-03-31T16:00:00.000Z" && instant < "2026-04-30T16:00:00.000Z";
  const called = ({ participants }: Node) => participants.filter(({ releasedAt }) => releasedAt === null);
  const part = (node: Node) => called(node).find(({ unit }) => unit.code === market);

  it.each<[string, (node: Node) => boolean]>([
    ["open: true", ({ state }) => !ended.includes(state)],
    ["open: false", ({ state }) => ended.includes(state)],
    ["overdue: true", ({ overdue }) => overdue],
    [`exactDivision: "${district}"`, ({ division }) => division.code === district],
    [april("blown"), ({ blownAt }) => inApril(blownAt)],
    [april("confirmed"), ({ confirmedAt }) => inApril(confirmedAt)],
    [`calls: "${market}"`, (node) => part(node) !== undefined],
    [`calls: "${market}", signed: true`, (node) => Boolean(part(node)?.signedAt)],
    [`calls: "${market}", signed: false`, (node) => part(node)?.signedAt === null],
    [`calls: "${market}", arrived: true`, (node) => Boolean(part(node)?.arrivedAt)],
    [`calls: "${market}", arrived: false`, (node) => part(node)?.arrivedAt === null],
    [
      "callsDepartment: true",
      (node) => called(node).some(({ unit }) => !/430105010-|INVESTMENT/.test(unit.code)),
    ],
  ])("%s", async (filter, holds) => {
    const as = viewers.performance;
    const whole = await nodesOf<Node>(subgraph, "whistles", { selection }, as);
    const found = await nodesOf<Node>(subgraph, "whistles", { filter, selection }, as);
    expect(found).toEqual(whole.filter(holds));
    expect(found.length).toBeGreaterThan(0);
  });
});

describe("who is told how much", () => {
  it("a street is told of another no more than what it is called to or blew itself", async () => {
    expect((await countsOf(street, "street")).blown).toBeGreaterThan(20);
    expect((await countsOf(otherStreet, "dispatcher")).blown).toBeGreaterThan(20);
    expect(await countsOf(otherStreet, "street")).toMatchObject({
      blown: 0,
      solved: 0,
      units: [],
      byPlace: [],
    });
  });

  it("a called department of what calls it, another district of nothing", async () => {
    const { blown, units: called } = await countsOf(district, "responder");
    expect(called.find(({ unit }) => unit.code === market)?.called).toBeLessThanOrEqual(blown);
    expect(blown).toBeLessThan((await countsOf(district, "performance")).blown);
    expect(blown).toBeGreaterThan(0);
    expect((await countsOf(district, "otherDistrict")).blown).toBe(0);
  });
});

describe("how a called unit stands with its clocks (应哨时效)", () => {
  interface Part {
    readonly unit: { readonly code: string };
    readonly releasedAt: string | null;
    readonly timeliness: string | null;
  }

  it.each(["LATE", "RUNNING", "ON_TIME", "UNTIMED"])(
    "%s: what is listed by it is what the participant says",
    async (timeliness) => {
      const numbersOf = (filter: string) =>
        nodesOf<{ number: string; participants: Part[] }>(
          subgraph,
          "whistles",
          { filter, selection: "number participants { unit { code } releasedAt timeliness }" },
          viewers.performance,
        );
      const stands = ({ participants }: { participants: Part[] }) =>
        participants.some(({ unit, timeliness: told }) => unit.code === market && told === timeliness);
      const whole = await numbersOf(`calls: "${market}"`);
      const expected = whole.filter(stands).map(({ number }) => number);
      const filtered = await numbersOf(`calls: "${market}", timeliness: ${timeliness}`);
      expect(expected.length).toBeGreaterThan(5);
      expect(filtered.map(({ number }) => number)).toEqual(expected);
      for (const { participants } of whole) {
        for (const part of participants) expect(part.timeliness === null).toBe(part.releasedAt !== null);
      }
    },
  );
});

it("one statement for all figures of a place, one for the units, one for the kinds' profiles", async () => {
  const sent = (figures: string) =>
    statementsOf(subgraph.database, () =>
      answerOf(subgraph, question(district, figures), viewers.performance),
    );
  expect(await sent("blown byState { blown } byPlace { blown }")).toHaveLength(1);
  expect(await sent(`${all} ${units}`)).toHaveLength(3);
});
