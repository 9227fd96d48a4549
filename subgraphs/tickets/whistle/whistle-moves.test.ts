import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { chargers } from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import {
  answeringGraph,
  emergency,
  kf,
  people,
  pg,
  tackling,
  township,
  WhistleStory,
  zy,
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
const market = { as: people.kfMarket };
const centre = { as: people.kfDispatcher };

const ticketState = async (number: string) => {
  const { ticket } = await story.tickets.must<{ ticket: { state: string; arrivedAt?: string } }>(
    "query ($number: String!) { ticket(number: $number) { state } }",
    { number },
    { as: people.service },
  );
  return ticket.state;
};
const ticketOf = async (whistle: string) =>
  ((await story.read(whistle, "ticketNumbers", { as: people.service })).ticketNumbers as string[])[0] ?? "";
const kinds = async (number: string) => {
  const { log } = (await story.read(number, "log(first: 50) { edges { node { kind } } }", {
    as: people.service,
  })) as {
    log: { edges: { node: { kind: string } }[] };
  };
  return log.edges.map(({ node }) => node.kind);
};

describe("西长街: a tackling whistle from call to close (KF-10 to KF-15)", () => {
  it("is signed, answered on the scene, met with measures, resolved, confirmed, evaluated and closed", async () => {
    const number = await story.tackling();
    const ticket = await ticketOf(number);
    for (const as of [people.kfUrban, people.kfMarket, people.kfInvestment]) await story.sign(number, { as });
    expect(
      (
        await story.arrive(number, market, {
          note: "已到场",
          position: { longitude: 112.976, latitude: 28.2, datum: "GCJ02" },
        })
      ).answer.state,
    ).toBe("ARRIVED");
    expect((await story.arrive(number, { as: people.kfUrban })).answer.state).toBe("ARRIVED");
    expect((await story.measures(number, market)).answer.state).toBe("MEASURES_ISSUED");
    expect((await story.resolve(number, market)).answer.state).toBe("RESOLVED");
    expect(await ticketState(ticket)).toBe("WHISTLED");
    expect((await story.confirm(number, street)).answer.state).toBe("CONFIRMED");
    expect(await ticketState(ticket)).toBe("IN_PROGRESS");

    graph.evaluated.push(number);
    expect(await subgraph.catchUp()).toBe(1);
    expect(await story.read(number, "state evaluatedAt", street)).toEqual({
      state: "EVALUATED",
      evaluatedAt: "2026-06-10T01:00:00.000Z",
    });
    const close = await story.ask("closeWhistle", "$number: String!", { number }, street);
    expect(close.answer.state).toBe("CLOSED");
    expect(await kinds(number)).toEqual([
      "WHISTLE_BLOWN",
      "WHISTLE_SIGNED",
      "WHISTLE_SIGNED",
      "WHISTLE_SIGNED",
      "WHISTLE_ARRIVED",
      "WHISTLE_ARRIVED",
      "WHISTLE_MEASURES_ISSUED",
      "WHISTLE_RESOLVED",
      "WHISTLE_CONFIRMED",
      "WHISTLE_EVALUATED",
      "WHISTLE_CLOSED",
    ]);
    const { participants } = await story.read(
      number,
      "participants { unit { code } signedAt arrivedAt arrivalNote arrivalLongitude measures result }",
      street,
    );
    expect(participants).toMatchObject([
      {
        unit: { code: kf.market },
        arrivalNote: "已到场",
        arrivalLongitude: expect.closeTo(112.9705, 3),
        measures: "分三步关停并改造",
        result: "沿线商铺已全部关停",
      },
      { unit: { code: kf.investment }, signedAt: expect.any(String), arrivedAt: null },
      { unit: { code: kf.commerce }, signedAt: null },
      { unit: { code: kf.urban }, arrivedAt: expect.any(String), measures: null },
    ]);
  });

  it("ignores grades of a whistle that does not await them or that it does not know", async () => {
    const number = await story.tackling();
    graph.evaluated.push(number, "430105-W-20260601-9999");
    expect(await subgraph.catchUp()).toBe(2);
    expect(await story.read(number, "state", street)).toEqual({ state: "BLOWN" });
  });

  it("refuses a check-in whose position lies nowhere in China", async () => {
    const number = await story.tacklingAt("SIGNED");
    expect(
      (await story.arrive(number, market, { position: { longitude: 28.2, latitude: 112.9 } })).code,
    ).toBe("BAD_INPUT");
  });

  it("answers several moves in one request, each seeing what the one before changed", async () => {
    const number = await story.tackling();
    const { data } = await subgraph.ask<Record<string, unknown>>(
      `mutation ($number: String!) {
        signed: signWhistle(number: $number, idempotencyKey: "one-after-another") { state participants { arrivedAt } }
        arrived: arriveWhistle(input: { number: $number }, idempotencyKey: "the-other-comes") { state participants { arrivedAt } }
      }`,
      { number },
      { ...market, at: new Date("2026-06-01T11:00:00+08:00") },
    );
    expect(data).toMatchObject({
      signed: { state: "SIGNED", participants: [{ arrivedAt: null }, {}, {}, {}] },
      arrived: { state: "ARRIVED", participants: [{ arrivedAt: "2026-06-01T03:00:00.000Z" }, {}, {}, {}] },
    });
  });
});

describe("two at once (6.7)", () => {
  it("two units sign: both signatures stand", async () => {
    const number = await story.tackling();
    const both = await Promise.all([people.kfMarket, people.kfUrban].map((as) => story.sign(number, { as })));
    expect(both.map(({ code }) => code)).toEqual([undefined, undefined]);
    expect((await kinds(number)).filter((kind) => kind === "WHISTLE_SIGNED")).toHaveLength(2);
  });
});

describe("the tickets behind a whistle (PG-1, PG-3)", () => {
  it.each([
    ["withdrawn", (number: string) => story.withReason("withdrawWhistle", number, street)],
    [
      "ruled misuse (KF-17)",
      (number: string) => story.withReason("ruleMisuse", number, { as: people.kfPerformance }),
    ],
  ])("go on with their first handler when it is %s", async (_, end) => {
    const number = await story.tackling();
    const ticket = await ticketOf(number);
    expect(await ticketState(ticket)).toBe("WHISTLED");
    await end(number);
    expect(await ticketState(ticket)).toBe("IN_PROGRESS");
    expect(await story.read(number, "endedAt endReason clocks { stoppedAt }", street)).toMatchObject({
      endReason: "另有安排",
      clocks: [{ stoppedAt: expect.any(String) }],
    });
  });

  it("stay whistled while another whistle of theirs is at work", async () => {
    const ticket = await story.kfTicket();
    const { answer } = await story.blow({ ...emergency, tickets: [ticket] }, { as: people.kfSecretary });
    const number = await story.tackling({ tickets: [ticket] });
    await story.withReason("withdrawWhistle", number, street);
    expect(await ticketState(ticket)).toBe("WHISTLED");
    await story.withReason("withdrawWhistle", answer.number, { as: people.kfSecretary });
    expect(await ticketState(ticket)).toBe("IN_PROGRESS");
  });

  it("may be blown from again once the first whistle of that level has ended", async () => {
    const ticket = await story.kfTicket();
    const first = await story.tackling({ tickets: [ticket] });
    const again = { ...tackling, tickets: [ticket] };
    expect((await story.blow(again, street)).code).toBe("WHISTLE_SAME_LEVEL");
    await story.withReason("withdrawWhistle", first, street);
    expect((await story.blow(again, street)).answer.state).toBe("BLOWN");
  });
});

describe("a contested duty (PG-4)", () => {
  const arbiter = { as: people.kfArbiter };

  it("stands before all until the arbiter decides, while the others work on", async () => {
    const number = await story.tackling();
    expect((await story.withReason("disputeWhistle", number, { as: people.kfUrban })).answer.state).toBe(
      "DISPUTED",
    );
    expect((await story.sign(number, market)).answer.state).toBe("DISPUTED");
    expect((await story.sign(number, { as: people.kfUrban })).code).toBe("WHISTLE_DUTY_CONTESTED");
    const input = { number, unit: kf.urban, decision: "UPHELD", grounds: "属其法定职责" };
    expect((await story.decide({ ...input, replacement: kf.office }, arbiter)).code).toBe(
      "WHISTLE_REPLACEMENT_UNWANTED",
    );
    expect((await story.decide(input, arbiter)).answer.state).toBe("SIGNED");
    expect((await story.sign(number, { as: people.kfUrban })).answer.state).toBe("SIGNED");
  });

  it("a lead let go is followed by a unit already called, with its clock as it was", async () => {
    const number = await story.tackling();
    await story.withReason("disputeWhistle", number, market);
    const input = {
      number,
      unit: kf.market,
      decision: "RELEASED",
      grounds: "属城管职责",
      replacement: kf.urban,
    };
    const { answer } = await story.decide(
      input,
      arbiter,
      "state participants { unit { code } role releasedAt }",
    );
    expect(answer.state).toBe("BLOWN");
    expect(answer.participants).toContainEqual({ unit: { code: kf.urban }, role: "LEAD", releasedAt: null });
    expect(answer.participants).toContainEqual({
      unit: { code: kf.market },
      role: "LEAD",
      releasedAt: "2026-06-01T01:00:00.000Z",
    });
    expect((await story.sign(number, market)).code).toBe("WHISTLE_NOT_CALLED");
  });

  it("a unit newly called is judged like any other called one", async () => {
    const [lead, urban] = tackling.participants;
    const number = await story.tackling({ participants: [lead, urban].map((each) => ({ ...each })) });
    await story.withReason("disputeWhistle", number, { as: people.kfUrban });
    const input = { number, unit: kf.urban, decision: "RELEASED", grounds: "非其职责" };
    expect((await story.decide(input, arbiter)).code).toBe("WHISTLE_NEEDS_REPLACEMENT");
    expect((await story.decide({ ...input, replacement: "430105001" }, arbiter)).code).toBe(
      "WHISTLE_WRONG_TARGET",
    );
    expect((await story.decide({ ...input, replacement: "430105-TAX" }, arbiter)).code).toBe(
      "WHISTLE_UNKNOWN_UNIT",
    );
    const decided = await story.decide({ ...input, replacement: kf.commerce }, arbiter);
    expect(decided.answer.state).toBe("BLOWN");
    expect((await story.sign(number, { as: people.kfCommerce })).answer.state).toBe("BLOWN");
  });

  it("PG-4: a ruling is a precedent: found by matter, unit, place and time, and shown while the same duty is contested again", async () => {
    const at = new Date("2026-06-10T09:00:00+08:00");
    const first = await story.tackling();
    await story.withReason("disputeWhistle", first, market);
    const grounds = "占道经营由城管负责";
    await story.decide(
      { number: first, unit: kf.market, decision: "RELEASED", grounds, replacement: kf.urban },
      { ...arbiter, at },
    );
    const found = async (filter: object, as: Principal = people.kfStaff) => {
      const { dutyRulings } = await story.tickets.must<{
        dutyRulings: { edges: { node: Record<string, unknown> }[] };
      }>(
        `query ($filter: DutyRulingFilter) { dutyRulings(filter: $filter) { edges { node {
          decision reason grounds decidedAt arbiterPost whistle { number }
          matter { code } unit { code } responsibleUnit { code } division { code } arbiter { code } } } } }`,
        { filter },
        { as },
      );
      return dutyRulings.edges.map(({ node }) => node);
    };
    const since = { decidedFrom: at };
    const [ruling] = await found({ ...since, matter: chargers, unit: kf.urban, division: kf.street });
    expect(ruling).toEqual({
      decision: "RELEASED",
      reason: "另有安排",
      grounds,
      decidedAt: "2026-06-10T01:00:00.000Z",
      arbiterPost: "LIST_KEEPER",
      whistle: { number: first },
      matter: { code: chargers },
      unit: { code: kf.market },
      responsibleUnit: { code: kf.urban },
      division: { code: kf.community },
      arbiter: { code: "430105-ESTABLISHMENT-OFFICE" },
    });
    for (const other of [
      { matter: "NOISE" },
      { unit: kf.commerce },
      { division: "430105001" },
      { decision: "UPHELD" },
      { decidedBefore: at },
    ]) {
      expect(await found({ ...since, ...other })).toEqual([]);
    }

    const second = await story.tackling();
    const precedents = async (as: Principal) =>
      (await story.read(second, "precedents(first: 1) { edges { node { grounds } } }", { as })).precedents;
    expect(await precedents(people.kfMarket)).toEqual({ edges: [] });
    await story.withReason("disputeWhistle", second, market);
    for (const as of [people.kfArbiter, people.kfMarket, people.kfUrban, people.kfStreet]) {
      expect(await precedents(as)).toEqual({ edges: [{ node: { grounds } }] });
    }
    expect(await found(since, people.pgDispatcher)).toEqual([]);
    expect(await found(since, people.pgResident)).toEqual([]);
    // Who may not see the whistle reads the ruling without it, also between the lines.
    expect((await found(since, people.kfNeighbour))[0]).toMatchObject({ grounds, whistle: null });
    const { dutyRulings } = await story.tickets.must<{ dutyRulings: { edges: { cursor: string }[] } }>(
      "{ dutyRulings { edges { cursor } } }",
      {},
      { as: people.kfNeighbour },
    );
    const cursors = dutyRulings.edges.map(({ cursor }) => Buffer.from(cursor, "base64url").toString());
    expect(cursors.length).toBeGreaterThan(0);
    expect(cursors.join()).not.toContain(first);
    await expect(subgraph.database.query("UPDATE duty_ruling SET grounds = '改'")).rejects.toThrow(
      "a ruling stands",
    );
  });
});

describe("raising (PG-8, KF-8 to KF-10)", () => {
  const routine = { ...tackling, kind: "ROUTINE", participants: [{ unit: kf.office, role: "LEAD" }] };
  const secretary = { as: people.kfSecretary };
  const why = { reason: "涉及区直部门职权", tried: "已现场协调两次，未果" };
  const zhaoyuanSources = async () => {
    const { whistleProfile } = await story.tickets.must<{ whistleProfile: { sources: { code: string }[] } }>(
      '{ whistleProfile(district: "370685") { sources { code } } }',
      {},
      {},
    );
    return whistleProfile.sources.map(({ code }) => code);
  };
  const raised = (number: string) => ({
    number,
    ...why,
    demand: "请区直部门会办",
    participants: tackling.participants,
  });

  it("the street takes a community's whistle to the departments; the lower one ends, its history stays", async () => {
    const ticket = await story.kfTicket();
    const { answer: lower } = await story.blow({ ...routine, tickets: [ticket] }, secretary);
    await story.sign(lower.number, { as: people.kfOffice });
    const fields =
      "number kind level state source grid { code } raisedFrom { reason tried whistle { number kind state endReason raisedTo { number } } } tickets { number state }";
    const { answer } = await story.raise(raised(lower.number), street, fields);
    expect(answer).toMatchObject({
      kind: "TACKLING",
      level: 2,
      state: "BLOWN",
      source: "VISIT",
      grid: { code: kf.grid },
      raisedFrom: {
        ...why,
        whistle: {
          number: lower.number,
          kind: "ROUTINE",
          state: "CLOSED",
          endReason: why.reason,
          raisedTo: { number: answer.number },
        },
      },
      tickets: [{ number: ticket, state: "WHISTLED" }],
    });
    expect(await kinds(lower.number)).toEqual(["WHISTLE_BLOWN", "WHISTLE_SIGNED", "WHISTLE_RAISED"]);
    expect(
      await story.read(
        lower.number,
        "participants { signedAt } clocks { step stoppedAt overdue }",
        secretary,
      ),
    ).toMatchObject({
      participants: [{ signedAt: expect.any(String) }],
      clocks: [
        { step: "SIGN", overdue: false },
        { step: "MEASURES", stoppedAt: expect.any(String), overdue: false },
      ],
    });
  });

  it("is done once, by those who blow the next level, and ends at the top", async () => {
    const { answer: lower } = await story.blow({ ...routine, tickets: [await story.kfTicket()] }, secretary);
    expect((await story.raise(raised(lower.number), secretary)).code).toBe("WHISTLE_WRONG_BLOWER");
    const twice = await Promise.all([1, 2].map(() => story.raise(raised(lower.number), street)));
    expect(twice.map(({ code }) => code ?? "raised").sort()).toEqual(["WHISTLE_ALREADY_RAISED", "raised"]);
    const top = twice.find(({ answer }) => answer)?.answer.number ?? "";
    expect((await story.raise(raised(top), street)).code).toBe("WHISTLE_TOP_LEVEL");
  });

  it("ZY-11, ZY-15: a level is not passed over; the refusal says which is next", async () => {
    const { answer: first } = await story.blow(
      {
        kind: "RESIDENTS",
        source: "RESIDENT",
        theme: "PEOPLE_NEED",
        grid: pg.grid,
        tickets: [await story.pgTicket()],
        demand: "摸清电动车数量",
        participants: [{ unit: pg.community, role: "LEAD" }],
      },
      { as: people.pgStaff },
    );
    const { code, error } = await story.raise(
      { number: first.number, kind: "TOWNSHIP", ...why, demand: "越级", participants: township.participants },
      { as: people.pgTown },
    );
    expect(code).toBe("WHISTLE_LEVEL_SKIPPED");
    expect(error?.message).toContain("to VILLAGE, not to TOWNSHIP");
    expect(await story.read(first.number, "state raisedTo { number }", { as: people.pgTown })).toEqual({
      state: "BLOWN",
      raisedTo: null,
    });
  });

  it.each(["reason", "tried"])("ZY-15: is refused with nothing said of %s", async (field) => {
    const { answer: lower } = await story.blow({ ...routine, tickets: [await story.kfTicket()] }, secretary);
    const { error } = await story.raise({ ...raised(lower.number), [field]: "  " }, street);
    expect(error).toMatchObject({ code: "WHISTLE_TEXT", message: expect.stringContaining(field) });
  });

  it("ZY-15: an emergency passes the street over, from a ticket judged critical and from no other", async () => {
    const whistled = async (urgency: string) => {
      const dispatcher = { as: people.zyDispatcher };
      const ticket = await story.tickets.report(
        { text: "燃气泄漏", urgency, place: { gridCode: zy.grid } },
        dispatcher,
      );
      await story.tickets.match(ticket, dispatcher);
      await story.tickets.move("dispatchTicket", ticket, dispatcher, `unit: "${zy.community}"`);
      const { answer } = await story.blow(
        {
          kind: "PEOPLE_TO_COMMUNITY",
          source: (await zhaoyuanSources())[0],
          grid: zy.grid,
          tickets: [ticket],
          demand: "请到场查看",
          participants: [{ unit: zy.community, role: "LEAD" }],
        },
        { as: people.zyMember },
      );
      return story.raise(
        {
          number: answer.number,
          kind: "EMERGENCY",
          ...why,
          demand: "请立即关阀抢修",
          participants: [{ unit: zy.gas, role: "LEAD" }],
        },
        { as: people.zySecretary },
        "number level raisedFrom { tried whistle { level state } } filings { unit { code } }",
      );
    };
    expect((await whistled("URGENT")).code).toBe("WHISTLE_NOT_URGENT");
    expect((await whistled("CRITICAL")).answer).toMatchObject({
      level: 3,
      raisedFrom: { tried: why.tried, whistle: { level: 1, state: "CLOSED" } },
      filings: expect.arrayContaining([{ unit: { code: zy.street } }]),
    });
  });

  it("马坊: residents, village, town: three levels, one above the other", async () => {
    const ticket = await story.pgTicket();
    const first = await story.blow(
      {
        kind: "RESIDENTS",
        source: "RESIDENT",
        theme: "PEOPLE_NEED",
        grid: pg.grid,
        tickets: [ticket],
        demand: "摸清电动车数量",
        participants: [{ unit: pg.community, role: "LEAD" }],
      },
      { as: people.pgStaff },
    );
    const village = {
      number: first.answer.number,
      ...why,
      demand: "请科室会商",
      participants: [{ unit: pg.office, role: "LEAD" }],
    };
    const second = await story.raise(village, { as: people.pgSecretary });
    const departments = {
      number: second.answer.number,
      ...why,
      demand: township.demand,
      participants: township.participants,
    };
    const { answer } = await story.raise(
      departments,
      { as: people.pgTown },
      "kind level raisedFrom { whistle { kind level raisedFrom { whistle { kind level raisedFrom { reason } } } } } ticketNumbers",
    );
    expect(answer).toEqual({
      kind: "TOWNSHIP",
      level: 3,
      raisedFrom: {
        whistle: {
          kind: "VILLAGE",
          level: 2,
          raisedFrom: { whistle: { kind: "RESIDENTS", level: 1, raisedFrom: null } },
        },
      },
      ticketNumbers: [ticket],
    });
  });
});

describe("专快细深实真 (PG-11, PG-12)", () => {
  const town = { as: people.pgTown };
  const housing = { as: people.pgHousing };
  const blown = async () => {
    const { answer } = await story.blow({ ...township, tickets: [await story.pgTicket()] }, town);
    return answer.number;
  };
  const plan = (number: string) => ({
    number,
    duties: [
      { unit: pg.housing, duty: "牵头审批" },
      { unit: pg.power, duty: "报装供电" },
      { unit: pg.town, duty: "组织居民" },
    ],
    cause: "2012 年设计未预留电源",
    plan: "增容后分批安装 48 个充电桩",
    partySupervisor: "镇党委 李向前",
    governmentSupervisor: "镇政府 周立业",
  });
  const form = (number: string) =>
    story.ask("formTaskForce", "$input: FormTaskForceInput!", { input: plan(number) }, town);

  it("is resolved only with a task force, confirmed with the demanders' acceptance, its checkpoints on record", async () => {
    const number = await blown();
    await story.sign(number, housing);
    await story.arrive(number, housing);
    await story.measures(number, housing);
    expect((await story.resolve(number, housing)).code).toBe("WHISTLE_NO_TASK_FORCE");
    expect((await form(number)).answer).toBeTruthy();
    expect((await form(number)).code).toBe("WHISTLE_TASK_FORCE_EXISTS");
    const record = (ordinal: number, as = people.pgHousing) =>
      story.ask(
        "recordCheckpoint",
        "$number: String!, $ordinal: Int!, $note: String!",
        { number, ordinal, note: "已勘查" },
        { as },
      );
    expect((await record(1)).answer).toBeTruthy();
    expect((await record(1)).code).toBe("WHISTLE_CHECKPOINT_RECORDED");
    expect((await record(5)).code).toBe("WHISTLE_NO_CHECKPOINT");
    expect((await record(2, people.pgPower)).code).toBe("WHISTLE_NOT_AT_WORK_ON_IT");
    await story.resolve(number, housing);
    expect((await story.confirm(number, town, { acceptedByDemander: false })).answer.state).toBe(
      "MEASURES_ISSUED",
    );
    await story.resolve(number, housing);
    expect((await story.confirm(number, town, { acceptedByDemander: true })).answer.state).toBe("CONFIRMED");
    const { taskForce, clocks } = await story.read(
      number,
      "acceptedByDemander taskForce { duties { unit duty } cause partySupervisor governmentSupervisor } clocks { step ordinal metAt note }",
      town,
    );
    expect(taskForce).toMatchObject({ duties: plan(number).duties, partySupervisor: "镇党委 李向前" });
    expect(clocks).toContainEqual({
      step: "CHECKPOINT",
      ordinal: 1,
      metAt: "2026-06-01T01:00:00.000Z",
      note: "已勘查",
    });
  });
});

describe("what the database itself refuses", () => {
  it.each([
    ["a whistle with two leads", "UPDATE whistle_participant SET role = 'LEAD'"],
    ["measures before arrival", "UPDATE whistle_participant SET measures_at = now(), measures = '—'"],
    [
      "a whistle neither in a grid nor said to be in none",
      "UPDATE whistle SET grid_code = NULL, no_grid_yet = false",
    ],
    ["a closed whistle without an end", "UPDATE whistle SET state = 'CLOSED', ended_at = NULL"],
    ["a state nobody knows", "UPDATE whistle SET state = 'OVERDUE'"],
    [
      "a profile changed after whistles were blown under it",
      "UPDATE whistle_profile SET valid_from = '2018-01-01'",
    ],
  ])("%s", async (_, sql) => {
    await story.tackling();
    await expect(subgraph.database.query(sql)).rejects.toThrow();
  });
});

describe("closing", () => {
  it("waits for the grades", async () => {
    const number = await story.tacklingAt("CONFIRMED");
    const close = () => story.ask("closeWhistle", "$number: String!", { number }, centre);
    expect((await close()).code).toBe("WHISTLE_ILLEGAL_MOVE");
    graph.evaluated.push(number);
    await subgraph.catchUp();
    expect((await close()).answer.state).toBe("CLOSED");
  });
});
