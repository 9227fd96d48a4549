import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { tickets } from "../tickets.subgraph.ts";
import { answeringGraph, kf, people, pg, tackling, township, WhistleStory } from "./whistle.fixtures.ts";

let subgraph: TestSubgraph;
let story: WhistleStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: answeringGraph() });
  story = new WhistleStory(subgraph);
});
afterAll(() => subgraph.close());

const shanghai = (text: string) => new Date(`${text}+08:00`);
const blown = shanghai("2019-09-26T15:00:00");
const lastMoment = shanghai("2019-10-09T23:59:59.999");
const tooLate = shanghai("2019-10-10T00:00:00");
const street = { as: people.kfStreet };

interface Overdue {
  readonly subject: string;
  readonly payload: Record<string, unknown>;
}
const overdueEntries = async (number: string) =>
  (await subgraph.database.query(
    "SELECT subject, payload FROM log_entry WHERE kind = 'WHISTLE_OVERDUE' AND subject = $1 ORDER BY sequence",
    [number],
  )) as Overdue[];

/** Whatever earlier tests left behind runs out first, so that each sees its own whistles only. */
beforeEach(() => subgraph.upkeep(shanghai("2026-12-31T00:00:00")));

describe("西长街, late (KF-10, KF-12, KF-17)", () => {
  it("is overdue from 00:00 on the tenth in Shanghai, as a flag: the state stays and work goes on", async () => {
    const number = await story.tackling({ at: blown });
    const standing = (at: Date) =>
      story.read(number, "state overdue clocks { overdue late { code } }", { ...street, at });
    expect(await standing(lastMoment)).toEqual({
      state: "BLOWN",
      overdue: false,
      clocks: [{ overdue: false, late: [] }],
    });
    expect(await standing(tooLate)).toMatchObject({
      state: "BLOWN",
      overdue: true,
      clocks: [{ overdue: true }],
    });
    const overdue = async (at: Date) => {
      const { whistles } = await story.tickets.must<{ whistles: { edges: { node: { number: string } }[] } }>(
        "{ whistles(filter: { overdue: true }) { edges { node { number } } } }",
        {},
        { ...street, at },
      );
      return whistles.edges.map(({ node }) => node.number);
    };
    expect(await overdue(lastMoment)).not.toContain(number);
    expect(await overdue(tooLate)).toContain(number);
    expect((await story.sign(number, { as: people.kfMarket, at: tooLate })).answer.state).toBe("SIGNED");
  });

  it("goes to the chiefs of the late units once, telling who had signed and who had not", async () => {
    const number = await story.tackling({ at: blown });
    await story.sign(number, { as: people.kfMarket, at: shanghai("2019-09-27T09:00:00") });
    await story.sign(number, { as: people.kfUrban, at: shanghai("2019-10-10T00:00:01") });
    expect(await story.escalated("430105", lastMoment)).toEqual([]);
    const escalated = await story.escalated("430105", shanghai("2019-10-10T06:00:00"));
    const units = [kf.market, kf.investment, kf.commerce, kf.urban];
    expect(escalated).toEqual([
      {
        whistle: number,
        step: "MEASURES",
        ordinal: 0,
        late: expect.arrayContaining(units),
        escalatedTo: expect.arrayContaining(units),
      },
    ]);
    const [entry, ...more] = await overdueEntries(number);
    expect(more).toEqual([]);
    expect(entry?.payload).toEqual({
      kind: "TACKLING",
      clock: "MEASURES",
      ordinal: 0,
      dueAt: "2019-10-09T16:00:00.000Z",
      blower: kf.street,
      division: kf.community,
      late: expect.arrayContaining([
        { unit: kf.market, role: "LEAD", signed: true },
        { unit: kf.urban, role: "ASSISTING", signed: false },
        { unit: kf.commerce, role: "ASSISTING", signed: false },
        { unit: kf.investment, role: "ASSISTING", signed: false },
      ]),
      escalatedTo: expect.arrayContaining(units),
    });
    expect(await story.read(number, "clocks { escalatedAt escalatedTo { code } }", street)).toEqual({
      clocks: [
        {
          escalatedAt: "2019-10-09T22:00:00.000Z",
          escalatedTo: expect.arrayContaining(units.map((code) => ({ code }))),
        },
      ],
    });
  });

  it("exactly once, however many look at once and whenever they look again", async () => {
    const numbers = [await story.tackling({ at: blown }), await story.tackling({ at: blown })];
    await Promise.all([1, 2, 3, 4].map(() => subgraph.upkeep(tooLate)));
    expect(await story.escalated("430105", shanghai("2019-11-01T00:00:00"))).toEqual([]);
    for (const number of numbers) expect(await overdueEntries(number)).toHaveLength(1);
  });

  it("by itself, with the minute's upkeep: nobody has to ask", async () => {
    const number = await story.tackling({ at: blown });
    await subgraph.upkeep(lastMoment);
    expect(await overdueEntries(number)).toEqual([]);
    await subgraph.upkeep(tooLate);
    await subgraph.upkeep(shanghai("2019-10-10T00:01:00"));
    expect(await overdueEntries(number)).toHaveLength(1);
  });

  it("measures that came late are escalated for the record, though the whistle is overdue no more", async () => {
    const number = await story.tackling({ at: blown });
    const at = shanghai("2019-10-10T09:00:00");
    for (const step of [story.sign, story.arrive, story.measures] as const)
      await step.call(story, number, { as: people.kfMarket, at });
    expect(await story.read(number, "state overdue", { ...street, at })).toEqual({
      state: "MEASURES_ISSUED",
      overdue: false,
    });
    expect(await story.escalated("430105", at)).toMatchObject([{ whistle: number }]);
  });

  it.each([
    [
      "measures came in time",
      async (number: string, at: Date) => {
        for (const step of [story.sign, story.arrive, story.measures] as const)
          await step.call(story, number, { as: people.kfMarket, at });
      },
    ],
    [
      "it was withdrawn in time",
      (number: string, at: Date) => story.withReason("withdrawWhistle", number, { ...street, at }),
    ],
    [
      "it was ruled misuse",
      (number: string, at: Date) => story.withReason("ruleMisuse", number, { as: people.kfPerformance, at }),
    ],
  ])("is not escalated when %s", async (_, happens) => {
    const number = await story.tackling({ at: blown });
    await happens(number, shanghai("2019-10-08T09:00:00"));
    expect(await story.escalated("430105", tooLate)).toEqual([]);
    expect(await story.read(number, "overdue", { ...street, at: tooLate })).toEqual({ overdue: false });
  });

  it("is not escalated when it was ruled misuse after the end: nobody is late for a misuse", async () => {
    const number = await story.tackling({ at: blown });
    await story.withReason("ruleMisuse", number, {
      as: people.kfPerformance,
      at: shanghai("2019-10-11T09:00:00"),
    });
    expect(await story.escalated("430105", shanghai("2019-10-12T09:00:00"))).toEqual([]);
  });

  it("takes signatures and escalations in turn", async () => {
    const number = await story.tackling({ at: blown });
    const [escalated] = await Promise.all([
      story.escalated("430105", tooLate),
      story.sign(number, { as: people.kfMarket, at: tooLate }),
      story.sign(number, { as: people.kfUrban, at: tooLate }),
    ]);
    expect(escalated).toMatchObject([{ whistle: number }]);
    const [entry] = await overdueEntries(number);
    expect(entry?.payload.late).toEqual(
      [kf.market, kf.investment, kf.commerce, kf.urban].map(() => expect.objectContaining({ signed: false })),
    );
  });
});

