import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { tickets } from "../tickets.subgraph.ts";
import { answeringGraph, emergency, kf, people, pg, township, WhistleStory } from "./whistle.fixtures.ts";

let subgraph: TestSubgraph;
let story: WhistleStory;
/** Whistles by name: the market's two tackling ones, an emergency, a town's and a resident's draft. */
const numbers: Record<string, string> = {};
let ownTicket: string;

beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: answeringGraph() });
  story = new WhistleStory(subgraph);
  const day = (text: string) => new Date(`${text}T09:00:00+08:00`);
  const number = async (blowing: ReturnType<WhistleStory["blow"]>) => (await blowing).answer.number;

  numbers.solved = await story.tacklingAt("CONFIRMED", day("2026-03-02"));
  numbers.signed = await story.tacklingAt("SIGNED", day("2026-04-01"));
  const at = day("2026-04-02");
  numbers.emergency = await number(
    story.blow({ ...emergency, tickets: [await story.kfTicket()] }, { as: people.kfSecretary, at }),
  );
  await story.withReason("ruleMisuse", numbers.emergency, { as: people.kfPerformance, at });
  ownTicket = await story.pgTicket({ by: people.pgResident });
  numbers.town = await number(
    story.blow({ ...township, tickets: [ownTicket] }, { as: people.pgTown, at: day("2026-04-03") }),
  );
  numbers.draft = await number(
    story.blow(
      {
        kind: "RESIDENTS",
        source: "RESIDENT",
        theme: "PEOPLE_NEED",
        grid: pg.grid,
        demand: "请摸清电动车数量",
        participants: [{ unit: pg.community, role: "LEAD" }],
      },
      { as: people.pgResident, at: day("2026-04-04") },
    ),
  );
});
afterAll(() => subgraph.close());

const listed = async (as: Principal, args = ""): Promise<string[]> => {
  const { whistles } = await story.tickets.must<{ whistles: { edges: { node: { number: string } }[] } }>(
    `{ whistles${args ? `(${args})` : ""} { edges { node { number } } } }`,
    {},
    { as },
  );
  return whistles.edges.map(({ node }) => node.number);
};
const named = (found: readonly string[]) =>
  found.map((number) => Object.keys(numbers).find((name) => numbers[name] === number) ?? number).sort();

const member = (division: string) => person(Post.GRID_MEMBER, { unit: pg.community, division });
const secretaryOf = (division: string) => person(Post.COMMUNITY_SECRETARY, { unit: pg.community, division });

