import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { tickets } from "../tickets.subgraph.ts";
import {
  answeringGraph,
  emergency,
  kf,
  noGrid,
  offListItem,
  people,
  pg,
  tackling,
  township,
  WhistleStory,
} from "./whistle.fixtures.ts";

const graph = answeringGraph();
let subgraph: TestSubgraph;
let story: WhistleStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph });
  story = new WhistleStory(subgraph);
});
afterAll(() => subgraph.close());

const street = { as: people.kfStreet };
const secretary = { as: people.kfSecretary };
const town = { as: people.pgTown };

const ticketState = async (number: string) => {
  const { ticket } = await story.tickets.must<{ ticket: Record<string, unknown> }>(
    "query ($number: String!) { ticket(number: $number) { state whistles { number kind state } } }",
    { number },
    { as: people.service },
  );
  return ticket;
};

describe("blowing a whistle", () => {
  it("KF-10: the street calls one lead and three who assist; the chiefs are called by name, the clock is the law's", async () => {
    const at = new Date("2019-09-26T15:00:00+08:00");
    const ticket = await story.kfTicket({ at });
    const fields = `number kind level state profileVersion theme source blowerPost blower { code } division { code }
      grid { code } noGridYet demand blownAt tickets { number state } ticketNumbers kindRules { nameZh rules }
      participants { role unit { code } byContract item { code } responderId chiefResponderId signedAt }
      clocks { step bearer startedAt dueAt metAt overdue } filings { unit { code } } overdue`;
    const { answer } = await story.blow({ ...tackling, tickets: [ticket] }, { ...street, at }, fields);
    expect(answer).toEqual({
      number: "430105-W-20190926-0001",
      kind: "TACKLING",
      level: 2,
      state: "BLOWN",
      profileVersion: 1,
      theme: null,
      source: "VISIT",
      blowerPost: "SUBDISTRICT_LEADER",
      blower: { code: kf.street },
      division: { code: kf.community },
      grid: { code: kf.grid },
      noGridYet: false,
      demand: tackling.demand,
      blownAt: at.toISOString(),
      tickets: [{ number: ticket, state: "WHISTLED" }],
      ticketNumbers: [ticket],
      kindRules: { nameZh: "攻坚哨", rules: ["KF-10", "KF-12", "KF-7"] },
      participants: [kf.market, kf.investment, kf.commerce, kf.urban]
        .sort(
          (one, other) => Number(other === kf.market) - Number(one === kf.market) || (one < other ? -1 : 1),
        )
        .map((code) => ({
          role: code === kf.market ? "LEAD" : "ASSISTING",
          unit: { code },
          byContract: code === kf.investment,
          item: null,
          responderId: null,
          chiefResponderId: `chief:${code}`,
          signedAt: null,
        })),
      clocks: [
        {
          step: "MEASURES",
          bearer: "LEAD",
          startedAt: at.toISOString(),
          dueAt: "2019-10-09T16:00:00.000Z",
          metAt: null,
          overdue: false,
        },
      ],
      filings: [],
      overdue: false,
    });
  });

  it("KF-9: the secretary's emergency whistle calls the place's responder and is filed with the street in the same moment", async () => {
    const ticket = await story.kfTicket();
    const at = new Date("2026-06-01T22:10:00.123+08:00");
    const fields =
      "number state blownAt filings { unit { code } filedAt } participants { responderId chiefResponderId } clocks { step dueAt }";
    const { answer } = await story.blow({ ...emergency, tickets: [ticket] }, { ...secretary, at }, fields);
    expect(answer).toMatchObject({
      state: "BLOWN",
      filings: [{ unit: { code: kf.street }, filedAt: answer.blownAt }],
      participants: [{ responderId: `responder:${kf.market}`, chiefResponderId: `chief:${kf.market}` }],
      clocks: [
        { step: "ARRIVE", dueAt: "2026-06-01T14:40:00.123Z" },
        { step: "MEASURES", dueAt: "2026-06-01T16:10:00.123Z" },
      ],
    });
    expect(await story.read(answer.number, "kind", street)).toEqual({ kind: "EMERGENCY" });
  });

  it("PG-5, PG-10, PG-12: a town's whistle has a theme, cites an item or a contract for each unit, and four checkpoints", async () => {
    const ticket = await story.pgTicket();
    const fields = `number theme estate { code } clocks { step ordinal }
      participants { unit { code } item { code } listId listVersion byContract }`;
    const { answer } = await story.blow({ ...township, tickets: [ticket] }, town, fields);
    expect(answer).toMatchObject({
      theme: "PEOPLE_NEED",
      estate: { code: pg.estate },
      participants: [
        {
          unit: { code: pg.housing },
          item: { code: pg.item },
          listId: "110117-POWER",
          listVersion: 3,
          byContract: false,
        },
        { unit: { code: pg.power }, item: null, listId: null, listVersion: null, byContract: true },
      ],
    });
    const clocks = (answer.clocks as { step: string; ordinal: number }[]).map(
      ({ step, ordinal }) => `${step} ${ordinal}`,
    );
    expect(clocks.sort()).toEqual([
      "ARRIVE 0",
      "CHECKPOINT 1",
      "CHECKPOINT 2",
      "CHECKPOINT 3",
      "CHECKPOINT 4",
      "SIGN 0",
    ]);
    expect(graph.calls.at(-1)).toMatchObject({ matter: "EV-CHARGING", item0: pg.item });
  });

  it("tells in one entry of the feed who blew what, where, for whom, under which profile", async () => {
    const ticket = await story.kfTicket();
    const { answer } = await story.blow(
      { ...tackling, tickets: [ticket] },
      street,
      "number log(first: 5) { edges { node { kind payload } } }",
    );
    expect(answer.log).toEqual({
      edges: [
        {
          node: {
            kind: "WHISTLE_BLOWN",
            payload: {
              kind: "TACKLING",
              profile: "430105",
              profileVersion: 1,
              blower: kf.street,
              division: kf.community,
              grid: kf.grid,
              raisedFrom: null,
              participants: tackling.participants,
              tickets: [ticket],
            },
          },
        },
      ],
    });
  });

  it("has one effect and one answer however often it is sent, and refuses the key for another whistle", async () => {
    const ticket = await story.kfTicket();
    const key = "the-network-was-bad";
    const send = (demand: string) =>
      story.ask(
        "blowWhistle",
        "$input: BlowWhistleInput!",
        { input: { ...tackling, tickets: [ticket], demand }, key },
        street,
      );
    const [first, second] = [await send("关停"), await send("关停")];
    expect(second.answer).toEqual(first.answer);
    expect((await send("改造")).code).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(await ticketState(ticket)).toMatchObject({ whistles: [{ number: first.answer.number }] });
  });

  it("PG-8: of two who blow from one ticket at once, one whistle is blown and the other is told", async () => {
    const ticket = await story.kfTicket();
    const both = await Promise.all([1, 2].map(() => story.blow({ ...tackling, tickets: [ticket] }, street)));
    expect(both.map(({ code }) => code).sort()).toEqual(["WHISTLE_SAME_LEVEL", undefined]);
  });

  it("draws numbers without gaps: a refused whistle takes none", async () => {
    const at = new Date("2026-03-03T10:00:00+08:00");
    const blow = async (more: object) =>
      (await story.blow({ ...tackling, tickets: [await story.kfTicket({ at })], ...more }, { ...street, at }))
        .answer?.number;
    expect([await blow({}), await blow({ source: "RUMOUR" }), await blow({})]).toEqual([
      "430105-W-20260303-0001",
      undefined,
      "430105-W-20260303-0002",
    ]);
  });
});