describe("reminders (ZY-17)", () => {
  const half = shanghai("2019-09-30T00:00:00");
  const justBefore = (instant: Date) => new Date(instant.getTime() - 1);
  const reminded = async (subject: string) => {
    const told: Overdue[] = await subgraph.database.query(
      "SELECT subject, payload FROM log_entry WHERE kind LIKE '%_REMINDED' AND subject = $1 ORDER BY sequence",
      [subject],
    );
    return told.map(({ payload }) => payload);
  };
  const units = [kf.market, kf.investment, kf.commerce, kf.urban];

  it("before the limit and at it, each once, whoever looks and however often", async () => {
    const number = await story.tackling({ at: blown });
    const plan = "clocks { reminders { moment at remindedAt to { code } } }";
    expect(await story.read(number, plan, street)).toEqual({
      clocks: [
        {
          reminders: [
            { moment: "BEFORE", at: half.toISOString(), remindedAt: null, to: [] },
            { moment: "LIMIT", at: tooLate.toISOString(), remindedAt: null, to: [] },
          ],
        },
      ],
    });
    await subgraph.upkeep(justBefore(half));
    expect(await reminded(number)).toEqual([]);
    await Promise.all([subgraph.upkeep(half), subgraph.upkeep(half), subgraph.upkeep(half)]);
    await subgraph.upkeep(lastMoment);
    const clock = { kind: "TACKLING", clock: "MEASURES", ordinal: 0, dueAt: tooLate.toISOString() };
    const told = { ...clock, blower: kf.street, division: kf.community, to: expect.arrayContaining(units) };
    expect(await reminded(number)).toEqual([{ ...told, moment: "BEFORE" }]);
    await Promise.all([subgraph.upkeep(tooLate), subgraph.upkeep(tooLate)]);
    await subgraph.upkeep(shanghai("2019-10-11T00:00:00"));
    expect(await reminded(number)).toEqual([
      { ...told, moment: "BEFORE" },
      { ...told, moment: "LIMIT" },
    ]);
    expect(await overdueEntries(number)).toHaveLength(1);
    const { clocks } = (await story.read(number, plan, street)) as {
      clocks: { reminders: { remindedAt: string; to: { code: string }[] }[] }[];
    };
    expect(clocks.flatMap(({ reminders }) => reminders.map(({ remindedAt }) => remindedAt))).toEqual([
      half.toISOString(),
      tooLate.toISOString(),
    ]);
    expect(clocks[0]?.reminders[0]?.to.map(({ code }) => code).sort()).toEqual([...units].sort());
  });

  it("go to those alone who still have to do the step, and stop when it is done", async () => {
    const at = shanghai("2026-06-01T09:00:00");
    const ticket = await story.pgTicket({ at });
    const { answer } = await story.blow({ ...township, tickets: [ticket] }, { as: people.pgTown, at });
    await story.sign(answer.number, { as: people.pgHousing, at });
    await subgraph.upkeep(shanghai("2026-06-01T21:00:00"));
    expect(await reminded(answer.number)).toMatchObject([
      { clock: "SIGN", moment: "BEFORE", to: [pg.power] },
    ]);
    await story.sign(answer.number, { as: people.pgPower, at: shanghai("2026-06-01T22:00:00") });
    await subgraph.upkeep(shanghai("2026-06-02T09:00:00"));
    expect((await reminded(answer.number)).filter(({ clock }) => clock === "SIGN")).toHaveLength(1);
  });

  it("are missed by nobody when nothing ran at their time: they come with the next look, in their order", async () => {
    const number = await story.tackling({ at: blown });
    await subgraph.upkeep(shanghai("2019-10-12T00:00:00"));
    expect((await reminded(number)).map(({ moment }) => moment)).toEqual(["BEFORE", "LIMIT"]);
  });

  it("ring again at their time when their alarm rang too early, by a clock that runs ahead", async () => {
    const number = await story.tackling({ at: blown });
    await subgraph.database.query(
      "SELECT graphile_worker.add_job('timer', json_build_object('key', key), job_key => key) FROM graphile_worker.jobs WHERE key LIKE $1",
      [`${number}/%`],
    );
    await subgraph.upkeep(blown);
    expect(await reminded(number)).toEqual([]);
    const [{ waiting }] = await subgraph.database.query(
      "SELECT count(*)::int AS waiting FROM graphile_worker.jobs WHERE key LIKE $1 AND run_at > now()",
      [`${number}/%`],
    );
    expect(waiting).toBe(2);
  });

  it("a ticket's go to the unit that handles it, to the centre while none does, and to nobody once it is answered", async () => {
    const at = shanghai("2026-06-01T09:00:00");
    const handled = await story.tickets.dispatched({}, at);
    const received = await story.tickets.report({}, { as: people.pgDispatcher, at });
    const answered = await story.tickets.report({}, { as: people.pgDispatcher, at });
    await story.tickets.move("rejectTicket", answered, { as: people.pgDispatcher, at }, 'grounds: "不属实"');
    await subgraph.upkeep(shanghai("2026-06-05T00:00:00"));
    const limit = { limit: "ORDINARY", dueAt: "2026-06-08T16:00:00.000Z", division: pg.community };
    expect(await reminded(handled)).toEqual([{ ...limit, moment: "BEFORE", to: [pg.housing] }]);
    expect(await reminded(received)).toEqual([{ ...limit, moment: "BEFORE", to: ["110117-COMMAND-CENTRE"] }]);
    await subgraph.upkeep(shanghai("2026-06-09T00:00:00"));
    expect((await reminded(handled)).map(({ moment }) => moment)).toEqual(["BEFORE", "LIMIT"]);
    expect(await reminded(answered)).toEqual([]);
  });

  it("a granted extension moves what is still to come", async () => {
    const at = shanghai("2026-06-01T09:00:00");
    const number = await story.tickets.dispatched({}, at);
    const unit = { as: people.pgHousing, at };
    await story.tickets.move("signTicket", number, unit);
    await story.tickets.move("startTicket", number, unit);
    await story.tickets.move("extendTicket", number, unit, 'days: 3, reason: "等待配件"');
    await story.tickets.move(
      "decideExtension",
      number,
      { as: people.pgDispatcher, at },
      'granted: true, grounds: "情况属实"',
    );
    await subgraph.upkeep(shanghai("2026-06-11T23:59:59"));
    expect((await reminded(number)).map(({ moment }) => moment)).toEqual(["BEFORE"]);
    await subgraph.upkeep(shanghai("2026-06-12T00:00:00"));
    expect((await reminded(number)).map(({ moment }) => moment)).toEqual(["BEFORE", "LIMIT"]);
  });
});