describe("who sees a whistle", () => {
  const kfAll = ["emergency", "signed", "solved"];
  it.each<[string, Principal, string[]]>([
    ["the blower", people.kfStreet, kfAll],
    ["the community it is about", people.kfSecretary, kfAll],
    ["another community of the street", people.kfNeighbour, []],
    ["another street", people.kfOtherStreet, []],
    ["a called department", people.kfMarket, kfAll],
    ["its chief", people.kfMarketChief, kfAll],
    ["a department called by the tackling ones only", people.kfUrban, ["signed", "solved"]],
    ["an office that was not called", people.kfOffice, []],
    ["the command centre", people.kfDispatcher, kfAll],
    ["the performance office", people.kfPerformance, kfAll],
    ["the district", people.kfDistrict, kfAll],
    ["the arbiter, while nothing is contested", people.kfArbiter, []],
    ["a data steward", people.kfSteward, []],
    ["the town", people.pgTown, ["draft", "town"]],
    ["the community, with its pool", people.pgStaff, ["draft", "town"]],
    ["a grid member, whose token names the grid", member(pg.grid), ["draft", "town"]],
    ["a grid member whose token names the district", member("110117"), []],
    ["a secretary whose token names the town", secretaryOf(pg.town), []],
    ["a called company", people.pgPower, ["town"]],
    ["the resident behind the ticket, with the own draft", people.pgResident, ["draft", "town"]],
    ["another resident", people.pgOtherResident, []],
    ["a service", people.service, ["draft", "emergency", "signed", "solved", "town"]],
  ])("%s", async (_, as, seen) => {
    expect(named(await listed(as))).toEqual(seen);
    for (const [name, number] of Object.entries(numbers)) {
      const { data } = await subgraph.ask<{ whistle: object | null }>(
        `{ whistle(number: "${number}") { number } }`,
        {},
        { as },
      );
      expect(data.whistle !== null, name).toBe(seen.includes(name));
    }
  });

  it("nobody without a token", async () => {
    const { data } = await subgraph.ask<{ whistle: null; whistles: { edges: [] } }>(
      `{ whistle(number: "${numbers.town}") { number } whistles { edges { cursor } } }`,
    );
    expect(data).toEqual({ whistle: null, whistles: { edges: [] } });
  });

  it("a resident reads number, kind, state and units; the rest is withheld, which is not the same as none", async () => {
    const open = "number kind state level blower { code } participants { role unit { code } }";
    const closed =
      "demand clocks { step } overdue filings { filedAt } taskForce { plan } log { pageInfo { hasNextPage } } ticketNumbers grid { code } blowerPost";
    const participant = "participants { role signedAt measures responderName item { code } }";
    const { data, errors } = await subgraph.ask<{ open: object; closed: Record<string, unknown> }>(
      `{ open: whistle(number: "${numbers.town}") { ${open} }
         closed: whistle(number: "${numbers.town}") { ${closed} ${participant} } }`,
      {},
      { as: people.pgResident },
    );
    expect(data.open).toMatchObject({
      kind: "TOWNSHIP",
      state: "BLOWN",
      participants: [{ unit: { code: pg.housing } }, { unit: { code: pg.power } }],
    });
    const { participants, ...whistle } = data.closed;
    expect(Object.values(whistle)).toEqual(Object.values(whistle).map(() => null));
    expect(participants).toEqual(
      ["LEAD", "ASSISTING"].map((role) => ({
        role,
        signedAt: null,
        measures: null,
        responderName: null,
        item: null,
      })),
    );
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["WITHHELD"]));
    expect(errors).toHaveLength(Object.keys(whistle).length + 2 * 4);
  });

  it("a resident reads of the tickets behind it only their own", async () => {
    expect(await story.read(numbers.town ?? "", "tickets { number }", { as: people.pgResident })).toEqual({
      tickets: [{ number: ownTicket }],
    });
  });

  it("a unit may not move what it may not see", async () => {
    expect((await story.sign(numbers.town ?? "", { as: people.kfMarket })).code).toBe("NOT_FOUND");
  });
});

