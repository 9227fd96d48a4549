import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { chargers, graphOf, newKey, plainAnswers, TicketStory } from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";

/** 甘州 东街街道: real places, invented units and people. */
const gz = {
  district: "620702",
  street: "620702001",
  community: "620702001001",
  grid: "620702001001001",
  committee: "620702001001-MEDIATION",
  mediation: "620702001-MEDIATION",
  districtMediation: "620702-MEDIATION",
  justice: "620702001-JUSTICE",
  police: "620702001-PUBLIC-SECURITY",
} as const;
const neighbours = "NEIGHBOUR-DISPUTE";
const units: readonly string[] = [
  gz.street,
  gz.committee,
  gz.mediation,
  gz.districtMediation,
  gz.justice,
  gz.police,
];

const kindOf = (unit: string) => (unit.endsWith("-MEDIATION") ? "GOVERNANCE_CENTRE" : "STATION");

const people = {
  centre: person(Post.CENTRE_DISPATCHER, { unit: "620702-COMMAND-CENTRE", division: gz.district }),
  host: person(Post.RESPONDER, { unit: gz.mediation, division: gz.street }),
  committee: person(Post.RESPONDER, { unit: gz.committee, division: gz.community }),
  districtHost: person(Post.CHIEF_RESPONDER, { unit: gz.districtMediation, division: gz.district }),
  justice: person(Post.RESPONDER, { unit: gz.justice, division: gz.street }),
  police: person(Post.RESPONDER, { unit: gz.police, division: gz.street }),
  staff: person(Post.COMMUNITY_STAFF, { unit: gz.community }),
  member: person(Post.GRID_MEMBER, { unit: gz.community }),
  performance: person(Post.PERFORMANCE_OFFICE, { unit: "620702-PERFORMANCE-OFFICE", division: gz.district }),
  steward: person(Post.DATA_STEWARD, { unit: gz.justice, division: gz.district }),
  resident: person(Post.RESIDENT, { unit: gz.community, id: "resident-bao" }),
  otherResident: person(Post.RESIDENT, { unit: gz.community, id: "resident-tuo" }),
  elsewhere: person(Post.CENTRE_DISPATCHER, { unit: "110117-COMMAND-CENTRE", division: "110117" }),
} as const;

let subgraph: TestSubgraph;
let story: TicketStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, {
    graph: graphOf({
      ...plainAnswers,
      match: () => ({ item: null, listId: null, listVersion: null, unit: { code: gz.street } }),
      units: ({ codes }) =>
        (codes as string[])
          .filter((code) => units.includes(code))
          .map((code) => ({ code, kind: kindOf(code), chiefResponder: null })),
    }),
  });
  story = new TicketStory(subgraph);
  const { data } = await setClass({});
  expect(data?.setDisputeClass).toEqual({ version: 1, amount: 2 });
});
afterAll(() => subgraph.close());

const night = new Date("2026-06-01T23:40:00+08:00");
const later = (minutes: number) => new Date(night.getTime() + minutes * 60_000);

const setClass = (input: object, as: Principal = people.centre) =>
  subgraph.ask<{ setDisputeClass: object } | null>(
    `mutation ($input: DisputeClassInput!, $key: String!) {
      setDisputeClass(input: $input, idempotencyKey: $key) { version amount }
    }`,
    {
      input: {
        district: gz.district,
        matter: neighbours,
        amount: 2,
        unit: "HOURS",
        from: "2026-06-01",
        ...input,
      },
      key: newKey(),
    },
    { as },
  );

/** A dispute taken in at night, in the hands of the street. */
async function dispute({
  matter = neighbours,
  by,
}: {
  matter?: string;
  by?: Principal;
} = {}): Promise<string> {
  const centre = { as: people.centre, at: night };
  const number = await story.report(
    {
      text: "楼上漏水，两家吵了起来",
      channel: by ? "SNAP_AND_REPORT" : "HOTLINE_12345",
      place: { gridCode: gz.grid },
    },
    by ? { as: by, at: night } : centre,
  );
  await story.match(number, centre, matter);
  await story.move("dispatchTicket", number, centre, `unit: "${gz.street}"`);
  return number;
}