describe("clocks that stand still", () => {
  const pause = (number: string, at: Date, as = people.kfStreet) =>
    story.ask(
      "pauseWhistle",
      "$number: String!, $ground: WhistlePauseGround!, $reason: String!",
      { number, ground: "AUTHORITY", reason: "等待规划部门批复" },
      { as, at },
    );
  const resume = (number: string, at: Date, as = people.kfStreet) =>
    story.ask("resumeWhistle", "$number: String!", { number }, { as, at });
  const dueOf = async (number: string) => {
    const { clocks } = (await story.read(number, "clocks { dueAt pausedAt }", street)) as {
      clocks: { dueAt: string; pausedAt: string | null }[];
    };
    return clocks[0];
  };

  it("are neither late nor reminded of, and run on with the working days they had left", async () => {
    const number = await story.tackling({ at: blown });
    // Two of five working days are used up: 27 and 29 September.
    await pause(number, shanghai("2019-09-29T10:00:00"));
    await subgraph.upkeep(tooLate);
    const late = { ...street, at: tooLate };
    expect(await story.read(number, "overdue", late)).toEqual({ overdue: false });
    expect(await overdueEntries(number)).toEqual([]);
    expect(await story.escalated("430105", tooLate)).toEqual([]);
    await resume(number, shanghai("2019-10-14T10:00:00"));
    expect(await dueOf(number)).toEqual({ dueAt: "2019-10-17T16:00:00.000Z", pausedAt: null });
    await subgraph.upkeep(shanghai("2019-10-17T23:59:59.999"));
    expect(await overdueEntries(number)).toEqual([]);
    await subgraph.upkeep(shanghai("2019-10-18T00:00:00"));
    expect(await overdueEntries(number)).toHaveLength(1);
    const fields = "pauses { turn ground reason pausedAt resumedAt pausedBy { code } resumedBy { code } }";
    expect(await story.read(number, fields, street)).toEqual({
      pauses: [
        {
          turn: 1,
          ground: "AUTHORITY",
          reason: "等待规划部门批复",
          pausedAt: "2019-09-29T02:00:00.000Z",
          resumedAt: "2019-10-14T02:00:00.000Z",
          pausedBy: { code: kf.street },
          resumedBy: { code: kf.street },
        },
      ],
    });
  });

  it("win nothing by being paused and resumed at once, nor lose the day they were paused on", async () => {
    const number = await story.tackling({ at: blown });
    await pause(number, shanghai("2019-09-29T10:00:00"));
    await resume(number, shanghai("2019-09-29T10:05:00"));
    expect(await dueOf(number)).toMatchObject({ dueAt: tooLate.toISOString() });
    await pause(number, shanghai("2019-10-09T10:00:00"));
    await resume(number, shanghai("2019-10-12T10:00:00"));
    // On the last of its days; 12 October 2019 is a Saturday worked for the holiday.
    expect(await dueOf(number)).toMatchObject({ dueAt: "2019-10-12T16:00:00.000Z" });
  });

  it("are for the blower and the centre to stop, and for the lead too to let run", async () => {
    const number = await story.tackling({ at: blown });
    const at = shanghai("2019-09-27T10:00:00");
    expect((await pause(number, at, people.kfMarket)).code).toBe("WHISTLE_NOT_THE_BLOWER");
    expect((await resume(number, at)).code).toBe("WHISTLE_NOT_PAUSED");
    expect((await pause(number, at, people.kfDispatcher)).code).toBeUndefined();
    expect((await pause(number, at)).code).toBe("WHISTLE_PAUSED");
    expect((await resume(number, at, people.kfUrban)).code).toBe("WHISTLE_NOT_AT_WORK_ON_IT");
    expect((await resume(number, at, people.kfMarket)).code).toBeUndefined();
    expect((await pause(number, tooLate)).code).toBe("WHISTLE_NOTHING_RUNS");
  });
});

