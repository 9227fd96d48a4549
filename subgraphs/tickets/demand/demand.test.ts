import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { creditCodeCheck } from "../../shared/codes.ts";
import type { Principal } from "../../shared/principal.ts";
import {
  type Answers,
  community,
  estate,
  graphOf,
  grid,
  newKey,
  otherGrid,
  people,
  plainAnswers,
  resident,
  TicketStory,
} from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import { DemandStore } from "./demand.store.ts";

const answers: Answers = { ...plainAnswers };
let subgraph: TestSubgraph;
let story: TicketStory;

beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: graphOf(answers) });
  story = new TicketStory(subgraph);
});
afterAll(() => subgraph.close());

const centre = { as: people.dispatcher };
const hotline = {
  kind: "HELP",
  channel: "HOTLINE_12345",
  text: "小区没有充电桩",
  place: { gridCode: grid },
};

interface Reported {
  reportDemand: { number: string; [field: string]: unknown };
}

const report = (
  input: Record<string, unknown>,
  {
    as = people.dispatcher,
    key = newKey(),
    fields = "number",
    at,
  }: { as?: typeof people.dispatcher; key?: string; fields?: string; at?: Date } = {},
) =>
  subgraph.ask<Reported>(
    `mutation ($input: ReportDemandInput!, $key: String!) {
      reportDemand(input: $input, idempotencyKey: $key) { ${fields} }
    }`,
    { input: { ...hotline, ...input }, key },
    at ? { as, at } : { as },
  );

const countTickets = async (): Promise<number> => {
  const [{ count }] = await subgraph.database.query(
    "SELECT (SELECT count(*) FROM ticket) + (SELECT count(*) FROM demand) + (SELECT count(*) FROM demander) AS count",
  );
  return Number(count);
};

describe("one call from open to upload (ZY-9)", () => {
  it("takes in the five elements, photos and position, and opens the ticket", async () => {
    const { data, errors } = await report(
      {
        channel: "SNAP_AND_REPORT",
        title: "缺充电桩",
        who: "12号楼住户",
        happenedAt: "2026-05-31T20:00:00+08:00",
        cause: "设计时未预留",
        course: "多次反映",
        place: { position: { longitude: 117.1, latitude: 40.1 }, text: "南区回迁小区" },
      },
      {
        as: resident("person-1"),
        fields: `number kind urgency text happenedAt cause course placeText longitude latitude media { id } receivedAt
          channel { code nameZh } division { code } grid { code } estate { code } building { code }
          demander { kind name phone creditCode subjects }
          ticket { number state title function origin limitName noGridYet
            steps { name enteredAt } demands { edges { node { number } } } }`,
      },
    );
    expect(errors).toEqual([]);
    expect(data.reportDemand).toMatchObject({
      number: "110117-D-20260601-000001",
      happenedAt: "2026-05-31T12:00:00.000Z",
      placeText: "南区回迁小区",
      longitude: 117.1,
      latitude: 40.1,
      media: [],
      channel: { code: "SNAP_AND_REPORT", nameZh: "随手拍" },
      division: { code: community },
      grid: { code: grid },
      estate: { code: estate },
      building: null,
      demander: {
        kind: "PERSON",
        name: "王小满",
        phone: null,
        creditCode: null,
        subjects: ["person:person-1"],
      },
      ticket: {
        number: "110117-20260601-000001",
        state: "RECEIVED",
        title: "缺充电桩",
        function: "ON_COMPLAINT",
        origin: "ON_COMPLAINT",
        limitName: "ORDINARY",
        noGridYet: false,
        demands: { edges: [{ node: { number: "110117-D-20260601-000001" } }] },
      },
    });
  });

  it("knows its channels as data, each with its function (KF-5, PG-1)", async () => {
    const { channels } = await story.must<{ channels: { code: string }[] }>(
      "{ channels { code name nameZh function } }",
      {},
      centre,
    );
    expect(channels).toContainEqual({
      code: "DEPUTIES_STUDIO",
      name: "Studio of deputies and committee members",
      nameZh: "“两代表一委员”工作室",
      function: "PROACTIVE",
    });
    const { data } = await report({ channel: "OPINION_LINE" }, { fields: "number ticket { function }" });
    expect(data.reportDemand.ticket).toEqual({ function: "PROACTIVE" });
  });

  it("PG-1: is worked under the channel's function when a resident reports; an official may name another", async () => {
    const proactive = { function: "PROACTIVE", urgency: "CRITICAL" };
    const fields = "ticket { function origin limitName }";
    const own = await report(
      { channel: "SNAP_AND_REPORT", ...proactive },
      { as: resident("person-2"), fields },
    );
    expect(own.data.reportDemand.ticket).toEqual({
      function: "ON_COMPLAINT",
      origin: "ON_COMPLAINT",
      limitName: "EMERGENCY",
    });
    const taken = await report(proactive, { fields });
    expect(taken.data.reportDemand.ticket).toMatchObject({ function: "PROACTIVE", origin: "PROACTIVE" });
  });

  it.each(["CONSULTATION", "HELP", "COMPLAINT", "REPORT", "SUGGESTION"])(
    "takes in a %s (KF-6)",
    async (kind) => {
      const { data } = await report({ kind }, { fields: "number kind" });
      expect(data.reportDemand.kind).toBe(kind);
    },
  );
});