type Refusal = [rule: string, code: string, input: Record<string, unknown>, as?: Principal];

const [lead, urban] = tackling.participants;

const refusals: Refusal[] = [
  ["KF-9: staff blow no emergency whistle", "WHISTLE_WRONG_BLOWER", emergency, people.kfStaff],
  ["KF-9: the street blows no emergency whistle", "WHISTLE_WRONG_BLOWER", emergency, people.kfStreet],
  ["KF-10: a community blows no tackling whistle", "WHISTLE_WRONG_BLOWER", tackling, people.kfSecretary],
  ["KF-10: a tackling whistle without a lead", "WHISTLE_ONE_LEAD", { ...tackling, participants: [urban] }],
  [
    "KF-10: a tackling whistle with two leads",
    "WHISTLE_ONE_LEAD",
    { ...tackling, participants: [lead, { ...urban, role: "LEAD" }] },
  ],
  [
    "KF-10: a tackling whistle to one department",
    "WHISTLE_ASSISTING_COUNT",
    { ...tackling, participants: [lead] },
  ],
  ["one unit twice", "WHISTLE_UNIT_TWICE", { ...tackling, participants: [lead, urban, urban] }],
  [
    "more units than any matter takes",
    "BAD_INPUT",
    { ...tackling, participants: [lead, ...Array.from({ length: 50 }, () => urban)] },
  ],
  [
    "a unit nobody knows",
    "WHISTLE_UNKNOWN_UNIT",
    { ...tackling, participants: [lead, { unit: "430105-TAX", role: "ASSISTING" }] },
  ],
  [
    "KF-10: a company does not lead",
    "WHISTLE_WRONG_TARGET",
    { ...tackling, participants: [{ unit: kf.investment, role: "LEAD" }, urban] },
  ],
  [
    "KF-10: a street is not called by a street",
    "WHISTLE_WRONG_TARGET",
    { ...tackling, participants: [lead, { unit: "430105001", role: "ASSISTING" }] },
  ],
  [
    "KF-8: a routine whistle calls within the street",
    "WHISTLE_OUT_OF_REACH",
    { ...tackling, kind: "ROUTINE", participants: [{ unit: "430105001", role: "LEAD" }] },
    people.kfSecretary,
  ],
  [
    "KF-8: a routine whistle calls no department",
    "WHISTLE_WRONG_TARGET",
    { ...tackling, kind: "ROUTINE", participants: [lead] },
    people.kfSecretary,
  ],
  [
    "GZ-8: an item on no list",
    "WHISTLE_OFF_LIST",
    { ...tackling, participants: [{ ...lead, item: offListItem }, urban] },
  ],
  ["BJ-12: neither grid nor the word that there is none", "WHISTLE_NO_GRID", { ...tackling, grid: null }],
  ["BJ-12: a grid and the word that there is none", "WHISTLE_NO_GRID", { ...tackling, noGridYet: true }],
  ["BJ-12: a grid in another community", "WHISTLE_GRID_ELSEWHERE", { ...tackling, grid: "430105010004001" }],
  ["BJ-12: a grid nobody drew", "NOT_FOUND", { ...tackling, grid: noGrid }],
  [
    "a place that does not hold its ticket",
    "WHISTLE_TICKET_ELSEWHERE",
    { ...tackling, division: "430105010004", grid: "430105010004001" },
  ],
  ["an estate elsewhere", "WHISTLE_ESTATE_ELSEWHERE", { ...tackling, estate: "430105010004-E01" }],
  ["PG-9: a source the district does not know", "WHISTLE_SOURCE", { ...tackling, source: "RUMOUR" }],
  ["PG-10: a theme where the kind has none", "WHISTLE_THEME", { ...tackling, theme: "PEOPLE_NEED" }],
  ["PG-16: a seat where the kind has none", "WHISTLE_UNKNOWN_SEAT", { ...tackling, assembly: ["LAWYERS"] }],
  ["a kind of another district", "WHISTLE_UNKNOWN_KIND", { ...tackling, kind: "TOWNSHIP" }],
  ["no word on what is asked", "WHISTLE_TEXT", { ...tackling, demand: "  " }],
  ["another street's area", "NOT_FOUND", tackling, people.kfOtherStreet],
];