describe("more time on a clock", () => {
  const measures = { step: "MEASURES" };
  const ask = (number: string, at: Date, { as = people.kfMarket, amount = 2, step = "MEASURES" } = {}) =>
    story.ask(
      "askWhistleExtension",
      "$input: AskWhistleExtensionInput!",
      { input: { number, step, amount, reason: "须等待检测结果" } },
      { as, at },
    );
  const decide = (number: string, granted: boolean, at: Date, as = people.kfStreet) =>
    story.ask(
      "decideWhistleExtension",
      "$input: DecideWhistleExtensionInput!",
      { input: { number, ...measures, granted, grounds: granted ? "情况属实" : "理由不充分" } },
      { as, at },
    );
  const asked = shanghai("2019-10-08T10:00:00");

  it("is asked by the bearer, granted by the blower with grounds, and moves what is still to come", async () => {
    const number = await story.tackling({ at: blown });
    expect((await ask(number, asked, { as: people.kfUrban })).code).toBe("WHISTLE_CLOCK_OF_OTHERS");
    expect((await ask(number, asked)).code).toBeUndefined();
    expect((await ask(number, asked)).code).toBe("WHISTLE_EXTENSION_PENDING");
    expect((await decide(number, true, asked, people.kfMarket)).code).toBe("WHISTLE_NOT_THE_BLOWER");
    expect((await decide(number, true, asked)).code).toBeUndefined();
    // Two working days more: 10 and 11 October.
    await subgraph.upkeep(shanghai("2019-10-11T23:59:59"));
    expect(await overdueEntries(number)).toEqual([]);
    await subgraph.upkeep(shanghai("2019-10-12T00:00:00"));
    expect(await overdueEntries(number)).toMatchObject([{ payload: { dueAt: "2019-10-11T16:00:00.000Z" } }]);
    const fields =
      "extensions { step amount reason granted grounds dueAt decidedAt unit { code } decidedBy { code } }";
    expect(await story.read(number, fields, street)).toEqual({
      extensions: [
        {
          ...measures,
          amount: 2,
          reason: "须等待检测结果",
          granted: true,
          grounds: "情况属实",
          dueAt: "2019-10-11T16:00:00.000Z",
          decidedAt: asked.toISOString(),
          unit: { code: kf.market },
          decidedBy: { code: kf.street },
        },
      ],
    });
  });

  it("refused leaves the clock as it is, and may be asked for again while there is time", async () => {
    const number = await story.tackling({ at: blown });
    expect((await decide(number, false, asked)).code).toBe("WHISTLE_EXTENSION_NOT_ASKED");
    await ask(number, asked);
    expect((await decide(number, false, asked)).code).toBeUndefined();
    expect((await ask(number, asked, { amount: 0 })).code).toBe("WHISTLE_EXTENSION_AMOUNT");
    expect((await ask(number, asked, { step: "SIGN" })).code).toBe("WHISTLE_NO_CLOCK");
    expect((await ask(number, asked)).code).toBeUndefined();
    expect((await decide(number, true, tooLate)).code).toBe("WHISTLE_EXTENSION_TOO_LATE");
    expect((await ask(await story.tackling({ at: blown }), tooLate)).code).toBe("WHISTLE_EXTENSION_TOO_LATE");
    await subgraph.upkeep(tooLate);
    expect(await overdueEntries(number)).toHaveLength(1);
  });
});

