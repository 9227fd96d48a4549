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
const centre = { as: people.kfDispatcher };

interface Overdue {
  readonly subject: string;
  readonly payload: Record<string, unknown>;
}
const overdueEntries = async (number: string) =>
  (await subgraph.database.query(
    "SELECT subject, payload FROM log_entry WHERE kind = 'WHISTLE_OVERDUE' AND subject = $1 ORDER BY sequence",
    [number],
  )) as Overdue[];

/** Whatever earlier tests left behind is swept first, so that each sees its own whistles only. */
beforeEach(async () => {
  for (const district of ["430105", "110117"])
    await story.sweep(district, { as: people.service, at: shanghai("2026-12-31T00:00:00") });
});

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
    expect((await story.sweep("430105", { ...centre, at: lastMoment })).answer.escalated).toEqual([]);
    const { answer } = await story.sweep("430105", { ...centre, at: shanghai("2019-10-10T06:00:00") });
    const units = [kf.market, kf.investment, kf.commerce, kf.urban];
    expect(answer.escalated).toEqual([
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

  it("exactly once, however many sweep at once and whenever they sweep again", async () => {
    const numbers = [await story.tackling({ at: blown }), await story.tackling({ at: blown })];
    const sweeps = await Promise.all(
      [1, 2, 3, 4].map(() => story.sweep("430105", { as: people.service, at: tooLate })),
    );
    const escalated = sweeps.flatMap(({ answer }) => answer.escalated as { whistle: string }[]);
    expect(escalated.map(({ whistle }) => whistle).sort()).toEqual(numbers);
    const again = await story.sweep("430105", { as: people.service, at: shanghai("2019-11-01T00:00:00") });
    expect(again.answer.escalated).toEqual([]);
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

  it("answers a repeated sweep as the first time", async () => {
    const number = await story.tackling({ at: blown });
    const sweep = () =>
      story.ask(
        "escalateOverdueWhistles",
        "$district: DivisionCode!",
        { district: "430105", key: "the-nightly-sweep" },
        { ...centre, at: tooLate },
        "at escalated { whistle }",
      );
    const first = await sweep();
    expect(first.answer.escalated).toEqual([{ whistle: number }]);
    expect((await sweep()).answer).toEqual(first.answer);
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
    expect((await story.sweep("430105", { ...centre, at })).answer.escalated).toMatchObject([
      { whistle: number },
    ]);
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
    expect((await story.sweep("430105", { ...centre, at: tooLate })).answer.escalated).toEqual([]);
    expect(await story.read(number, "overdue", { ...street, at: tooLate })).toEqual({ overdue: false });
  });

  it("is not escalated when it was ruled misuse after the end: nobody is late for a misuse", async () => {
    const number = await story.tackling({ at: blown });
    await story.withReason("ruleMisuse", number, {
      as: people.kfPerformance,
      at: shanghai("2019-10-11T09:00:00"),
    });
    expect(
      (await story.sweep("430105", { ...centre, at: shanghai("2019-10-12T09:00:00") })).answer.escalated,
    ).toEqual([]);
  });

  it("takes signatures and sweeps in turn", async () => {
    const number = await story.tackling({ at: blown });
    const [swept] = await Promise.all([
      story.sweep("430105", { ...centre, at: tooLate }),
      story.sign(number, { as: people.kfMarket, at: tooLate }),
      story.sign(number, { as: people.kfUrban, at: tooLate }),
    ]);
    expect(swept.answer.escalated).toMatchObject([{ whistle: number }]);
    const [entry] = await overdueEntries(number);
    expect(entry?.payload.late).toEqual(
      [kf.market, kf.investment, kf.commerce, kf.urban].map(() => expect.objectContaining({ signed: false })),
    );
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
    const swept = await story.sweep("110117", {
      as: people.pgDispatcher,
      at: shanghai("2026-06-02T09:00:00"),
    });
    expect(swept.answer.escalated).toEqual([
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
    const { answer: sweep } = await story.sweep("110117", {
      as: people.pgDispatcher,
      at: shanghai("2026-06-07T00:00:00"),
    });
    expect(sweep.escalated).toEqual([
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
      { number: answer.number, demand: "请区直部门会办", participants: tackling.participants },
      { ...street, at: shanghai("2026-06-01T10:00:00") },
    );
    expect(
      (await story.sweep("430105", { ...centre, at: shanghai("2026-06-05T09:00:00") })).answer.escalated,
    ).toEqual([]);
  });
});

describe("who may sweep", () => {
  it.each([
    ["a street leader", people.kfStreet],
    ["the centre of another district", people.pgDispatcher],
    ["a called unit", people.kfMarketChief],
  ])("refuses %s", async (_, as) => {
    expect((await story.sweep("430105", { as })).code).toBe("WHISTLE_NOT_THE_CENTRE");
  });
});