describe("a whistle is refused, and nothing is written", () => {
  it.each<Refusal>(refusals)("%s (%s)", async (_, code, input, as = people.kfStreet) => {
    const ticket = await story.kfTicket();
    const before = await subgraph.database.query("SELECT count(*) FROM whistle");
    const refused = await story.blow({ ...input, tickets: [ticket] }, { as });
    expect(refused.code).toBe(code);
    expect(await subgraph.database.query("SELECT count(*) FROM whistle")).toEqual(before);
    expect(await ticketState(ticket)).toEqual({ state: "DISPATCHED", whistles: [] });
  });

  it("KF-7: without a verification on site", async () => {
    const unverified = await story.kfTicket({ verified: false });
    expect((await story.blow({ ...tackling, tickets: [unverified] }, street)).code).toBe(
      "WHISTLE_UNVERIFIED",
    );
  });

  it("KF-7: for what the community said it can solve", async () => {
    const solvable = await story.kfTicket({ canSolve: true });
    expect((await story.blow({ ...tackling, tickets: [solvable] }, street)).code).toBe(
      "WHISTLE_COMMUNITY_CAN_SOLVE",
    );
  });

  it("KF-7: when one of many tickets is unverified", async () => {
    const numbers = [await story.kfTicket(), await story.kfTicket({ verified: false })];
    expect((await story.blow({ ...tackling, tickets: numbers }, street)).code).toBe("WHISTLE_UNVERIFIED");
  });

  it("PG-3: without a ticket, from a ticket no unit has in hand, and from one named twice", async () => {
    const untouched = await story.tickets.report(
      { place: { gridCode: pg.grid } },
      { as: people.pgDispatcher },
    );
    const one = await story.pgTicket();
    const codes = [[], [untouched], [one, one]].map(
      async (numbers) => (await story.blow({ ...township, tickets: numbers }, town)).code,
    );
    expect(await Promise.all(codes)).toEqual([
      "WHISTLE_NEEDS_TICKET",
      "WHISTLE_TICKET_NOT_UNDERWAY",
      "WHISTLE_TOO_MANY_TICKETS",
    ]);
  });

  it("PG-5: a department without an item, though a company needs none", async () => {
    const [housing, power] = township.participants;
    const uncited = [{ unit: housing?.unit, role: "LEAD" }, power];
    const input = { ...township, participants: uncited, tickets: [await story.pgTicket()] };
    expect((await story.blow(input, town)).code).toBe("WHISTLE_UNCITED");
  });

  it("PG-3: by a department that does not handle the ticket; the handling one may, leading itself (PG-15)", async () => {
    const ticket = await story.pgTicket();
    const input = { ...township, kind: "DEPARTMENT", tickets: [ticket] };
    expect((await story.blow(input, { as: people.pgPower })).code).toBe("NOT_FOUND");
    const led = {
      ...input,
      participants: [
        { unit: pg.power, role: "LEAD" },
        { unit: pg.housing, role: "ASSISTING", item: pg.item },
      ],
    };
    expect((await story.blow(led, { as: people.pgHousing })).code).toBe("WHISTLE_LEAD_IS_BLOWER");
    expect((await story.blow(input, { as: people.pgHousing })).answer).toMatchObject({ state: "BLOWN" });
    expect(await ticketState(ticket)).toMatchObject({
      state: "WHISTLED",
      whistles: [{ kind: "DEPARTMENT" }],
    });
  });

  it("where the district has no profile yet", async () => {
    const at = new Date("2018-05-05T10:00:00+08:00");
    const input = { ...emergency, tickets: [], division: kf.community };
    expect((await story.blow(input, { ...secretary, at })).code).toBe("WHISTLE_NO_PROFILE");
  });

  it("cites the kind's own rule and speaks both languages", async () => {
    const ticket = await story.kfTicket();
    const answer = await story.blow({ ...emergency, tickets: [ticket] }, { as: people.kfStaff });
    expect(answer.error?.message).toContain("COMMUNITY_SECRETARY");
  });
});