describe("office hours of a unit (GZ-16)", () => {
  const routine = {
    ...tackling,
    kind: "ROUTINE",
    participants: [{ unit: kf.office, role: "LEAD" }],
  };
  const friday = shanghai("2026-11-20T16:00:00");
  const set = (spans: object[], { as = people.kfDispatcher, validFrom = "2026-11-20" } = {}) =>
    story.ask(
      "setWorkingHours",
      "$unit: String!, $spans: [WorkingSpanInput!]!, $validFrom: LocalDate!",
      { unit: kf.office, spans, validFrom },
      { as, at: friday },
      "validFrom spans { from to everyDay }",
    );
  const signDue = async () => {
    const tickets = [await story.kfTicket({ at: friday })];
    const { answer } = await story.blow(
      { ...routine, tickets },
      { as: people.kfSecretary, at: friday },
      "number clocks { step dueAt reminders { moment at } }",
    );
    return (answer.clocks as { step: string; dueAt: string }[]).find(({ step }) => step === "SIGN");
  };

  it("count for the whistles it leads from their first day on: on duty round the clock, four hours are four hours", async () => {
    expect(await signDue()).toMatchObject({ dueAt: shanghai("2026-11-23T12:00:00").toISOString() });
    const duty = [{ from: "00:00", to: "24:00", everyDay: true }];
    expect((await set(duty, { as: people.kfStreet })).code).toBe("FORBIDDEN");
    expect((await set([{ from: "17:00", to: "09:00" }])).code).toBe("BAD_INPUT");
    expect((await set(duty, { validFrom: "2026-11-19" })).code).toBe("BAD_INPUT");
    expect((await set(duty)).answer).toEqual({ validFrom: "2026-11-20", spans: duty });
    expect(await signDue()).toMatchObject({
      dueAt: shanghai("2026-11-20T20:00:00").toISOString(),
      reminders: [
        { moment: "BEFORE", at: shanghai("2026-11-20T18:00:00").toISOString() },
        { moment: "LIMIT", at: shanghai("2026-11-20T20:00:00").toISOString() },
      ],
    });
    const { data } = await subgraph.ask<{ _entities: unknown[] }>(
      "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Unit { workingHours { validFrom spans { from to everyDay } } } } }",
      { of: [{ __typename: "Unit", code: kf.office }] },
      { as: people.kfStreet },
    );
    expect(data._entities).toEqual([{ workingHours: [{ validFrom: "2026-11-20", spans: duty }] }]);
  });
});