interface Answered {
  readonly state: string;
  readonly [field: string]: unknown;
}
async function does(
  name: string,
  type: string,
  input: object,
  as: Principal,
  at: Date,
  fields = "state turn",
) {
  const { data, errors } = await subgraph.ask<Record<string, Answered>>(
    `mutation ($input: ${type}!, $key: String!) { ${name}(input: $input, idempotencyKey: $key) { ${fields} } }`,
    { input, key: newKey() },
    { as, at },
  );
  return { answer: data?.[name], code: errors[0]?.code, message: errors[0]?.message };
}
const open = (input: object, as: Principal = people.centre, at = night, fields?: string) =>
  does("openMediation", "OpenMediationInput", input, as, at, fields);
const invite = (input: object, as: Principal, at = night) =>
  does("inviteMediators", "InviteMediatorsInput", input, as, at, "mediators { unit { code } }");
const checkIn = (number: string, as: Principal, at: Date) =>
  does(
    "checkInMediator",
    "CheckInMediatorInput",
    { number, position: { longitude: 100.45, latitude: 38.93 } },
    as,
    at,
    "mediators { unit { code } arrivedAt late }",
  );
const sit = (input: object, as: Principal, at: Date, fields?: string) =>
  does("recordSitting", "RecordSittingInput", input, as, at, fields);

const both = [{ unit: gz.justice, post: "司法所所长" }, { unit: gz.police }];
const minutes = (number: string) => ({
  number,
  heldAt: later(120),
  place: "街道综治中心调解室",
  mediators: [gz.justice],
  parties: "鲍某、脱某",
});

/** A dispute with mediators called, of whom the judicial office came. */
async function called(more: { by?: Principal } = {}): Promise<string> {
  const number = await dispute(more);
  await open({ number, host: gz.mediation, mediators: both });
  await checkIn(number, people.justice, later(100));
  return number;
}

const read = async (number: string, fields: string, as: Principal, at = later(200)) => {
  const answer = await subgraph.ask<{ disputeMediations: { edges: { node: Record<string, unknown> }[] } }>(
    `query ($number: String!) { disputeMediations(filter: { ticket: $number }) { edges { node { ${fields} } } } }`,
    { number },
    { as, at },
  );
  return { nodes: answer.data.disputeMediations.edges.map(({ node }) => node), errors: answer.errors };
};