describe("who leads whom (三协同, PG-15)", () => {
  const toTown = {
    ...township,
    kind: "DEPARTMENT_TO_TOWNSHIP",
    participants: [{ unit: pg.town, role: "LEAD", item: pg.item }],
  };
  const chief = { as: people.pgHousingChief };

  it.each<[string, object, Principal]>([
    ["LOCAL_LED", township, people.pgTown],
    ["DEPARTMENT_LED", { ...township, kind: "DEPARTMENT" }, people.pgHousing],
    ["DEPARTMENT_TO_LOCAL", toTown, people.pgHousingChief],
  ])("PG-15: %s follows from who blows and who is to lead", async (coordination, input, as) => {
    const tickets = [await story.pgTicket()];
    const { answer, error } = await story.blow({ ...input, tickets }, { as }, "number coordination");
    expect(error).toBeUndefined();
    expect(answer.coordination).toBe(coordination);
    const { whistles } = await story.tickets.must<{ whistles: { edges: { node: { number: string } }[] } }>(
      "query ($filter: WhistleFilter) { whistles(filter: $filter, first: 1) { edges { node { number } } } }",
      { filter: { coordination } },
      { as },
    );
    expect(whistles.edges).toEqual([{ node: { number: answer.number } }]);
  });

  it("PG-15: is not stated against what follows", async () => {
    const input = { ...township, coordination: "DEPARTMENT_LED", tickets: [await story.pgTicket()] };
    const { code, error } = await story.blow(input, town);
    expect(code).toBe("WHISTLE_COORDINATION");
    expect(error?.message).toContain("is LOCAL_LED, not DEPARTMENT_LED");
  });

  it("PG-15, GZ-8, GZ-9: a department puts on a place only what the lists there hold", async () => {
    const tickets = [await story.pgTicket()];
    const offList = {
      ...toTown,
      participants: [{ unit: pg.town, role: "LEAD", item: offListItem }],
      tickets,
    };
    expect((await story.blow(offList, chief)).code).toBe("WHISTLE_OFF_LIST");
  });

  it("PG-15, GZ-9: the centre that whistles for a department cites what it puts on a place", async () => {
    const forDepartment = {
      ...township,
      kind: "RESIDENTS",
      coordination: "DEPARTMENT_TO_LOCAL",
      tickets: [await story.pgTicket()],
    };
    const lead = { unit: pg.community, role: "LEAD" };
    const centre = { as: people.pgDispatcher };
    expect((await story.blow({ ...forDepartment, participants: [lead] }, centre)).code).toBe(
      "WHISTLE_HANDED_DOWN_UNCITED",
    );
    const cited = { ...forDepartment, participants: [{ ...lead, item: pg.item }] };
    expect((await story.blow(cited, centre, "number coordination")).answer.coordination).toBe(
      "DEPARTMENT_TO_LOCAL",
    );
  });
});