describe("the other clocks", () => {
  it("PG-8, ZY-15: a village's whistle goes to whoever would blow the next level", async () => {
    const at = shanghai("2026-06-01T09:00:00");
    const village = {
      ...township,
      kind: "VILLAGE",
      participants: [{ unit: pg.office, role: "LEAD" }],
      tickets: [await story.pgTicket()],
    };
    const { answer } = await story.blow(village, { as: people.pgSecretary, at });
    expect(await story.escalated("110117", shanghai("2026-06-02T09:00:00"))).toEqual([
      { whistle: answer.number, step: "SIGN", ordinal: 0, late: [pg.office], escalatedTo: [pg.town] },
    ]);
  });

  it("PG-12: each checkpoint is its own clock, missed by the lead; one recorded is not escalated", async () => {
    const at = shanghai("2026-06-01T09:00:00");
    const { answer } = await story.blow(
      { ...township, tickets: [await story.pgTicket()] },
      { as: people.pgTown, at },
    );
    const { number } = answer;
    for (const as of [people.pgHousing, people.pgPower]) {
      await story.sign(number, { as, at });
      await story.arrive(number, { as, at });
    }
    const record = (ordinal: number, when: Date) =>
      story.ask(
        "recordCheckpoint",
        "$number: String!, $ordinal: Int!, $note: String!",
        { number, ordinal, note: "—" },
        { as: people.pgTown, at: when },
      );
    await record(2, shanghai("2026-06-02T09:00:00"));
    expect(await story.escalated("110117", shanghai("2026-06-07T00:00:00"))).toEqual([
      { whistle: number, step: "CHECKPOINT", ordinal: 1, late: [pg.housing], escalatedTo: [pg.housing] },
      { whistle: number, step: "CHECKPOINT", ordinal: 3, late: [pg.housing], escalatedTo: [pg.housing] },
    ]);
  });

  it("a raised whistle's clocks stop: nobody is late below while the next level works", async () => {
    const at = shanghai("2026-06-01T09:00:00");
    const routine = {
      ...tackling,
      kind: "ROUTINE",
      participants: [{ unit: kf.office, role: "LEAD" }],
      tickets: [await story.kfTicket()],
    };
    const { answer } = await story.blow(routine, { as: people.kfSecretary, at });
    await story.raise(
      {
        number: answer.number,
        reason: "涉及区直部门职权",
        tried: "已现场协调",
        demand: "请区直部门会办",
        participants: tackling.participants,
      },
      { ...street, at: shanghai("2026-06-01T10:00:00") },
    );
    expect(await story.escalated("430105", shanghai("2026-06-05T09:00:00"))).toEqual([]);
  });
});

