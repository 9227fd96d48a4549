import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { PostHolder } from "../../../infra/issuer/post-holder.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { letInto } from "../../testkit/let-into.ts";
import type { Mode, TestStack } from "../../testkit/stack.ts";
import { calledBack } from "../called-back.ts";
import { item, matter, place, unit } from "../ground.ts";
import { type Journey, journeyThrough } from "../journey.ts";
import { reported } from "../reported.ts";

const lookUp = readFileSync(
  join(import.meta.dirname, "../../../schema/operations/case-across-departments.graphql"),
  "utf8",
);

interface Looked {
  readonly data: {
    readonly case: {
      readonly tickets: { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[] };
      readonly [part: string]: unknown;
    };
  };
  /** Code, owner and reason of everything that is missing. */
  readonly missing: readonly string[];
}

/** The same answer with a null wherever it has a field of the name. */
const without = (answer: Looked["data"], field: string): Looked["data"] =>
  JSON.parse(JSON.stringify(answer), (name, value) => (name === field ? null : value));

async function onDatabase(url: string, statement: string, values: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}

/**
 * 开福 西长街 market (KF-5 to KF-18): dirt at an old market, two callers, a street that whistles to four bodies, measures
 * within five working days across the National Day holiday, and grades in the end; then the same gone wrong.
 */