describe("a dispute is mediated (GZ-15, GZ-16)", () => {
  it("GZ-16: taken in at 23:40, mediators called, arrived by their limit or late, sat twice, agreed", async () => {
    const number = await dispute();
    const opened = await open(
      { number, host: gz.mediation, mediators: both },
      people.centre,
      night,
      "turn state host { code } matter { code } mediators { unit { code } post dueAt arrivedAt late }",
    );
    expect(opened.answer).toEqual({
      turn: 1,
      state: "OPEN",
      host: { code: gz.mediation },
      matter: { code: neighbours },
      mediators: [
        {
          unit: { code: gz.justice },
          post: "司法所所长",
          dueAt: "2026-06-01T17:40:00.000Z",
          arrivedAt: null,
          late: false,
        },
        {
          unit: { code: gz.police },
          post: null,
          dueAt: "2026-06-01T17:40:00.000Z",
          arrivedAt: null,
          late: false,
        },
      ],
    });
    await checkIn(number, people.justice, later(100));
    expect((await checkIn(number, people.police, later(120))).answer?.mediators).toEqual([
      { unit: { code: gz.justice }, arrivedAt: "2026-06-01T17:20:00.000Z", late: false },
      { unit: { code: gz.police }, arrivedAt: "2026-06-01T17:40:00.000Z", late: true },
    ]);
    const adjourned = { ...minutes(number), outcome: "ADJOURNED", nextSittingAt: later(1_000) };
    expect((await sit(adjourned, people.host, later(150), "state nextSittingAt")).answer).toEqual({
      state: "OPEN",
      nextSittingAt: later(1_000).toISOString(),
    });
    const agreed = {
      ...minutes(number),
      heldAt: later(1_000),
      outcome: "AGREED",
      agreement: "楼上修管，赔付三百元",
    };
    expect(
      (
        await sit(
          agreed,
          people.host,
          later(1_100),
          "state endedAt sittings { ordinal outcome place agreement mediators { code } }",
        )
      ).answer,
    ).toMatchObject({
      state: "AGREED",
      endedAt: later(1_100).toISOString(),
      sittings: [
        { ordinal: 1, outcome: "ADJOURNED", agreement: null },
        { ordinal: 2, outcome: "AGREED", agreement: agreed.agreement, mediators: [{ code: gz.justice }] },
      ],
    });
    expect((await open({ number, host: gz.districtMediation, mediators: both })).code).toBe(
      "MEDIATION_AGREED",
    );
    const log = await subgraph.database.query(
      "SELECT kind, payload::text FROM log_entry WHERE subject = $1 AND kind LIKE '%MEDIAT%' ORDER BY sequence",
      [number],
    );
    expect(log.map(({ kind }: { kind: string }) => kind)).toEqual([
      "TICKET_MEDIATION_OPENED",
      "TICKET_MEDIATOR_ARRIVED",
      "TICKET_MEDIATOR_ARRIVED",
      "TICKET_MEDIATION_SAT",
      "TICKET_MEDIATION_SAT",
    ]);
    expect(JSON.stringify(log)).not.toMatch(/鲍某|三百元/);
  });

  it("GZ-14, ZY-11: what one level cannot settle goes one level up, and above the district to a court", async () => {
    const number = await called();
    const failed = { ...minutes(number), outcome: "NOT_AGREED", advice: "可申请上级调解或向法院起诉" };
    expect((await sit(failed, people.host, later(150), "state advice")).answer).toEqual({
      state: "NOT_AGREED",
      advice: failed.advice,
    });
    const again = (host: string) =>
      open({ number, host, mediators: [{ unit: gz.justice }] }, people.centre, later(200));
    const skipped = await again(gz.committee);
    expect(skipped.code).toBe("MEDIATION_LEVEL_SKIPPED");
    expect(skipped.message).toContain(`a unit of ${gz.district}`);
    expect((await again(gz.districtMediation)).answer).toEqual({ state: "OPEN", turn: 2 });
    await checkIn(number, people.justice, later(210));
    const second = { ...failed, heldAt: later(220) };
    expect((await sit(second, people.districtHost, later(230))).answer?.state).toBe("NOT_AGREED");
    expect((await again(gz.districtMediation)).code).toBe("MEDIATION_LEVEL_SKIPPED");
  });

  let unopened: string | undefined;
  it.each<[string, Record<string, unknown>, string]>([
    ["by whom it is not with", { as: people.police }, "NOT_FOUND"],
    ["by its community, which does not handle it", { as: people.staff }, "MEDIATION_NOT_YOURS_TO_OPEN"],
    ["by the centre of another district", { as: people.elsewhere }, "NOT_FOUND"],
    ["led from another place", { host: "620702002-MEDIATION" }, "MEDIATION_HOST_ELSEWHERE"],
    ["led by nobody known", { host: "620702001-NOBODY" }, "MEDIATION_UNKNOWN_UNIT"],
    ["with a mediator nobody knows", { mediators: [{ unit: "620702-NOBODY" }] }, "MEDIATION_UNKNOWN_UNIT"],
    ["with no mediator", { mediators: [] }, "MEDIATORS_COUNT"],
    ["with one called twice", { mediators: [...both, ...both] }, "MEDIATOR_INVITED_ALREADY"],
    ["about what is no dispute", { matter: chargers }, "NOT_A_DISPUTE"],
  ])("GZ-15: is not opened %s", async (_, { as = people.centre, matter, ...input }, code) => {
    unopened ??= await dispute();
    const number = matter ? await dispute({ matter: String(matter) }) : unopened;
    const asked = await open({ number, host: gz.mediation, mediators: both, ...input }, as as Principal);
    expect(asked.code).toBe(code);
    expect((await read(number, "turn", people.centre)).nodes).toEqual([]);
  });

  it("GZ-15: of two opened at once one stands, and the ticket is not reported as done meanwhile", async () => {
    const number = await dispute();
    const twice = await Promise.all([1, 2].map(() => open({ number, host: gz.mediation, mediators: both })));
    expect(twice.map(({ code }) => code ?? "opened").sort()).toEqual(["MEDIATION_ALREADY_OPEN", "opened"]);
    const street = { as: person(Post.SUBDISTRICT_LEADER, { unit: gz.street }), at: later(10) };
    await story.move("signTicket", number, street);
    await story.move("startTicket", number, street);
    const { errors } = await subgraph.ask(
      `mutation ($number: String!, $key: String!) { handleTicket(number: $number, idempotencyKey: $key,
         input: { contacted: true, solved: true, account: "已劝和", publicReply: "已调解" }) { state } }`,
      { number, key: newKey() },
      street,
    );
    expect(errors.map(({ code }) => code)).toEqual(["MEDIATION_UNDER_WAY"]);
  });

  let underWay: string | undefined;
  it.each<[string, (number: string) => Promise<{ code: unknown }>, string]>([
    [
      "a check-in of whom nobody called",
      (number) => checkIn(number, people.host, later(1)),
      "MEDIATOR_NOT_INVITED",
    ],
    [
      "a second check-in",
      (number) => checkIn(number, people.justice, later(110)),
      "MEDIATOR_ARRIVED_ALREADY",
    ],
    [
      "a mediator called again",
      (number) => invite({ number, mediators: [{ unit: gz.police }] }, people.host),
      "MEDIATOR_INVITED_ALREADY",
    ],
    [
      "more mediators called by one of them",
      (number) => invite({ number, mediators: [{ unit: gz.committee }] }, people.justice),
      "MEDIATION_NOT_THE_HOST",
    ],
    [
      "a sitting written down by a mediator",
      (number) =>
        sit({ ...minutes(number), outcome: "AGREED", agreement: "和好" }, people.justice, later(150)),
      "MEDIATION_NOT_THE_HOST",
    ],
    [
      "a sitting with a mediator who has not come",
      (number) =>
        sit(
          { ...minutes(number), mediators: [gz.police], outcome: "AGREED", agreement: "和好" },
          people.host,
          later(150),
        ),
      "SITTING_WITHOUT_MEDIATOR",
    ],
    [
      "a sitting yet to be held",
      (number) => sit({ ...minutes(number), outcome: "AGREED", agreement: "和好" }, people.host, later(110)),
      "SITTING_AT",
    ],
    [
      "an agreement without its text",
      (number) => sit({ ...minutes(number), outcome: "AGREED" }, people.host, later(150)),
      "SITTING_OUTCOME",
    ],
    [
      "an end without advice",
      (number) =>
        sit({ ...minutes(number), outcome: "NOT_AGREED", agreement: "和好" }, people.host, later(150)),
      "SITTING_OUTCOME",
    ],
    [
      "an adjournment into the past",
      (number) =>
        sit({ ...minutes(number), outcome: "ADJOURNED", nextSittingAt: night }, people.host, later(150)),
      "SITTING_OUTCOME",
    ],
  ])("GZ-15, GZ-16: refuses %s", async (_, act, code) => {
    underWay ??= await called();
    expect((await act(underWay)).code).toBe(code);
  });

  it("GZ-16: lists where a mediator's time is up and nobody came", async () => {
    const number = await called();
    const late = async (at: Date) => {
      const { data } = await subgraph.ask<{
        disputeMediations: { edges: { node: { ticketNumber: string } }[] };
      }>(
        `{ disputeMediations(filter: { late: true, mediator: "${gz.police}" }) { edges { node { ticketNumber } } } }`,
        {},
        { as: people.police, at },
      );
      return data.disputeMediations.edges.map(({ node }) => node.ticketNumber);
    };
    expect(await late(later(119))).not.toContain(number);
    expect(await late(later(120))).toContain(number);
  });
});