describe("where it is", () => {
  const places = (place: Record<string, unknown>, as = people.dispatcher) =>
    report(
      { place },
      {
        as,
        fields:
          "number division { code } grid { code } estate { code } building { code } ticket { noGridYet }",
      },
    );

  it.each([
    ["the code of a building (ZY-14)", { buildingCode: "QR-1" }, { grid, estate }],
    ["a grid code", { gridCode: otherGrid }, { grid: otherGrid, estate: null }],
    [
      "a position",
      { position: { longitude: 117.1, latitude: 40.1, datum: "GCJ02" } },
      { grid, estate: null },
    ],
    ["a name within the district", { text: "南区回迁小区" }, { grid, estate }],
    ["a grid code and a name", { gridCode: otherGrid, text: "南区回迁小区" }, { grid: otherGrid, estate }],
    ["an estate alone", { estateCode: estate }, { grid: null, estate }],
    ["nothing but words nobody knows", { text: "老槐树旁边" }, { grid: null, estate: null }],
    [
      "the grid rather than an estate that lies elsewhere",
      { gridCode: otherGrid, estateCode: "430105010003-E01" },
      { grid: otherGrid, estate: null },
    ],
  ])("is found by %s", async (_, place, found) => {
    const { data, errors } = await places(place);
    expect(errors).toEqual([]);
    expect(data.reportDemand).toMatchObject({
      grid: found.grid && { code: found.grid },
      estate: found.estate && { code: found.estate },
      ticket: { noGridYet: found.grid === null },
    });
  });

  it.each([
    [
      "the community of a building that no grid covers yet",
      () => ({ grid: null, estate: null, division: { code: community } }),
      { grid: null, division: { code: community }, building: { code: "QR-1" } },
    ],
    [
      "where the reporter is, if the code is on no wall",
      () => null,
      { grid: null, division: { code: "110117" }, building: null },
    ],
    [
      "where the reporter is, and the code to be looked up later, if nobody can look it up now",
      () => {
        throw new Error("connection refused");
      },
      { grid: null, division: { code: "110117" }, building: { code: "QR-1" } },
    ],
  ])("a scanned code gives %s (ZY-14)", async (_, answer, found) => {
    const usual = answers.building;
    answers.building = answer;
    const { data, errors } = await places({ buildingCode: "QR-1" });
    if (usual) answers.building = usual;
    expect(errors).toEqual([]);
    expect(data.reportDemand).toMatchObject(found);
  });

  it("takes a report in although the grid centre's system is down, and says it has no grid yet (BJ-12)", async () => {
    const usual = answers.gridAt;
    answers.gridAt = () => {
      throw new Error("connection refused");
    };
    const { data, errors } = await places(
      { position: { longitude: 117.1, latitude: 40.1 } },
      people.secretary,
    );
    if (usual) answers.gridAt = usual;
    expect(errors).toEqual([]);
    expect(data.reportDemand).toMatchObject({
      grid: null,
      division: { code: community },
      ticket: { noGridYet: true },
    });
  });

  it("is a division of the grid centre's, where the caller names no more", async () => {
    answers.division = ({ code }) => (String(code).startsWith("110117599") ? null : { code });
    const [unknown, misspelt, known] = [
      await places({ division: "110117599" }),
      await places({ estateCode: "110117599001-E01" }),
      await places({ division: community }),
    ];
    delete answers.division;
    expect([...unknown.errors, ...misspelt.errors].map(({ code }) => code)).toEqual([
      "NOT_FOUND",
      "NOT_FOUND",
    ]);
    expect(known.data.reportDemand).toMatchObject({ division: { code: community } });
  });

  it("is the community of a grid member whose token names the grid", async () => {
    const { data } = await places({ text: "老槐树旁边" }, { ...people.gridMember, division: grid });
    expect(data.reportDemand).toMatchObject({ division: { code: community }, grid: null });
  });

  it("does not guess between two places of one name (domain §1.9)", async () => {
    const usual = answers.resolvePlace;
    const candidate = (code: string) => ({
      division: { code: code.slice(0, 12) },
      estate: null,
      grid: { code },
      matchedName: "马坊",
      confidence: 0.8,
    });
    answers.resolvePlace = () => [candidate(grid), candidate("110117006001001")];
    const { data } = await places({ text: "马坊" });
    if (usual) answers.resolvePlace = usual;
    expect(data.reportDemand).toMatchObject({ grid: null, division: { code: "110117" } });
  });
});