export function xichangjieMarket(on: () => TestStack, mode: Mode): void {
  let stack: TestStack;
  let journey: Journey;
  const numbers = { ticket: "", second: "", whistle: "", late: "", emergency: "", misuse: "" };

  beforeAll(() => {
    stack = on();
    journey = journeyThrough(stack);
  });

  const report = (post: string, channel: string, text: string): Promise<string> =>
    reported(journey, post, {
      kind: "COMPLAINT",
      channel,
      text,
      place: { gridCode: place.marketGrid },
      demander: { kind: "PERSON", name: "黎晓芸", phone: "13900000001" },
    });

  /** From intake to the unit that has it in hand. */
  const dispatched = async (text: string, verified = true): Promise<string> => {
    const number = await report("kaifu-dispatcher", "HOTLINE_12345", text);
    if (verified) {
      const input = { findings: "现场核实：设施老旧，社区无力解决", communityCanSolve: false };
      await journey.does("kaifu-community-staff", "verifyTicket", { number, input });
    }
    await journey.does("kaifu-dispatcher", "matchTicket", { number, input: { matter: matter.market } });
    await journey.does("kaifu-dispatcher", "dispatchTicket", { number });
    return number;
  };

  const tackling = (tickets: string[]) => ({
    kind: "TACKLING",
    source: "HOTLINE",
    demand: "西长街农贸市场环境脏乱、设施老旧，请四家单位共同整治",
    tickets,
    grid: place.marketGrid,
    noGridYet: false,
    assembly: [],
    participants: [
      { unit: unit.market, role: "LEAD", item: item.market },
      { unit: unit.urban, role: "ASSISTING", item: item.urban },
      { unit: unit.commerce, role: "ASSISTING", item: item.commerce },
      { unit: unit.investment, role: "ASSISTING" },
    ],
  });

  it("KF-5: the same matter from two channels is one ticket that keeps both callers", async () => {
    journey.at("2019-09-23T09:00:00+08:00");
    numbers.ticket = await report(
      "kaifu-dispatcher",
      "HOTLINE_12345",
      "西长街农贸市场污水横流，下雨天根本没法走，希望尽快处理。",
    );
    numbers.second = await report(
      "kaifu-community-secretary",
      "LETTERS_AND_VISITS",
      "菜市场设施老旧、卫生太差，反映多次了。",
    );
    await journey.does("kaifu-dispatcher", "mergeTickets", { number: numbers.second, into: numbers.ticket });
    const { ticket } = await journey.sees<{
      ticket: { demands: { edges: unknown[] }; channels: { code: string }[]; merged: { number: string }[] };
    }>(
      "kaifu-dispatcher",
      "query ($n: String!) { ticket(number: $n) { demands { edges { node { text } } } channels { code } merged { number } } }",
      { n: numbers.ticket },
    );
    expect(ticket.demands.edges).toHaveLength(2);
    expect(ticket.channels.map(({ code }) => code).sort()).toEqual(["HOTLINE_12345", "LETTERS_AND_VISITS"]);
    expect(ticket.merged).toEqual([{ number: numbers.second }]);
  });

  it("KF-7: no whistle before the community has verified on site", async () => {
    journey.at("2019-09-23T10:00:00+08:00");
    const unverified = await dispatched("西长街农贸市场垃圾未清运。", false);
    const refusal = await journey.isRefused("kaifu-street-leader", "blowWhistle", {
      input: tackling([unverified]),
    });
    expect(refusal).toMatchObject({ code: "WHISTLE_UNVERIFIED", rule: "KF-7" });
  });

  it("PG-5, GZ-11: matching names the item, the body and the list version of the day", async () => {
    journey.at("2019-09-24T09:00:00+08:00");
    const number = numbers.ticket;
    const input = { findings: "现场核实：污水井堵塞，棚顶破损", communityCanSolve: false };
    await journey.does("kaifu-community-staff", "verifyTicket", { number, input });
    const matched = await journey.does(
      "kaifu-dispatcher",
      "matchTicket",
      { number, input: { matter: matter.market } },
      "{ state item { code legalBasis sample } matchedUnit { name } listVersion matchedOn }",
    );
    expect(matched).toEqual({
      state: "MATCHED",
      item: { code: item.market, legalBasis: "示例依据", sample: true },
      matchedUnit: { name: "区市场监管局" },
      listVersion: 1,
      matchedOn: "2019-09-24",
    });
    await journey.does("kaifu-dispatcher", "dispatchTicket", { number });
    await journey.does("kaifu-market-responder", "signTicket", { number });
  });

  it("KF-10: only the sub-district blows the tackling whistle, with exactly one lead and assisting departments", async () => {
    journey.at("2019-09-26T09:30:00+08:00");
    const tickets = [numbers.ticket];
    const asked = tackling(tickets);
    const refused = (post: string, input: object) => journey.isRefused(post, "blowWhistle", { input });
    expect((await refused("kaifu-community-secretary", asked)).code).toBe("WHISTLE_WRONG_BLOWER");
    const leaderless = asked.participants.map((each) => ({ ...each, role: "ASSISTING" }));
    expect((await refused("kaifu-street-leader", { ...asked, participants: leaderless })).code).toBe(
      "WHISTLE_ONE_LEAD",
    );
    const alone = asked.participants.slice(0, 1);
    expect((await refused("kaifu-street-leader", { ...asked, participants: alone })).code).toBe(
      "WHISTLE_ASSISTING_COUNT",
    );
  });

  it("KF-10: blown on Thursday 2019-09-26, measures are due at the end of 2019-10-09", async () => {
    const whistle = await journey.does<{
      number: string;
      state: string;
      clocks: { step: string; dueAt: string }[];
    }>(
      "kaifu-street-leader",
      "blowWhistle",
      { input: tackling([numbers.ticket]) },
      "{ number state clocks { step dueAt } participants { unit { name } role chiefResponderName byContract } }",
    );
    numbers.whistle = whistle.number;
    expect(whistle.state).toBe("BLOWN");
    expect(whistle.clocks).toEqual([{ step: "MEASURES", dueAt: "2019-10-09T16:00:00.000Z" }]);
    expect(whistle).toMatchObject({
      participants: expect.arrayContaining([
        {
          unit: { name: "区市场监管局" },
          role: "LEAD",
          chiefResponderName: "示例主要负责人",
          byContract: false,
        },
        {
          unit: { name: "区城投公司" },
          role: "ASSISTING",
          chiefResponderName: "示例主要负责人",
          byContract: true,
        },
      ]),
    });
    const { ticket } = await journey.sees<{ ticket: { state: string } }>(
      "kaifu-dispatcher",
      "query ($n: String!) { ticket(number: $n) { state } }",
      {
        n: numbers.ticket,
      },
    );
    expect(ticket.state).toBe("WHISTLED");
  });

  it("a responder of a department that was not called cannot answer", async () => {
    const refusal = await journey.isRefused("pinggu-housing-responder", "signWhistle", {
      number: numbers.whistle,
    });
    expect(["NOT_FOUND", "WHISTLE_NOT_CALLED"]).toContain(refusal.code);
  });

  it("two clerks sign the same whistle at once: one signature, the other is told (6.7)", async () => {
    journey.at("2019-09-26T14:00:00+08:00");
    const query =
      "mutation ($n: String!, $k: String!) { signWhistle(number: $n, idempotencyKey: $k) { state } }";
    const answers = await Promise.all(
      ["kaifu-market-responder", "kaifu-market-chief"].map((post) =>
        stack.ask(query, { n: numbers.whistle, k: `at-once-${post}` }, post),
      ),
    );
    expect(answers.flatMap(({ errors }) => errors)).toMatchObject([
      {
        code: "WHISTLE_STEP_DONE",
        rule: "FIRST-STANDS",
        allowed: { moves: ["arrive"] },
        lastChange: { kind: "WHISTLE_SIGNED", unit: unit.market },
      },
    ]);
  });

  it("the called bodies sign, arrive and issue measures in time; the street confirms what was solved", async () => {
    const number = numbers.whistle;
    const responders = [
      "kaifu-market-responder",
      "kaifu-urban-responder",
      "kaifu-commerce-responder",
      "kaifu-investment-responder",
    ];
    for (const post of responders.slice(1)) await journey.does(post, "signWhistle", { number });
    journey.at("2019-09-27T09:00:00+08:00");
    for (const post of responders)
      await journey.does(post, "arriveWhistle", { input: { number, note: "到场会商" } });
    journey.at("2019-10-08T16:00:00+08:00");
    for (const post of responders)
      await journey.does(post, "issueMeasures", { number, measures: "分区整治、清淤、更换棚顶" });
    journey.at("2019-10-25T10:00:00+08:00");
    for (const post of responders)
      await journey.does(post, "resolveWhistle", { number, result: "沿街店铺全部整改完成" });
    const input = { number, solved: true, note: "现场验收通过", acceptedByDemander: true };
    const { state, clocks } = await journey.does<{
      state: string;
      clocks: { overdue: boolean; metAt: string }[];
    }>("kaifu-street-leader", "confirmWhistle", { input }, "{ state clocks { overdue metAt } }");
    expect(state).toBe("CONFIRMED");
    expect(clocks).toEqual([{ overdue: false, metAt: "2019-10-08T08:00:00.000Z" }]);
    await stack.settle();
  });

  it("KF-15: the street grades all four with an opinion, the performance office files them, and the whistle is evaluated", async () => {
    journey.at("2019-10-28T09:00:00+08:00");
    const whistle = numbers.whistle;
    const silent = { whistle, unit: unit.market, score: 95, opinion: " " };
    expect(
      (await journey.isRefused("kaifu-street-leader", "evaluateParticipant", { input: silent })).code,
    ).toBe("EVALUATION_OPINION_REQUIRED");
    const grades = { [unit.market]: 95, [unit.urban]: 92, [unit.commerce]: 88, [unit.investment]: 90 };
    for (const [called, score] of Object.entries(grades)) {
      const input = { whistle, unit: called, score, opinion: "到场及时，措施到位" };
      await journey.does("kaifu-street-leader", "evaluateParticipant", { input });
      await journey.does("kaifu-performance-office", "fileEvaluation", {
        input: { whistle, unit: called, evaluator: place.tongtaijie },
      });
    }
    await stack.settle();
    const { whistle: seen } = await journey.sees<{
      whistle: { state: string; evaluations: { direction: string; state: string; score: number | null }[] };
    }>(
      "kaifu-performance-office",
      "query ($n: String!) { whistle(number: $n) { state evaluations { direction state score } } }",
      { n: whistle },
    );
    expect(seen.state).toBe("EVALUATED");
    const ofResponders = seen.evaluations.filter(({ direction }) => direction === "OF_RESPONDER");
    expect(ofResponders.map(({ state }) => state)).toEqual(Array(4).fill("FILED"));
    expect(ofResponders.map(({ score }) => score).sort()).toEqual([88, 90, 92, 95]);
  });

  it("the ticket behind it is handled, answered, called back and struck off", async () => {
    const number = numbers.ticket;
    journey.at("2019-10-28T10:00:00+08:00");
    const { state } = (
      await journey.sees<{ ticket: { state: string } }>(
        "kaifu-dispatcher",
        "query ($n: String!) { ticket(number: $n) { state } }",
        { n: number },
      )
    ).ticket;
    expect(state).toBe("IN_PROGRESS");
    const input = { account: "四家单位联合整治", contacted: true, solved: true };
    await journey.does("kaifu-market-responder", "handleTicket", { number, input });
    await journey.does("kaifu-market-responder", "giveFeedback", {
      number,
      publicReply: "市场已整治完毕，欢迎监督。",
    });
    expect((await journey.isRefused("kaifu-dispatcher", "strikeOffTicket", { number })).code).toBe(
      "TICKET_ILLEGAL_MOVE",
    );
    await calledBack(journey, "kaifu-dispatcher", number);
    await stack.settle();
    const struckOff = await journey.does<{ state: string; strikeOffNumber: string }>(
      "kaifu-dispatcher",
      "strikeOffTicket",
      { number },
      "{ state strikeOffNumber }",
    );
    expect(struckOff).toEqual({
      state: "STRUCK_OFF",
      strikeOffNumber: expect.stringMatching(/^430105-S-20191028-\d{6}$/),
    });
    expect(await journey.does("kaifu-dispatcher", "archiveTicket", { number }, "{ state }")).toEqual({
      state: "ARCHIVED",
    });
  });

  it("look-up by whistle: four departments, roles, clock, arrivals, evaluations, the place and the ticket in one request", async () => {
    const { whistle } = await journey.sees<{ whistle: Record<string, unknown> }>(
      "kaifu-performance-office",
      `query ($n: String!) { whistle(number: $n) {
        blower { name } grid { name division { path { name } } }
        participants { role arrivedAt unit { name } item { name } }
        clocks { step dueAt metAt }
        evaluations { direction score unit { name } }
        tickets { number matter { name } callBacks { satisfaction } }
      } }`,
      { n: numbers.whistle },
    );
    expect(whistle).toMatchObject({
      blower: { name: "通泰街街道办事处" },
      grid: {
        name: "西长街农贸市场专属网格",
        division: {
          path: ["湖南省", "长沙市", "开福区", "通泰街街道", "连升街社区居委会"].map((name) => ({ name })),
        },
      },
      clocks: [{ step: "MEASURES", dueAt: "2019-10-09T16:00:00.000Z", metAt: "2019-10-08T08:00:00.000Z" }],
      tickets: [
        {
          number: numbers.ticket,
          matter: { name: "农贸市场环境脏乱" },
          callBacks: [{ satisfaction: "SATISFIED" }],
        },
      ],
    });
    const participants = whistle.participants as {
      role: string;
      arrivedAt: string;
      unit: { name: string };
    }[];
    expect(participants.map(({ unit: { name } }) => name).sort()).toEqual(
      ["区商务局", "区城投公司", "区城管执法大队", "区市场监管局"].sort(),
    );
    expect(participants.every(({ arrivedAt }) => arrivedAt === "2019-09-27T01:00:00.000Z")).toBe(true);
  });

  it("tickets that were whistled for are found by it, in whatever state they are", async () => {
    const { tickets } = await journey.sees<{
      tickets: { edges: { node: { number: string; state: string } }[] };
    }>(
      "kaifu-performance-office",
      "query ($d: DivisionCode!) { tickets(filter: { division: $d, whistled: true }) { edges { node { number state } } } }",
      { d: place.kaifu },
    );
    expect(tickets.edges.map(({ node }) => node)).toContainEqual({
      number: numbers.ticket,
      state: "ARCHIVED",
    });
    expect(tickets.edges.map(({ node }) => node.state)).not.toContain("RECEIVED");
  });

  it("look-up by department: this whistle counts in its year", async () => {
    const seen = await journey.sees<{
      unit: { yearScore: object; whistles: { edges: { node: { number: string } }[] } };
    }>(
      "kaifu-performance-office",
      "query ($u: String!) { unit(code: $u) { yearScore(year: 2019) { whistlesEvaluated meanScore negativeEntriesUpheld } whistles { edges { node { number } } } } }",
      { u: unit.market },
    );
    expect(seen.unit.yearScore).toEqual({ whistlesEvaluated: 1, meanScore: 95, negativeEntriesUpheld: 0 });
    expect(seen.unit.whistles.edges.map(({ node }) => node.number)).toEqual([numbers.whistle]);
  });

  describe("gone wrong", () => {
    it("late: overdue from 00:00 on 2019-10-10, escalated once to the chiefs", async () => {
      journey.at("2019-09-26T11:00:00+08:00");
      const ticket = await dispatched("西长街农贸市场消防通道被占。");
      const blown = await journey.does<{ number: string }>(
        "kaifu-street-leader",
        "blowWhistle",
        { input: tackling([ticket]) },
        "{ number }",
      );
      numbers.late = blown.number;
      await journey.does("kaifu-urban-responder", "signWhistle", { number: blown.number });

      const overdue = async () =>
        (
          await journey.sees<{ whistle: { overdue: boolean } }>(
            "kaifu-street-leader",
            "query ($n: String!) { whistle(number: $n) { overdue } }",
            { n: blown.number },
          )
        ).whistle.overdue;
      const escalated = async () =>
        (
          await journey.sees<{ whistle: { clocks: object[]; log: { edges: { node: { kind: string } }[] } } }>(
            "kaifu-street-leader",
            "query ($n: String!) { whistle(number: $n) { clocks { escalatedAt } log(first: 100) { edges { node { kind } } } } }",
            { n: blown.number },
          )
        ).whistle;
      const entries = ({ log }: Awaited<ReturnType<typeof escalated>>) =>
        log.edges.filter(({ node }) => node.kind === "WHISTLE_OVERDUE").length;
      const [lastMoment, midnight] = ["2019-10-09T23:59:59.999+08:00", "2019-10-10T00:00:00+08:00"] as const;
      journey.at(lastMoment);
      await stack.upkeep("tickets", lastMoment);
      expect(await overdue()).toBe(false);
      expect((await escalated()).clocks).toEqual([{ escalatedAt: null }]);
      journey.at(midnight);
      expect(await overdue()).toBe(true);
      await stack.upkeep("tickets", midnight);
      await stack.upkeep("tickets", "2019-10-10T00:01:00+08:00");
      // A subgraph in a process of its own, which rings as well, goes by the machine's clock.
      expect((await escalated()).clocks).toEqual([{ escalatedAt: expect.any(String) }]);
      expect(entries(await escalated())).toBe(1);
      await stack.settle();
    });

    it("KF-17: overdue proposes 不报到 for those that did not sign, none for the one that did; a person decides", async () => {
      const entries = async () =>
        (
          await journey.sees<{
            negativeListEntries: {
              edges: {
                node: { number: string; offence: string; state: string; respondent: { code: string } };
              }[];
            };
          }>(
            "kaifu-performance-office",
            "query ($w: String!) { negativeListEntries(filter: { whistle: $w }) { edges { node { number offence state respondent { code } } } } }",
            { w: numbers.late },
          )
        ).negativeListEntries.edges.map(({ node }) => node);
      const proposed = await entries();
      expect(proposed.map(({ respondent }) => respondent.code).sort()).not.toContain(unit.urban);
      expect(proposed.map(({ respondent }) => respondent.code)).toContain(unit.market);
      expect(new Set(proposed.map(({ offence, state }) => `${offence} ${state}`))).toEqual(
        new Set(["FAILURE_TO_REPORT PROPOSED"]),
      );

      const entry = proposed.find(({ respondent }) => respondent.code === unit.market)?.number ?? "";
      const decision = {
        number: entry,
        upheld: true,
        grounds: "逾期未签收且无正当理由",
        consequence: "扣分并通报",
      };
      journey.at("2019-10-10T10:00:00+08:00");
      expect(
        (await journey.isRefused("kaifu-performance-office", "decideNegativeListEntry", { input: decision }))
          .code,
      ).toBe("STATEMENT_STILL_OPEN");
      await journey.does("kaifu-market-chief", "stateOnNegativeListEntry", {
        number: entry,
        statement: "系统故障，未及时看到",
      });
      await journey.does("kaifu-performance-office", "decideNegativeListEntry", { input: decision });
      expect((await entries()).find(({ number }) => number === entry)?.state).toBe("UPHELD");
    });

    it("KF-9: staff may not blow the emergency whistle; the secretary may, and the street is told in the same moment", async () => {
      journey.at("2019-11-04T08:00:00+08:00");
      const ticket = await dispatched("西长街农贸市场棚顶一角即将坠落，下面有人经过！");
      const input = {
        ...tackling([ticket]),
        kind: "EMERGENCY",
        participants: [{ unit: unit.urban, role: "LEAD" }],
      };
      const refusal = await journey.isRefused("kaifu-community-staff", "blowWhistle", { input });
      expect(refusal).toMatchObject({ code: "WHISTLE_WRONG_BLOWER" });
      expect(refusal.message).toContain("COMMUNITY_SECRETARY");
      const whistle = await journey.does<{
        number: string;
        blownAt: string;
        filings: { filedAt: string; unit: { code: string } }[];
      }>(
        "kaifu-community-secretary",
        "blowWhistle",
        { input },
        "{ number blownAt filings { filedAt unit { code } } }",
      );
      expect(whistle.filings).toEqual([{ filedAt: whistle.blownAt, unit: { code: place.tongtaijie } }]);
    });

    it("KF-17: a whistle for what the community can do by itself is ruled 乱吹哨 and proposed to the negative list", async () => {
      journey.at("2019-11-05T08:00:00+08:00");
      const ticket = await dispatched("西长街农贸市场门口有一处小广告。");
      const input = { ...tackling([ticket]) };
      const { number } = await journey.does<{ number: string }>(
        "kaifu-street-leader",
        "blowWhistle",
        { input },
        "{ number }",
      );
      const args = { number, reason: "社区自行清除即可，无需四家单位" };
      await journey.isRefused("kaifu-street-leader", "ruleMisuse", args);
      expect(await journey.does("kaifu-performance-office", "ruleMisuse", args, "{ state }")).toEqual({
        state: "RULED_MISUSE",
      });
      await stack.settle();
      const seen = await journey.sees<{ negativeListEntries: { edges: { node: object }[] } }>(
        "kaifu-performance-office",
        "query ($w: String!) { negativeListEntries(filter: { whistle: $w }) { edges { node { offence state respondent { code } } } } }",
        { w: number },
      );
      expect(seen.negativeListEntries.edges.map(({ node }) => node)).toEqual([
        { offence: "MISUSE", state: "PROPOSED", respondent: { code: place.tongtaijie } },
      ]);
    });

    it("KF-18: the counters reproduce whistles to district departments and problems solved", async () => {
      const { whistleCounts } = await journey.sees<{
        whistleCounts: { blown: number; toDepartments: number; solved: number; misuse: number };
      }>(
        "kaifu-performance-office",
        'query ($d: DivisionCode!) { whistleCounts(division: $d, from: "2019-01-01", until: "2020-01-01") { blown toDepartments solved misuse } }',
        { d: place.kaifu },
      );
      expect(whistleCounts).toEqual({ blown: 4, toDepartments: 4, solved: 1, misuse: 1 });
    });
  });

  describe("the look-up across all nine departments, whoever of them is down (6.7)", () => {
    const call = "JQ-430105-0001";
    let basis = "";
    let whole: Looked;

    /** What the dispatcher is told of the market's whistle, and of what is missing why and whose it is. */
    const look = async (): Promise<Looked> => {
      const variables = { number: numbers.whistle, year: 2019 };
      const stated = { "whistlegraph-basis": basis };
      const { data, errors } = await stack.ask<Looked["data"]>(lookUp, variables, "kaifu-dispatcher", stated);
      const missing = errors.map(({ code, details }) =>
        [code, details.owner, details.reason].join(" ").trim(),
      );
      return { data, missing: [...new Set(missing)].sort() };
    };

    beforeAll(async () => {
      await onDatabase(
        stack.policeArchive,
        "INSERT INTO T_JQ (JQBH, BJSJ, JQLB, GLGDH, SQDM, WGBH) VALUES ($1, $2, $3, $4, $5, $6)",
        [call, "20190922210000", "05", numbers.ticket, place.lianshengjie, place.marketGrid],
      );
      const centre = "430105-COMMAND-CENTRE";
      const must = async (as: string | PostHolder, mutation: string): Promise<string> => {
        const { data, errors } = await stack.ask<{ done: { number: string } }>(
          `mutation { done: ${mutation} { number } }`,
          {},
          as,
        );
        expect(errors).toEqual([]);
        return data.done.number;
      };
      basis = await must(
        "kaifu-data-steward",
        `registerAgreement(idempotencyKey: "look-up-agreement", input: { parties: ["${centre}", "430105-PUBLIC-SECURITY"],
           purpose: "派单前了解同一警情", validFrom: "2019-01-01", validUntil: "2020-12-31" })`,
      );
      const grant = await must(
        { post: Post.DATA_STEWARD, unit: centre, division: place.kaifu },
        `requestDataGrant(idempotencyKey: "look-up-request", input: { owner: "public-security", consumer: "${centre}",
           coordinates: ["PoliceCall"], purposes: ["${basis}"], rows: OWN_DIVISION, reason: "避免重复处置",
           validFrom: "2019-01-01T00:00:00+08:00", validUntil: "2020-12-31T00:00:00+08:00" })`,
      );
      await must(
        { post: Post.DATA_STEWARD, unit: "430105-PUBLIC-SECURITY", division: place.kaifu },
        `approveDataGrant(idempotencyKey: "look-up-approve", number: "${grant}", reason: "用途明确")`,
      );
    });

    it("all up: every department tells its part, or that it withholds it", async () => {
      whole = await look();
      expect(whole.missing).toEqual([
        "WITHHELD CIVIL-AFFAIRS NO_GRANTS",
        "WITHHELD COMMAND-CENTRE NO_SCOPE",
        "WITHHELD MARKET-SUPERVISION NO_GRANTS",
        "WITHHELD PUBLIC-SECURITY NO_GRANTS",
      ]);
      const { tickets, whistles, grids, powerItems } = whole.data.case;
      const [ticket] = tickets.edges.map(({ node }) => node);
      expect(ticket).toMatchObject({
        number: numbers.ticket,
        matter: { name: "农贸市场环境脏乱" },
        handlingUnit: { name: "区市场监管局" },
        callBacks: [{ solved: true }],
        policeCalls: { edges: [{ node: { number: call, kind: "DISPUTE" } }] },
        consumerComplaints: null,
        streetOrderCases: { edges: [] },
        dataGrants: [],
      });
      expect(whistles).toMatchObject([{ number: numbers.whistle, state: "EVALUATED" }]);
      expect(grids).toMatchObject([
        { code: place.marketGrid, name: "西长街农贸市场专属网格", responders: [{}] },
      ]);
      expect(powerItems).toMatchObject([
        { name: "农贸市场卫生检查（样例）", body: { name: "区市场监管局" } },
      ]);
    });

    it("what stands behind public security down: the rest stands, that part is named", async () => {
      await letInto(stack.policeArchive, false);
      const { data, missing } = await look();
      expect(missing).toEqual(["POLICE_ARCHIVE_UNAVAILABLE PUBLIC-SECURITY", ...whole.missing]);
      expect(data).toEqual(without(whole.data, "policeCalls"));
      await letInto(stack.policeArchive, true);
      await expect.poll(look).toEqual(whole);
    });

    it("stewardship down: what would take a grant is withheld for that, the rest stands", async () => {
      const stewardship = stack.databaseUrls.get("stewardship") ?? "";
      await letInto(stewardship, false);
      const withheld = whole.missing.map((each) => each.replace("NO_GRANTS", "STEWARDSHIP_DOWN"));
      const expected = {
        data: without(without(whole.data, "policeCalls"), "dataGrants"),
        missing: ["SUBGRAPH_UNAVAILABLE DATA-BUREAU", ...withheld],
      };
      // Grants are trusted for a quarter of a second.
      await expect.poll(look).toEqual(expected);
      await letInto(stewardship, true);
      await expect.poll(look).toEqual(whole);
    });

    it.runIf(mode === "a process per subgraph")(
      "public security itself down: the rest stands, that part is named until it is started again",
      async () => {
        stack.crash("public-security");
        const { data, missing } = await look();
        expect(missing).toEqual(["SUBGRAPH_UNAVAILABLE PUBLIC-SECURITY", ...whole.missing]);
        expect(data).toEqual(without(whole.data, "policeCalls"));
        await expect.poll(look, { timeout: 60_000 }).toEqual(whole);
      },
      90_000,
    );
  });

  it("nobody without a token sees a ticket or a whistle, but everybody sees places, lists and profiles", async () => {
    const open = await journey.sees<{ division: unknown; powerItem: unknown; whistleProfile: unknown }>(
      undefined,
      'query ($i: PowerItemCode!) { division(code: "430105010") { name } powerItem(code: $i) { name body { name } } whistleProfile(district: "430105", on: "2019-09-26") { version } }',
      { i: item.market },
    );
    expect(open).toEqual({
      division: { name: "通泰街街道" },
      powerItem: { name: "农贸市场卫生检查（样例）", body: { name: "区市场监管局" } },
      whistleProfile: { version: 1 },
    });
    const beside = await stack.ask<object>(
      '{ division(code: "430105010") { name } tickets { edges { node { number } } } }',
    );
    expect(beside.data).toEqual({ division: { name: "通泰街街道" }, tickets: null });
    expect(beside.errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
    const closed = await stack.ask(
      "query ($n: String!, $w: String!) { ticket(number: $n) { number } whistle(number: $w) { number } }",
      {
        n: numbers.ticket,
        w: numbers.whistle,
      },
    );
    expect(closed.data).toEqual({ ticket: null, whistle: null });
    expect(closed.errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
  });
}