describe("a mediator's time to come (GZ-16)", () => {
  it("GZ-16: is reminded of half-way and at its limit, with whoever leads; whoever came is reminded of nothing", async () => {
    const number = await dispute();
    await open({ number, host: gz.mediation, mediators: both });
    const reminded = async () => {
      const rows: { payload: { unit: string; moment: string; to: string[] } }[] =
        await subgraph.database.query(
          "SELECT payload FROM log_entry WHERE subject = $1 AND kind = 'TICKET_MEDIATOR_REMINDED' ORDER BY sequence",
          [number],
        );
      return rows.map(({ payload: { unit, moment, to } }) => `${moment} ${unit}: ${to.join(", ")}`).sort();
    };
    await subgraph.upkeep(later(59));
    expect(await reminded()).toEqual([]);
    await Promise.all([subgraph.upkeep(later(60)), subgraph.upkeep(later(60))]);
    const halfWay = [`BEFORE ${gz.justice}: ${gz.justice}`, `BEFORE ${gz.police}: ${gz.police}`];
    expect(await reminded()).toEqual(halfWay);
    await checkIn(number, people.justice, later(100));
    await subgraph.upkeep(later(119));
    expect(await reminded()).toEqual(halfWay);
    await subgraph.upkeep(later(120));
    await subgraph.upkeep(later(121));
    expect(await reminded()).toEqual([...halfWay, `LIMIT ${gz.police}: ${gz.police}, ${gz.mediation}`]);
    const fields = "mediators { unit { code } reminders { moment at remindedAt to { code } } }";
    const givenHalfWay = (unit: string) => ({
      moment: "BEFORE",
      at: later(60).toISOString(),
      remindedAt: later(60).toISOString(),
      to: [{ code: unit }],
    });
    expect((await read(number, fields, people.host)).nodes).toEqual([
      {
        mediators: [
          { unit: { code: gz.justice }, reminders: [givenHalfWay(gz.justice)] },
          {
            unit: { code: gz.police },
            reminders: [
              givenHalfWay(gz.police),
              {
                moment: "LIMIT",
                at: later(120).toISOString(),
                remindedAt: later(120).toISOString(),
                to: [{ code: gz.police }, { code: gz.mediation }],
              },
            ],
          },
        ],
      },
    ]);
  });

  it("GZ-16: of a mediation that ended nobody is reminded; one called later has its own time", async () => {
    const number = await called();
    await invite({ number, mediators: [{ unit: gz.committee }] }, people.host, later(110));
    await sit(
      { ...minutes(number), heldAt: later(105), outcome: "AGREED", agreement: "和好" },
      people.host,
      later(115),
    );
    const told = async () => {
      await subgraph.upkeep(later(1_000));
      const [{ count }] = await subgraph.database.query(
        "SELECT count(*)::int AS count FROM log_entry WHERE subject = $1 AND kind = 'TICKET_MEDIATOR_REMINDED' AND at >= $2",
        [number, later(115)],
      );
      return count;
    };
    expect(await told()).toBe(0);
  });
});

