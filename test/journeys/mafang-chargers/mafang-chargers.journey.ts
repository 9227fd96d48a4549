import { beforeAll, expect, it } from "vitest";
import { TicketStepName } from "../../../subgraphs/tickets/ticket/ticket.step.ts";
import type { TestStack } from "../../testkit/stack.ts";
import { calledBack } from "../called-back.ts";
import { item, matter, place, unit } from "../ground.ts";
import { type Journey, journeyThrough } from "../journey.ts";
import { reported } from "../reported.ts";

/** Fifteen neighbours, fifteen wordings, one want: greetings, detours and the town's other name included. */
const voices = [
  "您好，我是南区回迁小区的居民，小区没有充电桩，电动汽车没法充电，请问什么时候能装？",
  "我们这儿十二栋楼一个充电桩都没有，天天跑外面充电，太不方便了！",
  "反映过好几次了，充电桩到底装不装？家里老人都不敢让我买电车。",
  "南区这边有人从楼上飞线充电，很危险，能不能统一建充电桩。",
  "咨询一下，小区安装充电设施需要什么手续，物业说电力不够。",
  "新买的电动车没处充电，物业让找镇里，镇里让找供电，来回推。",
  "建议在小区东侧空地建公共充电桩，方便大家。",
  "电动汽车越来越多，小区配电跟不上，请有关部门研究解决。",
  "我家三楼，接线下来充电物业不让，又不给装桩，怎么办？",
  "小区充电难，晚上排队去加油站旁边充，一等两个小时。",
  "孩子在城里上班，周末回来车没电，小区连个桩都没有。",
  "请问马坊镇南区回迁小区是否纳入今年充电桩建设计划？",
  "物业费年年交，充电桩一个不见，希望政府管一管。",
  "南区停车场能不能改造一部分带充电的车位。",
  "强烈要求尽快安装充电桩，已经不止一户反映了。",
] as const;