describe("lists of whistles", () => {
  it.each([
    [`division: "${kf.street}"`, ["emergency", "signed", "solved"]],
    [`division: "430105001"`, []],
    [`grid: "${pg.grid}"`, ["draft", "town"]],
    [`estate: "${pg.estate}"`, ["town"]],
    ["states: [CONFIRMED, SIGNED]", ["signed", "solved"]],
    [`kinds: ["TACKLING"]`, ["signed", "solved"]],
    ["level: 3", ["town"]],
    [`theme: "PEOPLE_NEED"`, ["draft", "town"]],
    [`blower: "${kf.community}"`, ["emergency"]],
    [`calls: "${kf.market}"`, ["emergency", "signed", "solved"]],
    [`calls: "${kf.urban}", role: LEAD`, []],
    [
      `createdFrom: "2026-04-01T00:00:00+08:00", createdBefore: "2026-04-03T00:00:00+08:00"`,
      ["emergency", "signed"],
    ],
    ["noGridYet: true", []],
    ["overdue: true", ["signed", "town"]],
    ["overdue: false", ["draft", "emergency", "solved"]],
    [`dueBefore: "2026-04-05T00:00:00+08:00"`, ["town"]],
  ])("filter by %s", async (filter, expected) => {
    expect(named(await listed(people.service, `filter: { ${filter} }`))).toEqual(expected);
  });

  it.each(["NEWEST", "OLDEST"])("page through to the end, %s first, one row at a time", async (order) => {
    const whole = await listed(people.service, `order: ${order}, first: 100`);
    const paged: string[] = [];
    for (let after = ""; ; ) {
      const { whistles } = await story.tickets.must<{
        whistles: {
          edges: { node: { number: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        `{ whistles(order: ${order}, first: 1${after ? `, after: "${after}"` : ""}) {
          edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
        {},
        { as: people.service },
      );
      paged.push(...whistles.edges.map(({ node }) => node.number));
      if (!whistles.pageInfo.hasNextPage) break;
      after = whistles.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(5);
  });

  const entities = (type: string, codes: readonly string[], fields: string, as: Principal) =>
    subgraph.ask<{ _entities: Record<string, { edges: { node: { number: string } }[] }>[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`,
      { of: codes.map((code) => ({ __typename: type, code })) },
      { as },
    );

  it("under many units: called or blower, one query each", async () => {
    const codes = [kf.market, kf.urban, kf.street, pg.power];
    const ask = () =>
      entities(
        "Unit",
        codes,
        "called: whistles(order: OLDEST) { edges { node { number } } } blew: whistles(part: BLEW) { edges { node { number } } }",
        people.service,
      );
    const { data } = await ask();
    const under = (field: string) =>
      data._entities.map((unit) => named((unit[field]?.edges ?? []).map(({ node }) => node.number)));
    expect(under("called")).toEqual([["emergency", "signed", "solved"], ["signed", "solved"], [], ["town"]]);
    expect(under("blew")).toEqual([[], [], ["signed", "solved"], []]);
    const statements = await statementsOf(subgraph.database, ask);
    expect(statements.filter((sql) => sql.includes('"whistle"'))).toHaveLength(2);
  });

  it.each([
    [
      "Grid",
      [pg.grid, kf.grid],
      [
        ["draft", "town"],
        ["emergency", "signed", "solved"],
      ],
    ],
    ["Estate", [pg.estate, "430105010003-E01"], [["town"], []]],
  ])("under many of %s: one query", async (type, codes, expected) => {
    const ask = () => entities(type, codes, "whistles { edges { node { number } } }", people.service);
    const { data } = await ask();
    expect(
      data._entities.map(({ whistles }) => named((whistles?.edges ?? []).map(({ node }) => node.number))),
    ).toEqual(expected);
    expect(await statementsOf(subgraph.database, ask)).toHaveLength(1);
  });

  it("everything about many whistles costs one query a part, not one a whistle", async () => {
    const query = `{ whistles { edges { node {
      number overdue raisedFrom { whistle { number } } raisedTo { number } profile { version } kindRules { code }
      participants { unit { code } } clocks { step late { code } } filings { filedAt } taskForce { plan }
      tickets { number whistles { number } } log(first: 3) { edges { node { kind } } }
    } } } }`;
    const statements = await statementsOf(subgraph.database, () =>
      story.tickets.must(query, {}, { as: people.service }),
    );
    const tables = statements.map((sql) => /FROM "(\w+)"|FROM unnest/.exec(sql)?.[1] ?? "unnest").sort();
    expect(tables).toEqual(
      [
        "task_force",
        "ticket",
        "unnest",
        "unnest",
        "whistle",
        "whistle",
        "whistle_clock",
        "whistle_filing",
        "whistle_participant",
        "whistle_profile",
        "whistle_ticket",
      ].sort(),
    );
  });
});

describe("counts (KF-18, PG-18)", () => {
  const counts = async (
    division: string,
    from: string,
    until: string,
    as: Principal = people.kfPerformance,
  ) => {
    const { whistleCounts } = await story.tickets.must<{ whistleCounts: Record<string, unknown> }>(
      `query ($division: DivisionCode!, $from: LocalDate!, $until: LocalDate!) {
        whistleCounts(division: $division, from: $from, until: $until) {
          blown toDepartments misuse solved units { unit { code } called led signed arrived solved }
        }
      }`,
      { division, from, until },
      { as },
    );
    return whistleCounts;
  };

  it("whistles to district departments and problems solved, by unit and period", async () => {
    expect(await counts("430105", "2026-01-01", "2026-12-31")).toEqual({
      blown: 3,
      toDepartments: 3,
      misuse: 1,
      solved: 1,
      units: [
        { unit: { code: kf.market }, called: 3, led: 3, signed: 2, arrived: 1, solved: 1 },
        ...[kf.investment, kf.commerce, kf.urban]
          .sort()
          .map((code) => ({ unit: { code }, called: 2, led: 0, signed: 0, arrived: 0, solved: 1 })),
      ],
    });
    expect(await counts(kf.street, "2026-04-01", "2026-04-01")).toMatchObject({ blown: 1, solved: 0 });
    expect(await counts(kf.street, "2026-04-02", "2026-04-30")).toMatchObject({ blown: 1, misuse: 1 });
  });

  it("counts no draft, and only what the caller may see", async () => {
    expect(await counts("110117", "2026-04-01", "2026-04-30", people.pgTown)).toMatchObject({ blown: 1 });
    expect(await counts("110117", "2026-04-01", "2026-04-30")).toMatchObject({ blown: 0, units: [] });
  });

  it.each([
    ["2026-04-02", "2026-04-01"],
    ["2020-01-01", "2026-01-01"],
  ])("refuses the period %s to %s", async (from, until) => {
    await expect(counts("430105", from, until)).rejects.toThrow("WHISTLE_PERIOD");
  });
});