describe("a dispute's whistle and its mediation (GZ-15)", () => {
  const blow = (ticket: string, at = night) =>
    does(
      "blowWhistle",
      "BlowWhistleInput",
      {
        kind: "DISPUTE",
        source: "HOTLINE",
        tickets: [ticket],
        noGridYet: true,
        demand: "请到场调解",
        participants: [
          { unit: gz.mediation, role: "LEAD" },
          { unit: gz.justice, role: "ASSISTING" },
        ],
      },
      people.centre,
      at,
      "number state mediations { turn }",
    );
  const whistle = async (number: string, at: Date) => {
    const { data } = await subgraph.ask<{ whistle: Record<string, unknown> }>(
      `query ($number: String!) { whistle(number: $number) {
        state resolvedAt mediations { ticketNumber turn state }
        participants { unit { code } signedAt arrivedAt measuresAt resolvedAt } clocks { step metAt }
      } }`,
      { number },
      { as: people.centre, at },
    );
    return data.whistle;
  };
  const ofTicket = async (number: string) =>
    (await read(number, "turn whistle { number }", people.centre)).nodes;

  it("GZ-15: the whistle calls, the mediators who come have reported for it, and their agreement resolves it", async () => {
    const ticket = await dispute();
    const { answer } = await blow(ticket);
    const number = String(answer?.number);
    expect(answer).toMatchObject({ state: "BLOWN", mediations: [] });
    await open({ number: ticket, host: gz.mediation, mediators: both }, people.centre, later(10));
    expect(await ofTicket(ticket)).toEqual([{ turn: 1, whistle: { number } }]);

    await checkIn(ticket, people.justice, later(30));
    expect(await whistle(number, later(30))).toMatchObject({
      state: "BLOWN",
      mediations: [{ ticketNumber: ticket, turn: 1, state: "OPEN" }],
      participants: expect.arrayContaining([
        expect.objectContaining({
          unit: { code: gz.justice },
          signedAt: later(30).toISOString(),
          arrivedAt: later(30).toISOString(),
        }),
      ]),
      clocks: [{ step: "ARRIVE", metAt: null }],
    });
    const sitting = { ...minutes(ticket), heldAt: later(40) };
    await sit({ ...sitting, outcome: "ADJOURNED", nextSittingAt: later(80) }, people.host, later(50));
    expect(await whistle(number, later(50))).toMatchObject({
      state: "MEASURES_ISSUED",
      clocks: [{ step: "ARRIVE", metAt: later(50).toISOString() }],
    });
    await sit(
      { ...sitting, heldAt: later(80), outcome: "AGREED", agreement: "楼上修管，赔付三百元" },
      people.host,
      later(90),
    );
    expect(await whistle(number, later(90))).toMatchObject({
      state: "RESOLVED",
      resolvedAt: later(90).toISOString(),
    });
    const input = { number, solved: true, note: "双方已签字" };
    const confirmed = await does(
      "confirmWhistle",
      "ConfirmWhistleInput",
      input,
      people.centre,
      later(100),
      "state",
    );
    expect(confirmed.answer).toEqual({ state: "CONFIRMED" });
    const log = await subgraph.database.query("SELECT payload::text FROM log_entry WHERE subject = $1", [
      number,
    ]);
    expect(JSON.stringify(log)).not.toMatch(/鲍某|三百元/);
  });

  it("GZ-14, GZ-15: blown while it is mediated it takes the mediation over; failed levels leave it at work, the last resolves it", async () => {
    const ticket = await called();
    const { answer } = await blow(ticket, later(110));
    const number = String(answer?.number);
    expect(answer?.mediations).toEqual([{ turn: 1 }]);
    const failed = {
      ...minutes(ticket),
      heldAt: later(115),
      outcome: "NOT_AGREED",
      advice: "可申请上级调解",
    };
    await sit(failed, people.host, later(120));
    expect(await whistle(number, later(120))).toMatchObject({ state: "MEASURES_ISSUED", resolvedAt: null });
    const again = { number: ticket, host: gz.districtMediation, mediators: [{ unit: gz.justice }] };
    await open(again, people.centre, later(130));
    expect(await ofTicket(ticket)).toEqual([
      { turn: 2, whistle: { number } },
      { turn: 1, whistle: { number } },
    ]);
    await checkIn(ticket, people.justice, later(140));
    await sit({ ...failed, heldAt: later(150), advice: "可向法院起诉" }, people.districtHost, later(160));
    expect(await whistle(number, later(160))).toMatchObject({
      state: "RESOLVED",
      mediations: [
        { turn: 1, state: "NOT_AGREED" },
        { turn: 2, state: "NOT_AGREED" },
      ],
    });
  });
});