/** 平谷 马坊 chargers (PG-1 to PG-18): many voices, one class of problem, three levels of whistle, 48 chargers. */
export function mafangChargers(on: () => TestStack): void {
  let stack: TestStack;
  let journey: Journey;
  let classProblem = "";
  const tickets: string[] = [];
  const whistles = { residents: "", village: "", township: "" };

  beforeAll(() => {
    stack = on();
    journey = journeyThrough(stack);
  });

  /** One caller's demand, taken in by the hotline and matched. */
  const taken = async (
    text: string,
    caller: number,
    where: object,
  ): Promise<{ number: string; problem: string | null }> => {
    const number = await reported(journey, "pinggu-dispatcher", {
      kind: "HELP",
      text,
      place: where,
      demander: {
        kind: "PERSON",
        name: `示例居民${caller}`,
        phone: `139000000${String(caller).padStart(2, "0")}`,
      },
    });
    const matched = await journey.does<{ classProblem: { number: string } | null }>(
      "pinggu-dispatcher",
      "matchTicket",
      { number, input: { matter: matter.chargers } },
      "{ classProblem { number } }",
    );
    return { number, problem: matched.classProblem?.number ?? null };
  };

  const southEstate = { division: place.pinggu, text: "马坊镇南区回迁小区" };

  it("ZY-21: fifteen demands spread over ten estates are no class of problem", async () => {
    for (let caller = 0; caller < 15; caller += 1) {
      journey.at(`2021-09-10T${10 + Math.floor(caller / 2)}:00:00+08:00`);
      const estate = `${place.huijing}-E${String((caller % 10) + 1).padStart(2, "0")}`;
      const { problem } = await taken(voices[caller] ?? "", caller, { estateCode: estate });
      expect(problem).toBeNull();
    }
  });

  it("one person calling fifteen times is no class of problem either", async () => {
    journey.at("2021-09-15T09:00:00+08:00");
    for (const text of voices) {
      expect((await taken(text, 77, southEstate)).problem).toBeNull();
    }
  });

  it("PG-2, PG-14: fifteen neighbours within two days are one; fourteen were not, and none is lost", async () => {
    for (const [index, text] of voices.entries()) {
      journey.at(index < 7 ? `2021-09-27T1${index}:00:00+08:00` : `2021-09-28T1${index - 7}:00:00+08:00`);
      const { number, problem } = await taken(text, index + 1, southEstate);
      tickets.push(number);
      if (index < 14) expect(problem).toBeNull();
      else classProblem = problem ?? "";
    }
    const seen = await journey.sees<{
      classProblem: {
        state: string;
        estate: { name: string };
        matter: { name: string };
        tickets: { edges: { node: { number: string } }[] };
      };
    }>(
      "pinggu-street-leader",
      "query ($n: String!) { classProblem(number: $n) { state estate { name } matter { name } tickets(first: 100) { edges { node { number } } } } }",
      { n: classProblem },
    );
    expect(seen.classProblem).toMatchObject({
      state: "OPEN",
      estate: { name: "南区回迁小区" },
      matter: { name: "小区缺少充电桩" },
    });
    const linked = seen.classProblem.tickets.edges.map(({ node }) => node.number).sort();
    expect(linked).toEqual([...tickets].sort());
  });

  it("a place named by its other name, 马坊镇, is found as 马坊地区", async () => {
    const { ticket } = await journey.sees<{
      ticket: { division: { path: { name: string }[] }; estate: { code: string } };
    }>(
      "pinggu-dispatcher",
      "query ($n: String!) { ticket(number: $n) { division { path { name } } estate { code } } }",
      { n: tickets[0] },
    );
    expect(ticket.estate.code).toBe(place.southEstate);
    expect(ticket.division.path.map(({ name }) => name)).toEqual([
      "北京市",
      "市辖区",
      "平谷区",
      "马坊地区",
      "汇景社区居委会",
    ]);
  });

  it("GZ-16, ZY-12: at 23:40 the ticket's centre says who is on duty, to those in office", async () => {
    journey.at("2021-09-28T18:00:00+08:00");
    const centre = "110117-COMMAND-CENTRE";
    await journey.does("pinggu-dispatcher", "planShift", {
      input: {
        unit: centre,
        job: "热线接听",
        personId: "night-shift",
        name: "夜班值守员",
        post: "派单员",
        phone: "13900000110",
        beginsAt: "2021-09-28T20:00:00+08:00",
        endsAt: "2021-09-29T08:00:00+08:00",
      },
    });
    journey.at("2021-09-28T23:40:00+08:00");
    const { ticket } = await journey.sees<{ ticket: object }>(
      "pinggu-community-secretary",
      "query ($n: String!) { ticket(number: $n) { commandCentre { code onDuty { name job phone } } } }",
      { n: tickets[0] },
    );
    expect(ticket).toEqual({
      commandCentre: {
        code: centre,
        onDuty: [{ name: "夜班值守员", job: "热线接听", phone: "13900000110" }],
      },
    });
  });

  it("PG-11: the cause is recorded on site before there can be a plan", async () => {
    journey.at("2021-09-29T09:00:00+08:00");
    const plan = {
      field: "住房与小区",
      text: "新增专用变压器，建设充电桩",
      quantityPlanned: 48,
      quantityUnit: "个",
    };
    const early = await journey.isRefused("pinggu-street-leader", "setPlan", { number: classProblem, plan });
    expect(early.code).toBe("PLAN_WITHOUT_CAUSE");
    await journey.does("pinggu-community-secretary", "recordCause", {
      number: classProblem,
      cause: "小区 2012 年规划设计时未预留充电设施用电接口",
    });
    await journey.does("pinggu-street-leader", "setPlan", { number: classProblem, plan });
    await journey.does("pinggu-district-leader", "approvePlan", { number: classProblem });
  });

  it("PG-3: the handling unit has the tickets in hand", async () => {
    for (const number of tickets) {
      await journey.does("pinggu-dispatcher", "dispatchTicket", { number });
      await journey.does("pinggu-housing-responder", "signTicket", { number });
    }
  });

  const call = (kind: string, participants: object[], theme = "PEOPLE_NEED") => ({
    kind,
    source: "HOTLINE",
    theme,
    demand: "南区回迁小区居民普遍反映充电难，请到场研究",
    tickets,
    grid: place.huijingGrid,
    noGridYet: false,
    assembly: [],
    participants,
  });

  it("PG-8: the first level calls party members and cadres; what it cannot solve is raised, its history kept", async () => {
    journey.at("2021-09-29T14:00:00+08:00");
    const { whistleProfile } = await journey.sees<{ whistleProfile: { sources: { code: string }[] } }>(
      undefined,
      'query { whistleProfile(district: "110117", on: "2021-09-29") { sources { code } } }',
    );
    const source = whistleProfile.sources[0]?.code ?? "";
    const first = await journey.does<{ number: string; level: number }>(
      "pinggu-community-secretary",
      "blowWhistle",
      { input: { ...call("RESIDENTS", [{ unit: place.huijing, role: "LEAD" }]), source } },
      "{ number level }",
    );
    whistles.residents = first.number;
    expect(first.level).toBe(1);

    journey.at("2021-09-30T09:00:00+08:00");
    const why = { reason: "本级无法解决配电接入", tried: "已入户摸底，会商物业未果" };
    const raise = (post: string, number: string, participants: object[]) =>
      journey.does<{
        number: string;
        level: number;
        raisedFrom: { tried: string; whistle: { number: string } };
      }>(
        post,
        "raiseWhistle",
        { input: { number, participants, tickets, ...why, demand: "请会商配电接入" } },
        "{ number level raisedFrom { tried whistle { number } } }",
      );
    const second = await raise("pinggu-community-secretary", first.number, [
      { unit: unit.mafangOffice, role: "LEAD" },
    ]);
    whistles.village = second.number;
    expect(second).toMatchObject({
      level: 2,
      raisedFrom: { tried: why.tried, whistle: { number: first.number } },
    });

    journey.at("2021-10-08T09:00:00+08:00");
    const skipping = await journey.isRefused("pinggu-community-secretary", "raiseWhistle", {
      input: {
        number: second.number,
        tickets,
        ...why,
        demand: "越级",
        participants: [{ unit: unit.housing, role: "LEAD", item: item.chargers }],
      },
    });
    expect(skipping.code).toBe("WHISTLE_WRONG_BLOWER");
    const third = await raise("pinggu-street-leader", second.number, [
      { unit: unit.housing, role: "LEAD", item: item.chargers },
      { unit: unit.power, role: "ASSISTING" },
    ]);
    whistles.township = third.number;
    expect(third).toMatchObject({
      level: 3,
      raisedFrom: { tried: why.tried, whistle: { number: second.number } },
    });
  });

  it("PG-12: the town's whistle has checkpoints after 1, 3, 5 and 7 days, and cites an item or the contract", async () => {
    const { whistle } = await journey.sees<{
      whistle: { clocks: { step: string; ordinal: number; dueAt: string }[]; participants: object[] };
    }>(
      "pinggu-street-leader",
      "query ($n: String!) { whistle(number: $n) { clocks { step ordinal dueAt } participants { role byContract unit { name government } item { code } } } }",
      { n: whistles.township },
    );
    expect(whistle.clocks.filter(({ step }) => step === "CHECKPOINT").map(({ dueAt }) => dueAt)).toEqual(
      ["2021-10-09", "2021-10-11", "2021-10-13", "2021-10-15"].map((day) => `${day}T16:00:00.000Z`),
    );
    expect(whistle.participants).toEqual(
      expect.arrayContaining([
        {
          role: "LEAD",
          byContract: false,
          unit: { name: "区住建委", government: true },
          item: { code: item.chargers },
        },
        { role: "ASSISTING", byContract: true, unit: { name: "区供电公司", government: false }, item: null },
      ]),
    );
  });

  it("the company works on the case and sees no demander's telephone; the departments that answer by duty do", async () => {
    const contacts = (post: string) =>
      journey.sees<{
        whistle: { tickets: { demands: { edges: { node: { demander: { phone: string } } }[] } }[] };
      }>(
        post,
        "query ($n: String!) { whistle(number: $n) { tickets { number demands { edges { node { demander { name phone } } } } } } }",
        { n: whistles.township },
      );
    const asCompany = await contacts("pinggu-power-responder");
    expect(asCompany.whistle.tickets[0]?.demands.edges[0]?.node.demander.phone).toBe("139****0001");
    expect(JSON.stringify(asCompany)).not.toMatch(/139000000/);
    const asHousing = await contacts("pinggu-housing-responder");
    expect(asHousing.whistle.tickets[0]?.demands.edges[0]?.node.demander.phone).toBe("13900000001");
  });

  it("PG-11: a task force with cause, plan, duties and two supervisors; departments sign, arrive, act", async () => {
    const number = whistles.township;
    journey.at("2021-10-08T15:00:00+08:00");
    await journey.does("pinggu-street-leader", "formTaskForce", {
      input: {
        number,
        cause: "规划设计未预留用电接口",
        plan: "增容、布线、装桩",
        partySupervisor: "示例区委领导",
        governmentSupervisor: "示例区政府领导",
        duties: [
          { unit: unit.housing, duty: "统筹方案与验收" },
          { unit: unit.power, duty: "增容与接入" },
        ],
      },
    });
    const called = ["pinggu-housing-responder", "pinggu-power-responder"];
    for (const post of called) await journey.does(post, "signWhistle", { number });
    journey.at("2021-10-09T09:00:00+08:00");
    for (const post of called) await journey.does(post, "arriveWhistle", { input: { number } });
    for (const [ordinal, day] of [
      [1, "09"],
      [2, "11"],
      [3, "13"],
      [4, "15"],
    ] as const) {
      journey.at(`2021-10-${day}T10:00:00+08:00`);
      await journey.does("pinggu-housing-responder", "recordCheckpoint", {
        number,
        ordinal,
        note: `第 ${ordinal} 次节点调度`,
      });
    }
    for (const post of called)
      await journey.does(post, "issueMeasures", { number, measures: "方案获批，开工建设" });
    journey.at("2021-10-25T16:00:00+08:00");
    await journey.does("pinggu-community-staff", "recordProgress", {
      number: classProblem,
      quantityDone: 48,
    });
    for (const post of called)
      await journey.does(post, "resolveWhistle", { number, result: "48 个充电桩建成投用" });
    const confirmed = await journey.does<{ state: string }>(
      "pinggu-street-leader",
      "confirmWhistle",
      { input: { number, solved: true, acceptedByDemander: true, note: "居民代表现场验收" } },
      "{ state }",
    );
    expect(confirmed.state).toBe("CONFIRMED");
    await stack.settle();
  });

  it("ZY-21: the class of problem cannot close while one of the fifteen is unanswered", async () => {
    journey.at("2021-10-26T09:00:00+08:00");
    const answer = async (number: string) => {
      const input = { account: "建成 48 个充电桩", contacted: true, solved: true };
      await journey.does("pinggu-housing-responder", "handleTicket", { number, input });
      await journey.does("pinggu-housing-responder", "giveFeedback", {
        number,
        publicReply: "南区已建成 48 个充电桩。",
      });
    };
    const [last = "", ...others] = tickets;
    for (const number of others) await answer(number);
    const refusal = await journey.isRefused("pinggu-street-leader", "closeClassProblem", {
      number: classProblem,
    });
    expect(refusal.code).toMatch(/UNANSWERED/);
    await answer(last);
    await journey.does("pinggu-street-leader", "closeClassProblem", { number: classProblem });
  });

  it("all fifteen are called back, struck off one by one, and each counts in the rates", async () => {
    journey.at("2021-10-27T09:00:00+08:00");
    for (const [index, ticket] of tickets.entries()) {
      const satisfaction = index < 10 ? "SATISFIED" : "BASICALLY_SATISFIED";
      await calledBack(journey, "pinggu-dispatcher", ticket, satisfaction);
    }
    await stack.settle();
    for (const number of tickets) await journey.does("pinggu-dispatcher", "strikeOffTicket", { number });
    const { unit: housing } = await journey.sees<{ unit: { rates: object } }>(
      "pinggu-performance-office",
      'query ($u: String!) { unit(code: $u) { rates(period: { from: "2021-10-01", to: "2021-10-31" }) { valid contacted solved satisfied basicallySatisfied satisfiedRate score rule { version } } } }',
      { u: unit.housing },
    );
    expect(housing.rates).toMatchObject({
      valid: 15,
      contacted: 15,
      solved: 15,
      satisfied: 10,
      basicallySatisfied: 5,
    });
  });

  it("the evaluation closes the whistle's loop", async () => {
    for (const called of [unit.housing, unit.power]) {
      await journey.does("pinggu-street-leader", "evaluateParticipant", {
        input: { whistle: whistles.township, unit: called, score: 96, opinion: "响应迅速" },
      });
    }
    await stack.settle();
    expect(
      await journey.does("pinggu-street-leader", "closeWhistle", { number: whistles.township }, "{ state }"),
    ).toEqual({ state: "CLOSED" });
  });

  it("look-up by estate: fifteen demands, one class of problem, three whistles, two departments, 48 of 48, in under 31 days", async () => {
    const { estate } = await journey.sees<{
      estate: { classProblems: { edges: { node: Record<string, unknown> }[] } };
    }>(
      "pinggu-performance-office",
      `query ($e: String!) { estate(code: $e) { classProblems { edges { node {
        number state daysTaken plan { quantityPlanned quantityDone quantityUnit approvedBy { name } }
        tickets(first: 100) { edges { node { number state } } }
      } } } } }`,
      { e: place.southEstate },
    );
    const [found = {}, ...others] = estate.classProblems.edges.map(({ node }) => node);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      number: classProblem,
      state: "CLOSED",
      plan: {
        quantityPlanned: 48,
        quantityDone: 48,
        quantityUnit: "个",
        approvedBy: { name: "平谷区人民政府" },
      },
    });
    expect(found.daysTaken).toBeLessThan(31);
    const linked = (found.tickets as { edges: { node: { state: string } }[] }).edges;
    expect(linked.map(({ node }) => node.state)).toEqual(Array(15).fill("STRUCK_OFF"));

    const { ticket } = await journey.sees<{
      ticket: { whistles: { level: number; state: string; participants: { unit: { code: string } }[] }[] };
    }>(
      "pinggu-performance-office",
      "query ($n: String!) { ticket(number: $n) { whistles { level state participants { unit { code } } } } }",
      { n: tickets[0] },
    );
    expect(ticket.whistles.map(({ level }) => level).sort()).toEqual([1, 2, 3]);
    const top = ticket.whistles.find(({ level }) => level === 3);
    expect(top?.participants.map((each) => each.unit.code).sort()).toEqual([unit.housing, unit.power]);
  });

  it("PG-2: the eight steps are entered in order, each with its time", async () => {
    const { ticket } = await journey.sees<{
      ticket: { steps: { name: string; enteredAt: string | null; skipped: boolean }[] };
    }>(
      "pinggu-dispatcher",
      "query ($n: String!) { ticket(number: $n) { steps { name enteredAt skipped } } }",
      { n: tickets[0] },
    );
    expect(ticket.steps.map(({ name }) => name)).toEqual(Object.values(TicketStepName));
    const entered = ticket.steps.map(({ enteredAt }) => enteredAt);
    expect(entered.every((at) => at !== null)).toBe(true);
    expect([...entered].sort()).toEqual(entered);
  });

  it("PG-18: the counter of problems solved through reporting reproduces", async () => {
    const { whistleCounts } = await journey.sees<{
      whistleCounts: { solved: number; toDepartments: number };
    }>(
      "pinggu-performance-office",
      'query ($d: DivisionCode!) { whistleCounts(division: $d, from: "2021-01-01", until: "2021-12-01") { solved toDepartments } }',
      { d: place.pinggu },
    );
    expect(whistleCounts).toEqual({ solved: 1, toDepartments: 1 });
  });
}
