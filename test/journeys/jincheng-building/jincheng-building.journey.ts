import { beforeAll, expect, it } from "vitest";
import type { PostHolder } from "../../../infra/issuer/post-holder.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import type { TestStack } from "../../testkit/stack.ts";
import { calledBack } from "../called-back.ts";
import { type Journey, journeyThrough } from "../journey.ts";
import { reported } from "../reported.ts";
import { zhaoyuan } from "./jincheng.ground.ts";

const holder = (
  post: PostHolder["post"],
  unit: string,
  division = unit.split("-")[0] ?? unit,
): PostHolder => ({
  id: `${post}@${unit}`,
  name: "示例任职人员",
  post,
  unit,
  division,
});
const secretary = holder(Post.COMMUNITY_SECRETARY, zhaoyuan.community);
const street = holder(Post.SUBDISTRICT_LEADER, zhaoyuan.quanshan);
const centre = "zhaoyuan-dispatcher";
const land = holder(Post.CHIEF_RESPONDER, zhaoyuan.land);
const approval = holder(Post.CHIEF_RESPONDER, zhaoyuan.approval);
const housing = holder(Post.CHIEF_RESPONDER, zhaoyuan.housing);

/** 招远 金城大厦三期: the street calls the city for an enterprise, three bureaus each do their part (ZY-11, ZY-15 to ZY-18). */
export function jinchengBuilding(on: () => TestStack): void {
  let stack: TestStack;
  let journey: Journey;
  let ticket = "";
  let whistle = "";

  beforeAll(() => {
    stack = on();
    journey = journeyThrough(stack);
  });

  const call = (kind: string, source: string) => ({
    input: {
      kind,
      source,
      demand: "企业三期项目土地、图审、施工许可手续受阻，请市级协调",
      grid: zhaoyuan.grid,
      tickets: [ticket],
      participants: [
        { unit: zhaoyuan.land, role: "LEAD", item: zhaoyuan.title },
        { unit: zhaoyuan.housing, role: "ASSISTING", item: zhaoyuan.drawings },
        { unit: zhaoyuan.approval, role: "ASSISTING", item: zhaoyuan.permit },
      ],
    },
  });

  it("PG-13: the enterprise asks under its credit code, and the centre matches and dispatches", async () => {
    journey.at("2020-01-20T10:00:00+08:00");
    ticket = await reported(journey, street, {
      kind: "HELP",
      text: "金城大厦三期停了几个月，土地手续、图纸审查、施工许可互相等，请政府帮助协调。",
      place: { gridCode: zhaoyuan.grid },
      demander: {
        kind: "FIRM",
        name: "示例置业有限公司",
        creditCode: zhaoyuan.enterprise,
        phone: "0535-8000000",
      },
    });
    await journey.does(centre, "matchTicket", { number: ticket, input: { matter: zhaoyuan.matter } });
    await journey.does(centre, "dispatchTicket", { number: ticket });
    journey.at("2020-01-21T09:00:00+08:00");
    await journey.does(land, "signTicket", { number: ticket });
  });

  it("ZY-15: the community cannot call the city past its street; the street can, and the centre lets it through", async () => {
    journey.at("2020-01-22T09:00:00+08:00");
    const past = await journey.isRefused(secretary, "blowWhistle", call("STREET_TO_CITY", "LOWER_LEVEL"));
    expect([past.code, past.rule]).toEqual(["WHISTLE_WRONG_BLOWER", "ZY-15"]);
    expect(past.message).toContain("SUBDISTRICT_LEADER");

    const called = await journey.does<{ number: string; state: string; level: number }>(
      street,
      "blowWhistle",
      call("STREET_TO_CITY", "LOWER_LEVEL"),
      "{ number state level }",
    );
    expect(called).toMatchObject({ state: "DRAFT", level: 3 });
    whistle = called.number;
    expect(await journey.does(centre, "screenWhistle", { number: whistle }, "{ state }")).toEqual({
      state: "BLOWN",
    });
  });

  it("ZY-17: its clocks run over the prolonged holiday of 2020: five working days from 22 January end on 6 February", async () => {
    const { whistle: seen } = await journey.sees<{ whistle: { clocks: { step: string; dueAt: string }[] } }>(
      street,
      "query ($n: String!) { whistle(number: $n) { clocks { step dueAt } } }",
      { n: whistle },
    );
    expect(seen.clocks.find(({ step }) => step === "MEASURES")?.dueAt).toBe("2020-02-06T16:00:00.000Z");
  });

  it("ZY-16: the centre splits it into three, each with the power it is done by", async () => {
    const { tasks } = await journey.does<{ tasks: object[] }>(
      centre,
      "splitTicket",
      {
        number: ticket,
        tasks: [
          { unit: zhaoyuan.land, matter: zhaoyuan.matter, item: zhaoyuan.title, task: "确认土地权属" },
          { unit: zhaoyuan.housing, matter: zhaoyuan.matter, item: zhaoyuan.drawings, task: "审查施工图" },
          { unit: zhaoyuan.approval, matter: zhaoyuan.matter, item: zhaoyuan.permit, task: "核发施工许可" },
        ],
      },
      "{ tasks { unit { name } item { name kind } } }",
    );
    expect(tasks).toEqual([
      { unit: { name: "市自然资源和规划局" }, item: { name: "土地权属确认（样例）", kind: "CONFIRMATION" } },
      { unit: { name: "市住房和城乡建设局" }, item: { name: "施工图审查（样例）", kind: "LICENCE" } },
      { unit: { name: "市行政审批服务局" }, item: { name: "施工许可（样例）", kind: "LICENCE" } },
    ]);
  });

  it("ZY-18: with two of three done it is neither done nor struck off; with the third it is", async () => {
    const bureaus = [land, housing, approval];
    journey.at("2020-01-22T15:00:00+08:00");
    for (const post of bureaus) await journey.does(post, "signWhistle", { number: whistle });
    journey.at("2020-02-05T10:00:00+08:00");
    for (const post of bureaus) {
      await journey.does(post, "arriveWhistle", { input: { number: whistle } });
      await journey.does(post, "issueMeasures", { number: whistle, measures: "联席会议明确时限与次序" });
    }
    const done = async (post: PostHolder, ordinal: number, day: string, result: string) => {
      journey.at(`${day}T10:00:00+08:00`);
      await journey.does(post, "signTask", { number: ticket, ordinal });
      await journey.does(post, "completeTask", { number: ticket, ordinal, result });
    };
    await done(land, 1, "2020-02-10", "权属已确认");
    await done(housing, 2, "2020-02-17", "图审合格");

    const input = { contacted: true, solved: true, account: "三项手续办结", publicReply: "手续已全部办结。" };
    for (const post of bureaus) {
      await journey.does(post, "resolveWhistle", { number: whistle, result: "按职责办结" });
    }
    await journey.does(centre, "confirmWhistle", {
      input: { number: whistle, solved: true, acceptedByDemander: true, note: "企业认可" },
    });
    const early = await journey.isRefused(land, "handleTicket", { number: ticket, input });
    expect([early.code, early.rule]).toEqual(["TICKET_TASKS_OPEN", "ZY-18"]);
    expect(early.message).toContain(`3 (${zhaoyuan.approval})`);
    expect((await journey.isRefused(centre, "archiveTicket", { number: ticket })).code).toBe(
      "TICKET_ILLEGAL_MOVE",
    );

    await done(approval, 3, "2020-02-24", "施工许可已核发");
    await journey.does(land, "handleTicket", { number: ticket, input });
    await journey.does(land, "giveFeedback", { number: ticket });
    await calledBack(journey, centre, ticket);
    await stack.settle();
    const struck = await journey.does<{ strikeOffNumber: string }>(
      centre,
      "strikeOffTicket",
      { number: ticket },
      "{ strikeOffNumber }",
    );
    expect(struck.strikeOffNumber).toMatch(/^370685-S-20200224-\d{6}$/);
  });

  it("ZY-16: archived it is on file, after just over a month", async () => {
    expect(await journey.does(centre, "archiveTicket", { number: ticket }, "{ state }")).toEqual({
      state: "ARCHIVED",
    });
    const { ticket: filed } = await journey.sees<{ ticket: { receivedAt: string; struckOffAt: string } }>(
      centre,
      "query ($n: String!) { ticket(number: $n) { receivedAt struckOffAt } }",
      { n: ticket },
    );
    const days = (Date.parse(filed.struckOffAt) - Date.parse(filed.receivedAt)) / 86_400_000;
    expect([Math.floor(days), days < 40]).toEqual([35, true]);
  });

  it("PG-13: the month's report has the enterprise, answered, solved and satisfied, over what each is told", async () => {
    const { enterpriseDemandReport } = await journey.sees<{ enterpriseDemandReport: object }>(
      centre,
      `{ enterpriseDemandReport(division: "${zhaoyuan.city}", month: "2020-01-20") {
          month enterprises division { name }
          byEnterprise { business { creditCode } demands answered due onTime solved calledBack confirmedSolved satisfied }
      } }`,
    );
    expect(enterpriseDemandReport).toEqual({
      month: "2020-01-01",
      enterprises: 1,
      division: { name: "招远市" },
      byEnterprise: [
        {
          business: { creditCode: zhaoyuan.enterprise },
          demands: 1,
          answered: 1,
          due: 1,
          // Answered with the third permit, five weeks after its seven days.
          onTime: 0,
          solved: 1,
          calledBack: 1,
          confirmedSolved: 1,
          satisfied: 1,
        },
      ],
    });
  });

  it("look-up by business: the three permits with their dates, the call, the street and the whole trace", async () => {
    const seen = await journey.sees<{
      case: {
        tickets: { edges: { node: { tasks: object[]; log: { edges: { node: { kind: string } }[] } } }[] };
        whistles: object[];
      };
    }>(
      centre,
      `query ($code: CreditCode!) { case(business: $code) {
        tickets { edges { node { number state tasks { doneAt unit { code } } log(first: 100) { edges { node { kind } } } } } }
        whistles { number kind blower { code name } }
      } }`,
      { code: zhaoyuan.enterprise },
    );
    const [found] = seen.case.tickets.edges.map(({ node }) => node);
    expect(found).toMatchObject({
      number: ticket,
      state: "ARCHIVED",
      tasks: [
        { doneAt: "2020-02-10T02:00:00.000Z", unit: { code: zhaoyuan.land } },
        { doneAt: "2020-02-17T02:00:00.000Z", unit: { code: zhaoyuan.housing } },
        { doneAt: "2020-02-24T02:00:00.000Z", unit: { code: zhaoyuan.approval } },
      ],
    });
    expect(seen.case.whistles).toEqual([
      {
        number: whistle,
        kind: "STREET_TO_CITY",
        blower: { code: zhaoyuan.quanshan, name: "泉山街道办事处" },
      },
    ]);
    const kinds = found?.log.edges.map(({ node }) => node.kind) ?? [];
    expect(kinds).toEqual(
      expect.arrayContaining(["TICKET_RECEIVED", "TICKET_SPLIT", "TICKET_TASK_DONE", "TICKET_STRUCK_OFF"]),
    );
  });
}