describe("a database from before there were reminders", () => {
  it("comes through with its whistles' clocks: what runs is told at its limit, what was told is not told again", async () => {
    const before = await openTestSubgraph(tickets, { graph: answeringGraph() });
    const told = new WhistleStory(before);
    const earlier = shanghai("2019-09-16T15:00:00");
    const met = await told.tackling({ at: blown });
    for (const step of [told.sign, told.arrive, told.measures] as const)
      await step.call(told, met, { as: people.kfMarket, at: shanghai("2019-09-27T09:00:00") });
    const escalated = await told.tackling({ at: earlier });
    await before.upkeep(shanghai("2019-09-26T00:00:00"));
    const missed = await told.tackling({ at: earlier });
    const [running, paused] = [await told.tackling({ at: blown }), await told.tackling({ at: blown })];
    const names = tickets.migrations.map(({ name }) => name);
    for (const _ of names.slice(names.indexOf("CaseLookUps1700000004300") + 1))
      await before.database.undoLastMigration({ transaction: "each" });
    await before.database.query("DROP SCHEMA graphile_worker CASCADE");

    const after = await openTestSubgraph(tickets, {
      graph: answeringGraph(),
      databaseUrl: before.databaseUrl,
    });
    const planned =
      "SELECT subject, step, moment, at FROM reminder WHERE step <> 'ANSWER' ORDER BY at, subject";
    expect(await after.database.query(planned)).toEqual([
      { subject: missed, step: "MEASURES", moment: "LIMIT", at: shanghai("2019-09-24T00:00:00") },
      ...[running, paused].map((subject) => ({ subject, step: "MEASURES", moment: "LIMIT", at: tooLate })),
    ]);
    const since = new WhistleStory(after);
    const at = shanghai("2019-09-29T10:00:00");
    const { answer } = await since.ask(
      "pauseWhistle",
      "$number: String!, $ground: WhistlePauseGround!, $reason: String!",
      { number: paused, ground: "DEMANDER", reason: "等待诉求人" },
      { ...street, at },
      "pauses { turn }",
    );
    expect(answer).toEqual({ pauses: [{ turn: 1 }] });
    const late = { step: "MEASURES", ordinal: 0 };
    expect(await since.escalated("430105", lastMoment)).toMatchObject([{ whistle: missed, ...late }]);
    expect(await since.escalated("430105", tooLate)).toMatchObject([{ whistle: running, ...late }]);
    expect(await since.escalated("430105", shanghai("2019-11-01T00:00:00"))).toEqual([]);
    const overdue = await after.database.query(
      "SELECT subject, count(*)::int AS times FROM log_entry WHERE kind = 'WHISTLE_OVERDUE' GROUP BY subject ORDER BY subject",
    );
    expect(overdue).toEqual([escalated, missed, running].sort().map((subject) => ({ subject, times: 1 })));
    await after.close();
    await before.close();
    // Two databases and every migration, back and forth.
  }, 120_000);
});