describe("what I may blow from a ticket (whistleOptions)", () => {
  const optionsFor = async (ticket: string, as: Principal, at?: Date) => {
    const { whistleOptions } = await story.tickets.must<{ whistleOptions: Record<string, unknown>[] }>(
      `query ($ticket: String!) { whistleOptions(ticket: $ticket) {
        kind { code nameZh lead { kinds } } allowed screened profileVersion findings { code rule message messageZh } filedWith { code } leadWithin { code }
        assistingWithin { code } clocks { step dueAt limit { amount unit rule configured escalatesTo } }
      } }`,
      { ticket },
      { as, ...(at ? { at } : {}) },
    );
    return whistleOptions as {
      kind: { code: string };
      allowed: boolean;
      findings: { code: string; rule: string | null; message: string; messageZh: string }[];
      filedWith: { code: string }[];
      leadWithin: { code: string };
      clocks: { step: string; dueAt: string; limit: { amount: number; unit: string } }[];
    }[];
  };

  it("answers for every kind: allowed, or refused by the code and rule the mutation would give", async () => {
    const ticket = await story.kfTicket();
    const summary = (await optionsFor(ticket, people.kfStaff)).map(({ kind, allowed, findings }) => [
      kind.code,
      allowed,
      findings.map(({ code, rule }) => `${code} ${rule}`),
    ]);
    expect(summary).toEqual([
      ["ROUTINE", true, []],
      ["EMERGENCY", false, ["WHISTLE_WRONG_BLOWER KF-9"]],
      ["TACKLING", false, ["WHISTLE_WRONG_BLOWER KF-10"]],
    ]);
  });

  it("tells the clock and the filing beforehand", async () => {
    const at = new Date("2026-09-30T10:00:00+08:00");
    const ticket = await story.kfTicket({ at });
    const options = await optionsFor(ticket, people.kfSecretary, at);
    expect(options.find(({ kind }) => kind.code === "EMERGENCY")).toMatchObject({
      allowed: true,
      filedWith: [{ code: kf.street }],
      leadWithin: { code: "430105" },
      assistingWithin: { code: "430105" },
      profileVersion: 1,
      clocks: [
        { step: "ARRIVE", limit: { amount: 30, unit: "MINUTES", escalatesTo: "CHIEF_RESPONDER" } },
        { step: "MEASURES", limit: { amount: 2, unit: "HOURS" } },
      ],
    });
    expect(options.find(({ kind }) => kind.code === "ROUTINE")).toMatchObject({
      filedWith: [],
      leadWithin: { code: kf.street },
    });
    const tacklingOption = options.find(({ kind }) => kind.code === "TACKLING");
    const limit = {
      amount: 5,
      unit: "WORKING_DAYS",
      rule: "KF-10",
      configured: null,
      escalatesTo: "CHIEF_RESPONDER",
    };
    expect(tacklingOption?.clocks).toEqual([{ step: "MEASURES", dueAt: "2026-10-13T16:00:00.000Z", limit }]);
    for (const { message, messageZh } of tacklingOption?.findings ?? []) {
      expect(message).not.toMatch(/\{\w+\}/);
      expect(messageZh).toMatch(/\p{Script=Han}/u);
      expect(messageZh).not.toMatch(/\{\w+\}/);
    }
  });

  it("shows all that stands against it, not the first alone", async () => {
    const unverified = await story.kfTicket({ verified: false });
    const [routine, emergencyOption] = await optionsFor(unverified, people.kfStaff);
    expect(routine?.findings.map(({ code }) => code)).toEqual(["WHISTLE_UNVERIFIED"]);
    expect(emergencyOption?.findings.map(({ code }) => code)).toEqual([
      "WHISTLE_WRONG_BLOWER",
      "WHISTLE_UNVERIFIED",
    ]);
  });

  it("is empty for a ticket one may not see", async () => {
    expect(await optionsFor(await story.kfTicket(), people.pgTown)).toEqual([]);
  });

  it("KF-10: tells that a clock would run into a year without a calendar, and what may be blown all the same", async () => {
    const at = new Date("2026-12-28T10:00:00+08:00");
    const ticket = await story.kfTicket({ at });
    const options = await optionsFor(ticket, people.kfSecretary, at);
    expect(options.map(({ kind, allowed }) => [kind.code, allowed])).toEqual([
      ["ROUTINE", true],
      ["EMERGENCY", true],
      ["TACKLING", false],
    ]);
    const tacklingOption = (await optionsFor(ticket, people.kfStreet, at)).at(-1);
    expect(tacklingOption).toMatchObject({ allowed: false, clocks: [] });
    expect(tacklingOption?.findings.map(({ code }) => code)).toEqual(["CALENDAR_NOT_COVERED"]);
    expect((await story.blow({ ...tackling, tickets: [ticket] }, { ...street, at })).code).toBe(
      "CALENDAR_NOT_COVERED",
    );
  });

  it("is refused where the district has no profile yet", async () => {
    const at = new Date("2018-05-05T10:00:00+08:00");
    const asked = await subgraph.ask(
      "query ($ticket: String!) { whistleOptions(ticket: $ticket) { allowed } }",
      { ticket: await story.kfTicket({ at }) },
      { ...street, at },
    );
    expect(asked.errors[0]?.code).toBe("WHISTLE_NO_PROFILE");
  });
});

