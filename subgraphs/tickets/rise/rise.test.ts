import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { community, district, estate, people, resident } from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";

const now = new Date("2026-06-01T09:00:00+08:00");
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

let subgraph: TestSubgraph;
let running = 0;

interface Asked {
  /** Hours before now. */
  readonly ago: number;
  /** By whom; null: somebody who did not want to be named. */
  readonly by: string | null;
  readonly phone?: string;
  /** The ticket it was merged into, which is in the class. */
  readonly mergedInto?: string;
}

/** One demand with its ticket, in a class of its number; answers with the ticket's number. */
async function asked(inClass: number, { ago, by, phone, mergedInto }: Asked): Promise<string> {
  const number = `${district}-20260520-${String(++running).padStart(6, "0")}`;
  const { database } = subgraph;
  await database.query(
    `INSERT INTO ticket (district_code, number, state, function, origin, title, kind, urgency, channel_code, division_code,
       estate_code, limit_name, limit_version, due_at, discovered_at, received_at, merged_into_number, class_problem_number)
     VALUES ($1, $2, $3, 'ON_COMPLAINT', 'ON_COMPLAINT', '充电', 'HELP', 'ORDINARY', 'HOTLINE_12345', $4, $5, 'ORDINARY', 1,
       $6, $6, $6, $7, $8)`,
    [
      district,
      number,
      mergedInto ? "MERGED" : "RECEIVED",
      community,
      estate,
      hoursAgo(ago),
      mergedInto ?? null,
      mergedInto ? null : problemNumber(inClass),
    ],
  );
  const [demander] =
    by === null
      ? [{ id: null }]
      : await database.query(
          `INSERT INTO demander (district_code, kind, identity, name, phone, person_id) VALUES ($1, 'PERSON', $2, '居民', $3, $4)
     ON CONFLICT (district_code, identity, name) DO UPDATE SET name = excluded.name RETURNING id`,
          [district, by, phone ?? null, by === "own" ? "own" : null],
        );
  await database.query(
    `INSERT INTO demand (district_code, number, ticket_number, demander_id, kind, urgency, channel_code, text, division_code, received_at)
     VALUES ($1, $2, $3, $4, 'HELP', 'ORDINARY', 'HOTLINE_12345', '没有充电桩', $5, $6)`,
    [district, number.replace("-2026", "-D-2026"), number, demander.id, community, hoursAgo(ago)],
  );
  if (!mergedInto) {
    await database.query(
      "INSERT INTO hot_class_ticket (district_code, ticket_number, hot_class_number, placed_by) VALUES ($1, $2, $3, 'DETECTION')",
      [district, number, hotNumber(inClass)],
    );
  }
  return number;
}

const hotNumber = (of: number): string => `${district}-T-20260520-000${of}`;
const problemNumber = (of: number): string => `${district}-C-20260520-000${of}`;

async function openClass(of: number): Promise<void> {
  await subgraph.database.query(
    `INSERT INTO class_problem (district_code, number, state, matter_code, division_code, estate_code, opened_at, title, grounds)
     VALUES ($1, $2, 'OPEN', $3, $4, $5, $6, '一类', '多人反映')`,
    [district, problemNumber(of), `MATTER-${of}`, community, estate, hoursAgo(400 + of)],
  );
  await subgraph.database.query(
    `INSERT INTO hot_class (district_code, number, state, division_code, demanders, ticket_count, first_at, last_at, words, place_names, within_hours)
     VALUES ($1, $2, 'OPEN', $3, 5, 5, $4, $5, '{}', '{}', 168)`,
    [district, hotNumber(of), community, hoursAgo(330), hoursAgo(1)],
  );
}

beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets);
  for (const of of [1, 2, 3, 4, 5]) await openClass(of);
  // 1 rises by the day: three against one. One of them asks twice, and one of the three by a merged ticket.
  const goesOn = await asked(1, { ago: 2, by: "a" });
  await asked(1, { ago: 3, by: "a" });
  await asked(1, { ago: 4, by: "b" });
  await asked(1, { ago: 24, by: "c" });
  await asked(1, { ago: 5, by: "d", mergedInto: goesOn });
  // 2 falls by the day, and is even by the week.
  await asked(2, { ago: 10, by: "a" });
  await asked(2, { ago: 30, by: "b" });
  await asked(2, { ago: 47.9, by: "c" });
  await asked(2, { ago: 48, by: "d" });
  for (const by of ["e", "f", "g", "h"]) await asked(2, { ago: 200, by });
  // 3 rises by the week alone. Two nobody named are one voice, and two identities under one telephone one person.
  for (const by of [null, null]) await asked(3, { ago: 100, by });
  await asked(3, { ago: 90, by: "i", phone: "13900000001" });
  await asked(3, { ago: 91, by: "j", phone: "13900000001" });
  // 4 was asked for long ago, 5 by a resident who signed in.
  await asked(4, { ago: 400, by: "k" });
  await asked(5, { ago: 1, by: "own" });
});
afterAll(() => subgraph.close());

interface Risen {
  readonly number: string;
  readonly day: { readonly lately: number; readonly before: number };
  readonly week: { readonly lately: number; readonly before: number };
}
const fields = "number day: rise { lately before } week: rise(span: WEEK) { lately before }";
const expected = [
  [1, 3, 1, 4, 0],
  [5, 1, 0, 1, 0],
  [3, 0, 0, 2, 0],
  [4, 0, 0, 0, 0],
  [2, 1, 2, 4, 4],
] as const;