describe("who reads what of a mediation", () => {
  const fields = "ticketNumber ticket { number } sittings { outcome parties agreement }";
  const agreement = "楼上修管，赔付三百元";
  let number: string;
  beforeAll(async () => {
    number = await called({ by: people.resident });
    await sit({ ...minutes(number), outcome: "AGREED", agreement }, people.host, later(150));
  });

  it.each<[string, Principal, { ticket: boolean; agreement: boolean }]>([
    ["the centre", people.centre, { ticket: true, agreement: true }],
    ["the community of the place", people.staff, { ticket: true, agreement: true }],
    ["the one who asked", people.resident, { ticket: true, agreement: true }],
    ["the host, who does not have the ticket", people.host, { ticket: false, agreement: true }],
    ["a mediator who came", people.justice, { ticket: false, agreement: true }],
    ["a mediator who did not", people.police, { ticket: false, agreement: false }],
    ["the grid member", people.member, { ticket: true, agreement: false }],
    ["the data steward of a mediator's bureau", people.steward, { ticket: true, agreement: false }],
    ["the performance office", people.performance, { ticket: true, agreement: false }],
  ])("GZ-15: %s", async (_, as, shown) => {
    const { nodes, errors } = await read(number, fields, as);
    expect(nodes).toEqual([
      {
        ticketNumber: number,
        ticket: shown.ticket ? { number } : null,
        sittings: [
          {
            outcome: "AGREED",
            parties: shown.agreement ? "鲍某、脱某" : null,
            agreement: shown.agreement ? agreement : null,
          },
        ],
      },
    ]);
    expect(errors.map(({ code }) => code)).toEqual(shown.agreement ? [] : ["WITHHELD", "WITHHELD"]);
  });

  it.each([
    ["another resident", people.otherResident],
    ["a unit that was not called", people.committee],
    ["another district", people.elsewhere],
    ["nobody", undefined],
  ])("GZ-15: %s sees none of it", async (_, as) => {
    const { data } = await subgraph.ask<{ disputeMediations: { edges: unknown[] } }>(
      "query ($number: String!) { disputeMediations(filter: { ticket: $number }) { edges { node { turn } } } }",
      { number },
      as ? { as } : {},
    );
    expect(data.disputeMediations.edges).toEqual([]);
  });

  it("under many tickets: one query a part", async () => {
    const statements = await statementsOf(subgraph.database, () =>
      story.must(
        "{ tickets { edges { node { mediations { state mediators { late } sittings { outcome } } } } } }",
        {},
        { as: people.centre },
      ),
    );
    expect(statements).toHaveLength(4);
  });
});