describe("what is refused, with nothing half-written", () => {
  const firm = { kind: "FIRM", name: "平谷某建材有限公司" };

  it.each([
    ["an empty text", { text: "  " }, "BAD_INPUT"],
    ["a text too long", { text: "诉".repeat(4001) }, "BAD_INPUT"],
    ["a person described too long", { who: "人".repeat(501) }, "BAD_INPUT"],
    ["a reason too long", { cause: "因".repeat(2001) }, "BAD_INPUT"],
    ["a course too long", { course: "经".repeat(2001) }, "BAD_INPUT"],
    ["a place described too long", { place: { gridCode: grid, text: "地".repeat(501) } }, "BAD_INPUT"],
    ["a day that has not come", { happenedAt: "2026-06-02T09:00:00+08:00" }, "BAD_INPUT"],
    ["a photo somewhere on the web", { media: ["https://photos.example/1.jpg"] }, "BAD_INPUT"],
    ["a photo that was never sent", { media: [randomUUID()] }, "MEDIA_NOT_TO_BE_HAD"],
    ["ten photos", { media: Array.from({ length: 10 }, () => randomUUID()) }, "TOO_MANY_MEDIA"],
    [
      "longitude and latitude swapped",
      { place: { position: { longitude: 40.1, latitude: 117.1 } } },
      "BAD_INPUT",
    ],
    ["a place without district", { place: { division: "11" } }, "BAD_INPUT"],
    ["a phone of ten digits", { demander: { name: "王小满", phone: "1380000000" } }, "BAD_INPUT"],
    ["a demander without name", { demander: { name: " " } }, "BAD_INPUT"],
    ["a firm without credit code", { demander: firm }, "BAD_INPUT"],
    [
      "a person with a credit code",
      { demander: { name: "王小满", creditCode: "91350100M000100Y43" } },
      "BAD_INPUT",
    ],
    [
      "a credit code with a wrong check character",
      { demander: { ...firm, creditCode: "91350100M000100Y4Z" } },
      "BAD_CODE",
    ],
    ["a grid code of 14 digits", { place: { gridCode: "11011700500100" } }, "BAD_CODE"],
    ["an estate code of another shape", { place: { estateCode: "110117-E1" } }, "BAD_INPUT"],
    ["a channel nobody opened", { channel: "CARRIER_PIGEON" }, "UNKNOWN_CHANNEL"],
  ])("%s", async (_, input, code) => {
    const before = await countTickets();
    const { errors } = await report(input);
    expect(errors.map((error) => error.code)).toEqual([code]);
    expect(await countTickets()).toBe(before);
  });

  it.each([
    ["a department", people.housing],
    ["a secretary for another community", people.neighbourSecretary],
    ["the centre of another district", people.otherDistrict],
    ["the establishment office", people.listKeeper],
  ])("intake by %s (GZ-16)", async (_, as) => {
    expect((await report({}, { as })).errors).toMatchObject([{ code: "NO_INTAKE_HERE" }]);
  });

  it("anybody without a token", async () => {
    const { errors } = await subgraph.ask(
      `mutation ($input: ReportDemandInput!) { reportDemand(input: $input, idempotencyKey: "${newKey()}") { number } }`,
      { input: hotline },
    );
    expect(errors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
  });
});

describe("the same report sent twice on a bad network (§6.7)", () => {
  it("opens one ticket, whether one after the other or at once", async () => {
    const key = newKey();
    const before = await countTickets();
    const first = await report({}, { key });
    const others = await Promise.all([1, 2, 3].map(() => report({}, { key })));
    for (const other of others) expect(other).toEqual(first);
    expect(await countTickets()).toBe(before + 2);
  });

  it("with other words under the same key is refused", async () => {
    const key = newKey();
    await report({}, { key });
    expect((await report({ text: "另一件事" }, { key })).errors).toMatchObject([
      { code: "IDEMPOTENCY_KEY_REUSED" },
    ]);
  });

  it("numbers run without gaps, a refused report takes none", async () => {
    const number = async () => (await report({})).data.reportDemand.number.slice(-6);
    const first = Number(await number());
    await report({ text: " " });
    expect(Number(await number())).toBe(first + 1);
  });
});

describe("who the demander is", () => {
  const contact = "number demander { name phone }";

  it("is told apart by credit code, phone or person, and known again", async () => {
    const caller = { name: "欧阳小满", phone: "13812345678" };
    const { data } = await report({ demander: caller }, { fields: contact });
    expect(data.reportDemand.demander).toEqual(caller);
    const before = await countTickets();
    await report({ demander: caller, text: "楼道灯坏了三天，夜里很黑" });
    expect(await countTickets()).toBe(before + 2);
  });

  it("KF-5: the same words again within minutes are one demand sent twice, unless the first is not the reporter's to see", async () => {
    const again = {
      text: "单元门禁失灵，外人随意进出",
      demander: { name: "司马小雨", phone: "13812345679" },
    };
    const { data } = await report(again, { fields: "ticket { number }" });
    const { number } = data.reportDemand.ticket as unknown as { number: string };
    const both = await Promise.all([report(again), report(again)]);
    for (const { errors } of both) {
      expect(errors).toMatchObject([
        {
          code: "DEMAND_SENT_AGAIN",
          rule: "KF-5",
          details: { ticket: number },
          allowed: { values: [number] },
        },
      ]);
    }
    const later = new Date("2026-06-01T09:10:00+08:00");
    const stranger = resident("person-stranger");
    for (const [more, asker] of [
      [{ channel: "DIGITAL_CITY" }, {}],
      [{ text: "单元门禁失灵，已有人闯入" }, {}],
      [{}, { at: later }],
      [{}, { as: stranger }],
    ] as const) {
      expect((await report({ ...again, ...more }, asker)).errors).toEqual([]);
    }
  });

  it("a firm by its credit code, whose name is no secret (PG-13)", async () => {
    const { data } = await report(
      { demander: { kind: "FIRM", name: "榕城某公司", creditCode: "91350100M000100Y43" } },
      { fields: "number demander { kind creditCode name }" },
    );
    expect(data.reportDemand.demander).toEqual({
      kind: "FIRM",
      creditCode: "91350100M000100Y43",
      name: "榕城某公司",
    });
  });

  it("a caller the dispatcher takes it in for, who then follows it, their own telephone in clear", async () => {
    const caller = { name: "安秀兰", phone: "13800000009" };
    const as = { ...people.dispatcher, onBehalfOf: "person-caller" };
    const { data } = await report({ demander: caller }, { as });
    const followed = (who: string) =>
      subgraph.ask(
        "query ($number: String!) { demand(number: $number) { demander { name phone } } }",
        { number: data.reportDemand.number },
        { as: resident(who) },
      );
    expect((await followed("person-caller")).data).toEqual({ demand: { demander: caller } });
    expect((await followed("person-other")).data).toEqual({ demand: null });
  });

  it("a resident who claims somebody's phone and name does not see that person's demands", async () => {
    const victim = { name: "赵立", phone: "13900001111" };
    const { data } = await report({ demander: victim }, { fields: "number ticket { number }" });
    const claimant = resident("person-claimant");
    await report({ demander: victim }, { as: claimant });
    const { data: seen } = await subgraph.ask(
      "query ($demand: String!, $ticket: String!) { demand(number: $demand) { number } ticket(number: $ticket) { number } }",
      {
        demand: data.reportDemand.number,
        ticket: (data.reportDemand.ticket as { number: string }).number,
      },
      { as: claimant },
    );
    expect(seen).toEqual({ demand: null, ticket: null });
  });
});

describe("what enterprises ask (企业诉求)", () => {
  const creditCode = "91110117MA00000P16";
  const asks = (at: string) =>
    story.report(
      { demander: { kind: "FIRM", name: "马坊某公司", creditCode } },
      { as: people.dispatcher, at: new Date(at) },
    );

  it("PG-13: by credit code and month, as far as the tickets may be seen, from the enterprise's side too", async () => {
    await asks("2026-03-05T09:00:00+08:00");
    await asks("2026-03-31T23:59:00+08:00");
    await asks("2026-04-01T00:00:00+08:00");
    await report({ demander: { kind: "PERSON", name: "安秀兰" } });
    const counts = async (from: string, until: string, as: Principal = people.dispatcher) => {
      const { data, errors } = await subgraph.ask<{ enterpriseDemands: object[] }>(
        `{ enterpriseDemands(division: "110117", from: "${from}", until: "${until}") {
             month demands answered solved ledgered business { creditCode } } }`,
        {},
        { as },
      );
      return errors[0]?.code ?? data.enterpriseDemands;
    };
    const none = { answered: 0, solved: 0, ledgered: 0, business: { creditCode } };
    expect(await counts("2026-03-01", "2026-04-30")).toEqual([
      { month: "2026-03-01", demands: 2, ...none },
      { month: "2026-04-01", demands: 1, ...none },
    ]);
    expect(await counts("2026-03-06", "2026-03-31")).toEqual([{ month: "2026-03-01", demands: 1, ...none }]);
    expect(await counts("2026-03-01", "2026-04-30", people.neighbourSecretary)).toEqual([]);
    expect(await counts("2026-03-01", "2026-04-30", people.otherDistrict)).toEqual([]);
    expect(await counts("2025-01-01", "2026-04-30")).toBe("BAD_INPUT");

    const side = async (as: Principal) => {
      const { data } = await subgraph.ask<{ _entities: { demands: { edges: unknown[] } }[] }>(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Business {
           demands(first: 2) { edges { node { receivedAt demander { name } } } pageInfo { hasNextPage } } } } }`,
        { of: [{ __typename: "Business", creditCode }] },
        { as },
      );
      return data._entities[0]?.demands;
    };
    expect(await side(people.dispatcher)).toEqual({
      edges: [
        { node: { receivedAt: "2026-03-31T16:00:00.000Z", demander: { name: "马坊某公司" } } },
        { node: { receivedAt: "2026-03-31T15:59:00.000Z", demander: { name: "马坊某公司" } } },
      ],
      pageInfo: { hasNextPage: true },
    });
    expect(await side(people.otherDistrict)).toMatchObject({ edges: [] });
    expect(await side(resident("nobody-of-them"))).toMatchObject({ edges: [] });
  });
});

describe("the month's report on what enterprises asked (企业诉求综合考评报告)", () => {
  it("PG-13: together and by enterprise, each figure with what it is told over, a merged demand with where it goes on", async () => {
    const place = { gridCode: "110117005001002" };
    const [one = "", other = ""] = ["91110117MA00000P1", "91110117MA00000P2"].map(
      (first17) => `${first17}${creditCodeCheck(first17)}`,
    );
    const asked = async (creditCode: string, at: string) =>
      story.report(
        { place, demander: { kind: "FIRM", name: "马坊某公司", creditCode } },
        { as: people.dispatcher, at: new Date(at) },
      );
    const numbers = {
      satisfied: await asked(one, "2027-05-01T00:00:00+08:00"),
      late: await asked(one, "2027-05-02T09:00:00+08:00"),
      merged: await asked(one, "2027-05-03T09:00:00+08:00"),
      waiting: await asked(other, "2027-05-31T23:00:00+08:00"),
      nextMonth: await asked(other, "2027-06-01T00:00:00+08:00"),
    };
    const put = (number: string, columns: string) =>
      subgraph.database.query(`UPDATE ticket SET ${columns} WHERE number = $1`, [number]);
    await put(
      numbers.satisfied,
      "feedback_at = due_at, solved = true, called_back_at = due_at, confirmed_solved = true, satisfaction = 'SATISFIED'",
    );
    await put(
      numbers.late,
      "feedback_at = due_at + interval '1 ms', solved = true, called_back_at = due_at + interval '1 day', confirmed_solved = false, satisfaction = 'BASICALLY_SATISFIED', ledgered_at = due_at",
    );
    await put(numbers.merged, `state = 'MERGED', merged_into_number = '${numbers.satisfied}'`);

    const reported = async (month: string, at: string, as: Principal = people.dispatcher) => {
      const { enterpriseDemandReport } = await story.must<{
        enterpriseDemandReport: { total: object; byEnterprise: object[] };
      }>(
        `query ($month: LocalDate!) { enterpriseDemandReport(division: "110117005001", month: $month) {
           month enterprises division { code } total { ...figures } byEnterprise { ...figures } } }
         fragment figures on EnterpriseDemandCount { business { creditCode }
           demands answered due onTime solved calledBack confirmedSolved satisfied basicallySatisfied ledgered }`,
        { month },
        { as, at: new Date(at) },
      );
      return enterpriseDemandReport;
    };
    const figures = (creditCode: string | null, ...[demands, answered, due, onTime, solved]: number[]) => ({
      business: creditCode && { creditCode },
      demands,
      answered,
      due,
      onTime,
      solved,
    });
    const word = { calledBack: 3, confirmedSolved: 2, satisfied: 2, basicallySatisfied: 1, ledgered: 1 };
    const none = { calledBack: 0, confirmedSolved: 0, satisfied: 0, basicallySatisfied: 0, ledgered: 0 };
    expect(await reported("2027-05-17", "2027-06-01T09:00:00+08:00")).toEqual({
      month: "2027-05-01",
      enterprises: 2,
      division: { code: "110117005001" },
      total: { ...figures(null, 4, 3, 3, 2, 3), ...word },
      byEnterprise: [
        { ...figures(one, 3, 3, 3, 2, 3), ...word },
        { ...figures(other, 1, 0, 0, 0, 0), ...none },
      ],
    });
    // Unanswered past its limit it counts as due; of the next month nothing was in the report.
    const { total } = await reported("2027-05-01", "2027-08-01T09:00:00+08:00");
    expect(total).toMatchObject({ demands: 4, due: 4, onTime: 2 });
    expect((await reported("2027-06-30", "2027-08-01T09:00:00+08:00")).total).toMatchObject({ demands: 1 });
    expect(await reported("2027-05-01", "2027-08-01T09:00:00+08:00", people.otherDistrict)).toMatchObject({
      enterprises: 0,
      byEnterprise: [],
      total: { demands: 0 },
    });
  });
});

describe("the pool of what nobody complained of (未诉先办工单池)", () => {
  it("PG-14: each stands where it was routed: simple ones dispatched, complex ones whistled, the dismissed with a reason", async () => {
    const day = new Date("2028-03-01T09:00:00+08:00");
    const at = { as: people.dispatcher, at: day };
    const taken = (channel: string) => story.report({ channel, place: { gridCode: otherGrid } }, at);
    const [fresh, screened, sent, whistled, merged, dismissed, complained] = [
      await taken("OPINION_LINE"),
      await taken("MEDIA"),
      await taken("HOUSEHOLD_VISIT"),
      await taken("DEPUTIES_STUDIO"),
      await taken("SENSOR"),
      await taken("DELIBERATION"),
      await taken("HOTLINE_12345"),
    ];
    for (const number of [screened, sent, whistled]) await story.match(number, at);
    for (const number of [sent, whistled]) await story.move("dispatchTicket", number, at);
    await subgraph.database.query(
      "UPDATE ticket SET state = 'WHISTLED', whistled_at = $2 WHERE number = $1",
      [whistled, day],
    );
    await story.move("mergeTickets", merged, at, `into: "${fresh}"`);
    await story.move("rejectTicket", dismissed, at, 'grounds: "经核实不属实"');

    const standing = async (number: string) => {
      const { ticket } = await story.must<{ ticket: object }>(
        "query ($number: String!) { ticket(number: $number) { poolState rejectionGrounds } }",
        { number },
        at,
      );
      return ticket;
    };
    const grounds = { rejectionGrounds: null };
    for (const [number, poolState] of [
      [fresh, "NEW"],
      [screened, "SCREENED"],
      [sent, "DISPATCHED"],
      [whistled, "WHISTLED"],
      [merged, "MERGED"],
      [complained, null],
    ] as const) {
      expect(await standing(number)).toEqual({ poolState, ...grounds });
    }
    expect(await standing(dismissed)).toEqual({ poolState: "DISMISSED", rejectionGrounds: "经核实不属实" });

    const routed = async (number: string) =>
      (
        await story.must<{ ticket: { poolRoute: string | null } }>(
          "query ($number: String!) { ticket(number: $number) { poolRoute } }",
          { number },
          at,
        )
      ).ticket.poolRoute;
    expect([
      await routed(fresh),
      await routed(screened),
      await routed(sent),
      await routed(complained),
    ]).toEqual([null, "DISPATCH", null, null]);
    const toOne = "UPDATE ticket SET matched_unit_code = $2 WHERE number = $1 RETURNING matched_unit_code";
    await subgraph.database.query(toOne, [screened, null]);
    expect(await routed(screened)).toBe("WHISTLE");

    const counted = async (as: Principal) => {
      const { proactivePool } = await story.must<{ proactivePool: { state: string; tickets: number }[] }>(
        '{ proactivePool(division: "110117", from: "2028-03-01", until: "2028-03-01") { state tickets } }',
        {},
        { ...at, as },
      );
      return Object.fromEntries(proactivePool.map(({ state, tickets }) => [state, tickets]));
    };
    const all = (tickets: number) =>
      Object.fromEntries(
        ["NEW", "SCREENED", "DISPATCHED", "WHISTLED", "MERGED", "DISMISSED"].map((state) => [state, tickets]),
      );
    expect(await counted(people.dispatcher)).toEqual(all(1));
    expect(await counted(people.otherDistrict)).toEqual(all(0));
  });
});

describe("a petition day (信访接待日)", () => {
  const today = "2026-06-01";
  const announce = (input: object, as: Principal) =>
    subgraph.ask<{ announcePetitionDay: { id: string; unit: { code: string } } }>(
      `mutation ($input: PetitionDayInput!, $key: String!) {
        announcePetitionDay(input: $input, idempotencyKey: $key) { id unit { code } } }`,
      {
        input: {
          day: today,
          leaderName: "成文君",
          leaderPost: "镇党委书记",
          place: "镇群众接待室",
          ...input,
        },
        key: newKey(),
      },
      { as },
    );
  const demander = { name: "居民", phone: "13900008888" };
  const petitioned = (day: string, more: object = {}, as: Principal = people.dispatcher) =>
    report({ channel: "PETITION_DAY", demander, petition: { day, seenInPerson: true }, ...more }, { as });
  const codeOf = ({ errors }: { errors: readonly { code: unknown }[] }) => errors[0]?.code;

  it("GZ-17: is announced by the unit itself, today or later, once, for everybody to read", async () => {
    const { data } = await announce({}, people.townLeader);
    expect(data.announcePetitionDay.unit).toEqual({ code: "110117005" });
    expect(codeOf(await announce({}, people.townLeader))).toBe("PETITION_DAY_TWICE");
    expect(codeOf(await announce({ day: "2026-05-31" }, people.townLeader))).toBe("PETITION_DAY_OVER");
    for (const as of [people.secretary, people.housingChief, resident("anybody")]) {
      expect(codeOf(await announce({}, as))).toBe("PETITION_DAY_WRONG_POST");
    }
    const { data: seen } = await subgraph.ask(
      `{ petitionDays(division: "110117", from: "2026-06-01", until: "2026-06-30") { edges { node {
          id day leaderName leaderPost place unit { code } } } } }`,
      {},
      {},
    );
    expect(seen).toEqual({
      petitionDays: {
        edges: [
          {
            node: {
              id: data.announcePetitionDay.id,
              day: today,
              leaderName: "成文君",
              leaderPost: "镇党委书记",
              place: "镇群众接待室",
              unit: { code: "110117005" },
            },
          },
        ],
      },
    });
  });

  it("GZ-17: what the leader heard is taken in on the very day, by its channel alone, with whom they saw", async () => {
    const { data } = await announce({ leaderName: "安国栋" }, people.townLeader);
    const day = data.announcePetitionDay.id;
    const tomorrow = await announce({ day: "2026-06-02" }, people.townLeader);
    const elsewhere = { place: { gridCode: "110117006001001" } };
    for (const [refused, code] of [
      [petitioned(day, { petition: undefined }), "PETITION_DAY_AND_CHANNEL"],
      [petitioned(day, { channel: "HOTLINE_12345" }), "PETITION_DAY_AND_CHANNEL"],
      [petitioned("no-such-day"), "PETITION_DAY_UNKNOWN"],
      [petitioned(tomorrow.data.announcePetitionDay.id), "PETITION_DAY_NOT_TODAY"],
      [petitioned(day, elsewhere), "PETITION_DAY_ELSEWHERE"],
      [petitioned(day, { demander: undefined }), "PETITIONER_NOT_NAMED"],
    ] as const) {
      expect(codeOf(await refused)).toBe(code);
    }
    const heard = await petitioned(day);
    expect(heard.errors).toEqual([]);
    // Collected by the grid ahead of any complaint, heard by nobody: it stands in the pool.
    const collected = await report({ channel: "HOUSEHOLD_VISIT" }, { as: people.gridMember });
    expect(collected.errors).toEqual([]);

    const { errors, data: kept } = await subgraph.ask<{ demand: object }>(
      `query ($number: String!) { demand(number: $number) { seenInPerson channel { code } petitionDay {
          leaderName demands(first: 5) { edges { node { number } } } } } }`,
      { number: heard.data.reportDemand.number },
      { as: people.dispatcher },
    );
    expect(errors).toEqual([]);
    expect(kept.demand).toEqual({
      seenInPerson: true,
      channel: { code: "PETITION_DAY" },
      petitionDay: {
        leaderName: "安国栋",
        demands: { edges: [{ node: { number: heard.data.reportDemand.number } }] },
      },
    });
    const { tickets: pool } = await story.must<{
      tickets: { edges: { node: { channels: { code: string }[] } }[] };
    }>(
      `{ tickets(filter: { division: "110117005", function: PROACTIVE }, first: 100) { edges { node { channels { code } } } } }`,
      {},
      { as: people.dispatcher },
    );
    const channels = new Set(pool.edges.flatMap(({ node }) => node.channels.map(({ code }) => code)));
    expect(channels).toContain("HOUSEHOLD_VISIT");
    expect(channels).not.toContain("PETITION_DAY");
    for (const as of [people.otherDistrict, people.neighbourSecretary]) {
      const { data: theirs } = await subgraph.ask<{
        petitionDays: { edges: { node: { demands: object } }[] };
      }>(
        `{ petitionDays(division: "110117", from: "${today}", until: "${today}") { edges { node { demands(first: 5) { edges { node { number } } } } } } }`,
        {},
        { as },
      );
      for (const { node } of theirs.petitionDays.edges) expect(node.demands).toEqual({ edges: [] });
    }
  });
});

describe("demands under tickets", () => {
  it("are answered for many tickets in one query, demanders and channels in one each", async () => {
    const lists = vi.spyOn(DemandStore.prototype, "listOfTickets");
    const demanders = vi.spyOn(DemandStore.prototype, "demanders");
    await story.must(
      `{ tickets(first: 20) { edges { node {
        demands(first: 3) { edges { node { demander { name } channel { code } } } }
      } } } }`,
      {},
      centre,
    );
    expect(lists.mock.calls.map(([numbers]) => numbers.length)).toEqual([20]);
    expect(demanders).toHaveBeenCalledTimes(1);
    lists.mockRestore();
    demanders.mockRestore();
  });

  it("page to the end of a ticket into which many were merged (KF-5)", async () => {
    const goesOn = await story.report();
    for (let n = 0; n < 4; n++) {
      await story.move("mergeTickets", await story.report(), centre, `into: "${goesOn}"`);
    }
    const numbers: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { ticket }: { ticket: { demands: Demands } } = await story.must(
        `query ($number: String!, $after: String) { ticket(number: $number) {
          demands(first: 2, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } }
        } }`,
        { number: goesOn, after },
        centre,
      );
      numbers.push(...ticket.demands.edges.map(({ node }) => node.number));
      after = ticket.demands.pageInfo.endCursor;
      more = ticket.demands.pageInfo.hasNextPage;
    }
    expect(numbers).toHaveLength(5);
    expect([...new Set(numbers)].sort()).toEqual(numbers);
  });
});

interface Demands {
  readonly edges: readonly { readonly node: { readonly number: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