type List = "hotClasses" | "classProblems";
const page = async (list: List, args: string, selection = fields, as: Principal = people.dispatcher) => {
  const { data, errors } = await subgraph.ask<
    Record<List, { edges: { node: Risen }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | null>
  >(
    `{ ${list}(division: "${district}", ${args}) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`,
    {},
    { as, at: now },
  );
  return { page: data[list], errors };
};
const lastDigit = (number: string): number => Number(number.at(-1));

describe.each(["hotClasses", "classProblems"] as const)("%s rising", (list) => {
  it("the steepest first: the last 24 hours and 7 days against those before, one person's repeats once", async () => {
    const { page: found } = await page(list, "order: RISING");
    expect(
      found?.edges.map(({ node: { number, day, week } }) => [
        lastDigit(number),
        day.lately,
        day.before,
        week.lately,
        week.before,
      ]),
    ).toEqual(expected);
  });

  it("page by page as in one list", async () => {
    const paged: number[] = [];
    for (let after = ""; ; ) {
      const { page: found } = await page(list, `order: RISING, first: 2${after}`, "number");
      paged.push(...(found?.edges.map(({ node }) => lastDigit(node.number)) ?? []));
      if (!found?.pageInfo.hasNextPage) break;
      after = `, after: "${found.pageInfo.endCursor}"`;
    }
    expect(paged).toEqual(expected.map(([of]) => of));
  });

  it.each([
    ["first: 0", "PAGE_TOO_LARGE"],
    ["first: 101", "PAGE_TOO_LARGE"],
    ['after: "bm8"', "BAD_CURSOR"],
  ])("refuses %s", async (args, code) => {
    const { errors } = await page(list, `order: RISING, ${args}`, "number");
    expect(errors[0]?.code).toBe(code);
  });

  it("takes one statement for all of a list, however many they are", async () => {
    const sent = (first: number) => statementsOf(subgraph.database, () => page(list, `first: ${first}`));
    expect((await sent(1)).length).toBe((await sent(5)).length);
  });

  it("shows those alone of which the caller sees a ticket", async () => {
    const neighbour = person(Post.COMMUNITY_SECRETARY, { unit: "110117005002" });
    const seen = async (as: Principal) =>
      (await page(list, "order: RISING", "number", as)).page?.edges.map(({ node }) => lastDigit(node.number));
    expect(await seen(people.secretary)).toEqual(expected.map(([of]) => of));
    expect(await seen(neighbour)).toEqual([]);
    expect(await seen(people.housing)).toEqual([]);
  });
});

interface Listed {
  readonly number: string;
  readonly rise: {
    readonly lately: number;
    readonly before: number;
    readonly latelyTickets: number;
    readonly beforeTickets: number;
    readonly beforeFrom: string;
    readonly latelyFrom: string;
    readonly until: string;
  };
}

describe.each([
  ["hotClasses", "hotClass"],
  ["classProblems", "classProblem"],
] as const)("the tickets behind the rise of %s", (list, filter) => {
  const count = async (narrowing: string, as: Principal) =>
    (
      await subgraph.ask<{ tickets: { totalCount: number } }>(
        `{ tickets(filter: { ${narrowing} }, first: 1) { totalCount } }`,
        {},
        { as, at: now },
      )
    ).data.tickets.totalCount;
  const spans = `rise(span: SPAN) { lately before latelyTickets beforeTickets beforeFrom latelyFrom until }`;

  it.each([
    [
      "DAY",
      [
        [4, 1],
        [1, 2],
        [0, 0],
        [0, 0],
        [1, 0],
      ],
    ],
    [
      "WEEK",
      [
        [5, 0],
        [4, 4],
        [4, 0],
        [0, 0],
        [1, 0],
      ],
    ],
  ] as const)("are counted, those gone on in others too, and listed: %s", async (span, tickets) => {
    const { page: found } = await page(list, "first: 5", `number ${spans.replace("SPAN", span)}`);
    const listed = (found?.edges ?? []) as unknown as { node: Listed }[];
    expect(listed).toHaveLength(5);
    for (const {
      node: { number, rise },
    } of listed) {
      const { lately, before, latelyTickets, beforeTickets, beforeFrom, latelyFrom, until } = rise;
      expect([number, latelyTickets, beforeTickets]).toEqual([
        number,
        ...(tickets[lastDigit(number) - 1] ?? []),
      ]);
      expect(latelyTickets).toBeGreaterThanOrEqual(lately);
      expect(beforeTickets).toBeGreaterThanOrEqual(before);
      const within = (from: string, to: string) =>
        count(`${filter}: "${number}", receivedFrom: "${from}", receivedBefore: "${to}"`, people.dispatcher);
      expect(await within(latelyFrom, until)).toBe(latelyTickets);
      expect(await within(beforeFrom, latelyFrom)).toBe(beforeTickets);
    }
  });

  it("are those alone that the caller sees", async () => {
    const number = filter === "hotClass" ? hotNumber(1) : problemNumber(1);
    const neighbour = person(Post.COMMUNITY_SECRETARY, { unit: "110117005002" });
    expect(await count(`${filter}: "${number}"`, people.secretary)).toBe(5);
    expect(await count(`${filter}: "${number}"`, neighbour)).toBe(0);
  });

  it("takes one statement for all of a list, however many they are", async () => {
    const sent = (first: number) =>
      statementsOf(subgraph.database, () =>
        page(list, `first: ${first}`, "number rise { latelyTickets beforeTickets }"),
      );
    expect((await sent(1)).length).toBe((await sent(5)).length);
  });
});

it("residents find their tickets by their class problem, and are not told of a hot class by what is found", async () => {
  const found = async (filter: string) =>
    (
      await subgraph.ask<{ tickets: { totalCount: number } }>(
        `{ tickets(filter: { ${filter} }, first: 1) { totalCount } }`,
        {},
        { as: resident("own"), at: now },
      )
    ).data.tickets.totalCount;
  expect(await found(`classProblem: "${problemNumber(5)}"`)).toBe(1);
  expect(await found(`hotClass: "${hotNumber(5)}"`)).toBe(0);
});

it("residents are told neither how many ask nor in which order that puts their class problem", async () => {
  const own = resident("own");
  const { page: found, errors } = await page("classProblems", "first: 5", "number rise { lately }", own);
  expect(found?.edges).toEqual([{ node: { number: problemNumber(5), rise: null } }]);
  expect(errors.map(({ code }) => code)).toEqual(["WITHHELD"]);
  const rising = await page("classProblems", "order: RISING", "number", own);
  expect(rising).toMatchObject({ page: null, errors: [{ code: "WITHHELD" }] });
});