describe("classes of dispute (GZ-16)", () => {
  it("a change is a new version from a later day; a mediation keeps the limit it began under", async () => {
    const answer = await setClass({ amount: 30, unit: "MINUTES", from: "2026-07-01" });
    expect(answer.data?.setDisputeClass).toEqual({ version: 2, amount: 30 });
    const on = async (day: string) => {
      const { data } = await subgraph.ask<{ disputeClasses: object[] }>(
        `{ disputeClasses(district: "${gz.district}", on: "${day}") { version amount unit matter { code } } }`,
        {},
        { as: people.staff },
      );
      return data.disputeClasses;
    };
    expect(await on("2026-06-30")).toEqual([
      { version: 1, amount: 2, unit: "HOURS", matter: { code: neighbours } },
    ]);
    expect(await on("2026-07-01")).toEqual([
      { version: 2, amount: 30, unit: "MINUTES", matter: { code: neighbours } },
    ]);
  });

  it.each<[string, object, Principal, string]>([
    ["by a street", {}, people.staff, "FORBIDDEN"],
    ["by another district's centre", {}, people.elsewhere, "FORBIDDEN"],
    ["from a day past", { from: "2026-05-31" }, people.centre, "DISPUTE_CLASS_IN_THE_PAST"],
    [
      "from a day before its last version",
      { from: "2026-06-02" },
      people.centre,
      "DISPUTE_CLASS_IN_THE_PAST",
    ],
    ["in working hours", { unit: "WORKING_HOURS", from: "2026-09-01" }, people.centre, "BAD_INPUT"],
    ["of no time at all", { amount: 0, from: "2026-09-01" }, people.centre, "BAD_INPUT"],
  ])("is not set %s", async (_, input, as, code) => {
    expect((await setClass(input, as)).errors.map((error) => error.code)).toEqual([code]);
  });
});