describe("residents whistle too (PG-8, PG-9)", () => {
  const residents = {
    kind: "RESIDENTS",
    source: "RESIDENT",
    theme: "PEOPLE_NEED",
    grid: pg.grid,
    demand: "请来人摸清小区电动车数量",
    participants: [{ unit: pg.community, role: "LEAD" }],
  };
  const resident = { as: people.pgResident };
  const staff = { as: people.pgStaff };
  const screen = (number: string, because?: string) =>
    story.ask(
      "screenWhistle",
      "$number: String!, $dismissedBecause: String",
      { number, dismissedBecause: because },
      staff,
    );

  it("waits to be screened and calls nobody, then calls with its clocks from that moment", async () => {
    const { answer } = await story.blow(residents, resident, "number state blownAt");
    expect(answer).toMatchObject({ state: "DRAFT", blownAt: null });
    expect((await story.sign(answer.number, { as: people.pgMember })).code).toBe("WHISTLE_ILLEGAL_MOVE");
    const at = new Date("2026-06-02T08:00:00+08:00");
    await story.ask("screenWhistle", "$number: String!", { number: answer.number }, { ...staff, at });
    expect(await story.read(answer.number, "state blownAt clocks { step startedAt dueAt }", staff)).toEqual({
      state: "BLOWN",
      blownAt: at.toISOString(),
      clocks: [{ step: "SIGN", startedAt: at.toISOString(), dueAt: "2026-06-03T00:00:00.000Z" }],
    });
    expect((await story.sign(answer.number, { as: people.pgMember })).answer.state).toBe("SIGNED");
  });

  it("PG-11: has its blower told apart: the resident or the centre for them, not the community that answers it", async () => {
    const { number } = (await story.blow(residents, resident)).answer;
    const acts = async (as: Principal) => (await story.read(number, "actsForBlower", { as })).actsForBlower;
    expect(await acts(people.pgResident)).toBe(true);
    expect(await acts(people.pgDispatcher)).toBe(true);
    expect(await acts(people.pgStaff)).toBe(false);
    const street = await story.tackling();
    const ofStreet = async (as: Principal) =>
      (await story.read(street, "actsForBlower", { as })).actsForBlower;
    expect(await ofStreet(people.kfStreet)).toBe(true);
    expect(await ofStreet(people.kfMarket)).toBe(false);
  });

  it("may be dismissed with the reason, which the resident cannot do and nobody does twice", async () => {
    const { answer } = await story.blow(residents, resident);
    const own = await story.ask("screenWhistle", "$number: String!", { number: answer.number }, resident);
    expect(own.code).toBe("WHISTLE_NOT_SCREENER");
    expect((await screen(answer.number, "与另一哨相同")).answer.state).toBe("WITHDRAWN");
    expect((await screen(answer.number)).code).toBe("WHISTLE_ILLEGAL_MOVE");
  });

  it("PG-11: the community that answers it neither confirms nor withdraws it; its blower does, or the centre", async () => {
    const resolved = async () => {
      const { answer } = await story.blow(residents, resident);
      await screen(answer.number);
      const member = { as: people.pgMember };
      for (const step of ["sign", "arrive", "measures", "resolve"] as const) {
        await story[step](answer.number, member);
      }
      return answer.number;
    };
    const [first, second] = [await resolved(), await resolved()];
    for (const as of [people.pgStaff, people.pgSecretary]) {
      expect((await story.confirm(first, { as })).code).toBe("WHISTLE_NOT_THE_BLOWER");
    }
    expect((await story.confirm(first, resident)).answer.state).toBe("CONFIRMED");
    expect((await story.confirm(second, { as: people.pgDispatcher })).answer.state).toBe("CONFIRMED");

    const { answer } = await story.blow(residents, resident);
    for (const as of [people.pgStaff, people.pgSecretary]) {
      expect((await story.withReason("withdrawWhistle", answer.number, { as })).code).toBe(
        "WHISTLE_NOT_THE_BLOWER",
      );
    }
    expect((await story.withReason("withdrawWhistle", answer.number, resident)).answer.state).toBe(
      "WITHDRAWN",
    );
  });

  it("is blown at once by the community for them", async () => {
    expect((await story.blow(residents, staff)).answer.state).toBe("BLOWN");
  });

  it("PG-16: a rally whistle calls every required seat of 1+4+N and those asked for", async () => {
    const rally = { ...residents, kind: "RALLY", assembly: ["LAWYERS"] };
    const { answer } = await story.blow(rally, { as: people.pgSecretary }, "assembly");
    expect(answer.assembly).toEqual([
      "SECRETARY",
      "COMMITTEES",
      "DISTRICT_CADRES",
      "TOWN_CADRES",
      "AUXILIARIES",
      "LAWYERS",
    ]);
    const cited = [...rally.participants, { unit: pg.office, role: "ASSISTING", item: pg.item }];
    const uncheckable = await story.blow({ ...rally, participants: cited }, { as: people.pgSecretary });
    expect(uncheckable.code).toBe("WHISTLE_NO_MATTER");
    expect((await story.blow({ ...rally, assembly: ["MAYOR"] }, { as: people.pgSecretary })).code).toBe(
      "WHISTLE_UNKNOWN_SEAT",
    );
  });
});

describe("a whistle without a grid (BJ-12)", () => {
  it("says so outright, is found as an error to clear, and is cleared once", async () => {
    const input = { ...tackling, grid: null, noGridYet: true, tickets: [await story.kfTicket()] };
    const { answer } = await story.blow(input, street);
    const place = (grid: string) =>
      story.ask(
        "placeWhistle",
        "$number: String!, $grid: GridCode!",
        { number: answer.number, grid },
        street,
      );
    const unplaced = async () => {
      const { whistles } = await story.tickets.must<{ whistles: { edges: { node: { number: string } }[] } }>(
        "{ whistles(filter: { noGridYet: true }) { edges { node { number } } } }",
        {},
        street,
      );
      return whistles.edges.map(({ node }) => node.number);
    };
    expect(await unplaced()).toEqual([answer.number]);
    expect((await place("430105010004001")).code).toBe("WHISTLE_GRID_ELSEWHERE");
    expect((await place(noGrid)).code).toBe("NOT_FOUND");
    expect((await place(kf.grid)).answer).toBeTruthy();
    expect((await place(kf.grid)).code).toBe("WHISTLE_GRID_KNOWN");
    expect(await unplaced()).toEqual([]);
  });
});
