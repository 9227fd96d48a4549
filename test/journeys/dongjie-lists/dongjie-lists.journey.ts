import { beforeAll, expect, it } from "vitest";
import type { PostHolder } from "../../../infra/issuer/post-holder.ts";
import { ganzhou } from "../../../subgraphs/departments/departments.fixtures.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import type { TestStack } from "../../testkit/stack.ts";
import { type Journey, journeyThrough } from "../journey.ts";
import { reported } from "../reported.ts";
import { justice, matter } from "./dongjie.ground.ts";

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

const marketChief = holder(Post.CHIEF_RESPONDER, ganzhou.market);
const mediator = holder(Post.RESPONDER, ganzhou.mediation);
const judicial = holder(Post.RESPONDER, justice, ganzhou.street);
const office = holder(Post.PERFORMANCE_OFFICE, `${ganzhou.district}-PERFORMANCE-OFFICE`);
const centre = "ganzhou-dispatcher";
const street = "ganzhou-street-leader";
const keeper = "ganzhou-list-keeper";
const leader = "ganzhou-district-leader";

/** 甘州 东街: one centre takes in and dispatches by class, and the lists say to whom (GZ-5 to GZ-11, GZ-16). */
export function dongjieLists(on: () => TestStack): void {
  let journey: Journey;
  let handedDown: string;

  beforeAll(() => {
    journey = journeyThrough(on());
  });

  /** Taken in by the centre and matched; to whom it goes is another matter. */
  const taken = async (text: string, matched: string, item?: string): Promise<string> => {
    const at = { division: ganzhou.eastGate, text: "东门社区" };
    const number = await reported(journey, centre, { kind: "COMPLAINT", text, place: at });
    await journey.does(centre, "matchTicket", { number, input: { matter: matched, item } });
    return number;
  };
  const refusedTo = async (number: string, unit: string) => {
    const { code, rule } = await journey.isRefused(centre, "dispatchTicket", { number, unit });
    return [code, rule];
  };
  const dispatched = (number: string, unit?: string) =>
    journey.does<object>(centre, "dispatchTicket", { number, unit }, "{ state handlingUnit { code } }");

  it("GZ-15, GZ-16: a call at 23:40 is dispatched by class; the centre whistles, mediators come in time, sit, and the neighbours agree", async () => {
    journey.at("2020-12-10T17:00:00+08:00");
    await journey.does(centre, "setDisputeClass", {
      input: {
        district: ganzhou.district,
        matter: matter.dispute,
        amount: 60,
        unit: "MINUTES",
        from: "2020-12-10",
      },
    });
    journey.at("2020-12-10T23:40:00+08:00");
    const number = await taken("楼上邻居半夜砸墙装修，劝不听，吵起来了，麻烦派人来调解。", matter.dispute);
    expect(await dispatched(number)).toEqual({
      state: "DISPATCHED",
      handlingUnit: { code: ganzhou.mediation },
    });
    journey.at("2020-12-10T23:45:00+08:00");
    const signed = await journey.does<object>(
      mediator,
      "signTicket",
      { number },
      "{ signedAt firstReceiver { code } receivedAt }",
    );
    expect(signed).toEqual({
      signedAt: "2020-12-10T15:45:00.000Z",
      firstReceiver: { code: ganzhou.mediation },
      receivedAt: "2020-12-10T15:40:00.000Z",
    });

    const call = {
      input: {
        kind: "DISPUTE",
        source: "HOTLINE",
        tickets: [number],
        noGridYet: true,
        demand: "请到场调解邻里纠纷",
        participants: [
          { unit: ganzhou.mediation, role: "LEAD" },
          { unit: justice, role: "ASSISTING" },
        ],
      },
    };
    const own = await journey.isRefused(street, "blowWhistle", call);
    expect([own.code, own.rule]).toEqual(["WHISTLE_WRONG_BLOWER", "GZ-15"]);
    const blown = await journey.does<{ number: string; clocks: object[] }>(
      centre,
      "blowWhistle",
      call,
      "{ number clocks { step dueAt } }",
    );
    expect(blown.clocks).toEqual([{ step: "ARRIVE", dueAt: "2020-12-10T17:45:00.000Z" }]);
    const mediators = [{ unit: ganzhou.mediation, post: "人民调解员" }, { unit: justice }];
    const opened = await journey.does<object>(
      centre,
      "openMediation",
      { input: { number, host: ganzhou.mediation, mediators } },
      "{ state whistle { number } mediators { dueAt arrivedAt } }",
    );
    const due = { dueAt: "2020-12-10T16:45:00.000Z", arrivedAt: null };
    expect(opened).toEqual({ state: "OPEN", whistle: { number: blown.number }, mediators: [due, due] });

    journey.at("2020-12-11T00:20:00+08:00");
    const position = { longitude: 100.45, latitude: 38.93, datum: "WGS84" };
    const uncalled = await journey.isRefused(marketChief, "checkInMediator", { input: { number, position } });
    expect(uncalled.messageZh).toBeTruthy();
    for (const post of [mediator, judicial]) {
      await journey.does(post, "checkInMediator", { input: { number, position } });
    }
    journey.at("2020-12-11T01:10:00+08:00");
    await journey.does(mediator, "recordSitting", {
      input: {
        number,
        heldAt: "2020-12-11T00:30:00+08:00",
        place: "社区调解室",
        mediators: [ganzhou.mediation, justice],
        parties: "楼上住户、楼下住户",
        outcome: "AGREED",
        agreement: "夜间不施工，赔付两百元",
      },
    });
    const input = { number: blown.number, solved: true, note: "双方已签字" };
    expect(await journey.does(centre, "confirmWhistle", { input }, "{ state }")).toEqual({
      state: "CONFIRMED",
    });

    const { ticket } = await journey.sees<{ ticket: object }>(
      centre,
      `query ($n: String!) { ticket(number: $n) {
        whistles { number kind }
        mediations { state mediators { unit { name } arrivedAt late } sittings { outcome } }
      } }`,
      { n: number },
    );
    const came = (name: string) => ({ unit: { name }, arrivedAt: "2020-12-10T16:20:00.000Z", late: false });
    expect(ticket).toEqual({
      whistles: [{ number: blown.number, kind: "DISPUTE" }],
      mediations: [
        {
          state: "AGREED",
          mediators: [came("社会治安综合治理中心"), came("东街司法所")],
          sittings: [{ outcome: "AGREED" }],
        },
      ],
    });
  });

  it("GZ-17: on a petition day the street's leader hears somebody in person; it is taken in on the spot", async () => {
    journey.at("2020-12-14T09:00:00+08:00");
    const hears = {
      day: "2020-12-14",
      leaderName: "脱国梁",
      leaderPost: "街道党工委书记",
      place: "街道群众接待室",
    };
    const { id } = await journey.does<{ id: string }>(
      street,
      "announcePetitionDay",
      { input: hears },
      "{ id }",
    );
    const input = {
      kind: "COMPLAINT",
      channel: "PETITION_DAY",
      text: "小区门口路灯坏了半个月，多次反映没人修。",
      urgency: "ORDINARY",
      media: [],
      place: { division: ganzhou.eastGate },
      petition: { day: id, seenInPerson: true },
      demander: { kind: "PERSON", name: "示例来访人" },
    };
    const unnamed = await journey.isRefused(street, "reportDemand", {
      input: { ...input, demander: undefined },
    });
    expect([unnamed.code, unnamed.rule]).toEqual(["PETITIONER_NOT_NAMED", "GZ-17"]);
    const heard = await journey.does<object>(
      street,
      "reportDemand",
      { input },
      "{ seenInPerson petitionDay { day leaderName unit { name } } ticket { state function } }",
    );
    expect(heard).toEqual({
      seenInPerson: true,
      petitionDay: { day: "2020-12-14", leaderName: "脱国梁", unit: { name: "东街街道办事处" } },
      ticket: { state: "RECEIVED", function: "ON_COMPLAINT" },
    });
    const { petitionDays } = await journey.sees<{ petitionDays: { edges: object[] } }>(
      undefined,
      `{ petitionDays(division: "${ganzhou.district}", from: "2020-12-01", until: "2020-12-31") {
          edges { node { day leaderName place } } } }`,
    );
    expect(petitionDays.edges).toEqual([
      { node: { day: "2020-12-14", leaderName: "脱国梁", place: "街道群众接待室" } },
    ]);
  });

  it("GZ-8: what is off the street's list is refused, whose area it may be, and stays with the department", async () => {
    journey.at("2020-12-15T09:00:00+08:00");
    const number = await taken("巷口新立了一块广告牌，挡住了路灯。", matter.advertising, ganzhou.unpublished);
    expect(await refusedTo(number, ganzhou.street)).toEqual(["OFF_LIST", "GZ-8"]);
    const { dispatchVerdict } = await journey.sees<{ dispatchVerdict: object }>(
      centre,
      `query ($unit: String!, $matter: String!, $item: PowerItemCode) {
        dispatchVerdict(unit: $unit, matter: $matter, item: $item, on: "2020-12-15") {
          allowed code responsibleUnit { code }
        }
      }`,
      { unit: ganzhou.street, matter: matter.advertising, item: ganzhou.unpublished },
    );
    expect(dispatchVerdict).toEqual({
      allowed: false,
      code: "OFF_LIST",
      responsibleUnit: { code: ganzhou.market },
    });
    const { ticket } = await journey.sees<{ ticket: object }>(
      centre,
      "query ($n: String!) { ticket(number: $n) { state handlingUnit { code } } }",
      { n: number },
    );
    expect(ticket).toEqual({ state: "MATCHED", handlingUnit: null });
  });

  it("GZ-9: handed down with approval but no funds it is refused; with all three it counts from the batch's day on", async () => {
    journey.at("2020-12-16T09:00:00+08:00");
    const { number: handDown } = await journey.does<{ number: string }>(
      marketChief,
      "proposeHandDown",
      { input: { item: ganzhou.unpublished, receivingUnit: ganzhou.street, reason: "属地管理" } },
      "{ number }",
    );
    const put = (post: string, fact: string) =>
      journey.does(post, "recordHandDownFact", { number: handDown, fact, evidence: "示例文号" });
    await put(leader, "APPROVAL");
    handedDown = await taken("沿街广告牌松动，有掉落危险。", matter.advertising, ganzhou.unpublished);
    expect(await refusedTo(handedDown, ganzhou.street)).toEqual(["HAND_DOWN_INCOMPLETE", "GZ-9"]);

    await put(street, "FUNDS");
    await put(street, "WORKING_CONDITIONS");
    const duties = `${ganzhou.street}:DUTY`;
    const batch = await journey.does<{ number: number }>(
      keeper,
      "openBatch",
      { input: { holder: ganzhou.street, kind: "DUTY", document: "甘编〔2021〕示例号" } },
      "{ number }",
    );
    await journey.does(keeper, "listHandDown", { number: handDown });
    await journey.does(keeper, "publishBatch", {
      listId: duties,
      number: batch.number,
      effectiveFrom: "2021-04-01",
    });

    journey.at("2021-03-31T17:00:00+08:00");
    expect(await refusedTo(handedDown, ganzhou.street)).toEqual(["NOT_IN_FORCE", "GZ-11"]);
    journey.at("2021-04-01T08:30:00+08:00");
    expect(await dispatched(handedDown, ganzhou.street)).toMatchObject({
      handlingUnit: { code: ganzhou.street },
    });
  });

  it("GZ-8, GZ-9: refusals by department: who tried to put what on whom, when, by which rule", async () => {
    const refusals = async (as: PostHolder | string) => {
      const { refusedDispatches } = await journey.sees<{ refusedDispatches: { edges: { node: object }[] } }>(
        as,
        `{ refusedDispatches(filter: { responsible: "${ganzhou.market}" }, first: 10) { edges { node {
            at code rule item { name } unit { name } responsibleUnit { name } triedBy { name } } } } }`,
      );
      return refusedDispatches.edges.map(({ node }) => node);
    };
    const refused = (at: string, code: string, rule: string) => ({
      at,
      code,
      rule,
      item: { name: "户外广告检查" },
      unit: { name: "东街街道办事处" },
      responsibleUnit: { name: "甘州区市场监督管理局" },
      triedBy: { name: "甘州区指挥中心" },
    });
    const kept = [
      refused("2021-03-31T09:00:00.000Z", "NOT_IN_FORCE", "GZ-11"),
      refused("2020-12-16T01:00:00.000Z", "HAND_DOWN_INCOMPLETE", "GZ-9"),
      refused("2020-12-15T01:00:00.000Z", "OFF_LIST", "GZ-8"),
    ];
    for (const as of [keeper, marketChief, street, centre, leader]) expect(await refusals(as)).toEqual(kept);
    const healthChief = holder(Post.CHIEF_RESPONDER, ganzhou.health);
    for (const as of [healthChief, "kaifu-dispatcher"]) expect(await refusals(as)).toEqual([]);
  });

  it("GZ-11: the list on two dates, and who changed what in which batch", async () => {
    const { itemList } = await journey.sees<{
      itemList: { before: number; after: number; earlier: number; later: number; batches: object[] };
    }>(
      keeper,
      `query ($id: String!) { itemList(id: $id) {
        before: version(on: "2021-03-31") after: version(on: "2021-04-01")
        earlier: itemCount(on: "2021-03-31") later: itemCount(on: "2021-04-01")
        batches { number state effectiveFrom document openedBy { name } publishedBy { name }
          additions(first: 5) { edges { node { item { name } handDownNumber } } } removals(first: 5) { edges { cursor } } }
      } }`,
      { id: `${ganzhou.street}:DUTY` },
    );
    expect(itemList).toMatchObject({ before: 2, after: 3, earlier: 2, later: 3 });
    expect(itemList.batches.at(-1)).toEqual({
      number: 3,
      state: "PUBLISHED",
      effectiveFrom: "2021-04-01",
      document: "甘编〔2021〕示例号",
      openedBy: { name: "甘州区委编办" },
      publishedBy: { name: "甘州区委编办" },
      additions: {
        edges: [
          { node: { item: { name: "户外广告检查" }, handDownNumber: expect.stringMatching(/^620702-H-/) } },
        ],
      },
      removals: { edges: [] },
    });
  });

  it("the list changed between matching and dispatch: dispatch looks again, on its own day (6.7)", async () => {
    const { ticket } = await journey.sees<{ ticket: object }>(
      centre,
      `query ($n: String!) { ticket(number: $n) { matchedOn dispatches { listId listVersion }
        log(first: 100) { edges { node { kind } } } } }`,
      { n: handedDown },
    );
    expect(ticket).toEqual({
      matchedOn: "2020-12-16",
      dispatches: [{ listId: `${ganzhou.street}:DUTY`, listVersion: 3 }],
      // Three times tried and once done: each change is told once, what was refused changed nothing.
      log: {
        edges: ["TICKET_RECEIVED", "TICKET_MATCHED", "TICKET_DISPATCHED"].map((kind) => ({ node: { kind } })),
      },
    });
  });

  it("GZ-7: on a community nothing may be put but access items", async () => {
    journey.at("2021-04-02T09:00:00+08:00");
    const allowed = await taken("想登记一下就业情况。", matter.employment, ganzhou.accessItem);
    expect(await dispatched(allowed, ganzhou.eastGate)).toMatchObject({
      handlingUnit: { code: ganzhou.eastGate },
    });
    const other = await taken("餐馆卫生差，希望检查。", matter.hygiene);
    expect(await refusedTo(other, ganzhou.eastGate)).toEqual(["NOT_ACCESS_ITEM", "GZ-7"]);
    expect(await dispatched(other, ganzhou.health)).toMatchObject({ handlingUnit: { code: ganzhou.health } });
  });

  it("GZ-10: a department assesses no street by itself, the district once a year, and vetoes come from above", async () => {
    const plan = {
      kind: "SINGLE_ITEM",
      year: 2021,
      title: "户外广告整治单项考核",
      subjects: [ganzhou.street],
      vetoItems: [],
    };
    const single = await journey.isRefused(marketChief, "createAssessmentPlan", { input: plan });
    expect([single.code, single.rule]).toEqual(["SINGLE_ITEM_ASSESSMENT", "GZ-10"]);

    const yearly = { ...plan, kind: "COMPREHENSIVE", title: "街道综合考核" };
    const veto = { ...yearly, vetoItems: [{ name: "户外广告", level: "DEPARTMENT" }] };
    const vetoed = await journey.isRefused(office, "createAssessmentPlan", { input: veto });
    expect([vetoed.code, vetoed.rule]).toEqual(["VETO_NOT_ALLOWED", "GZ-10"]);
    await journey.does(leader, "createAssessmentPlan", {
      input: { ...yearly, vetoItems: [{ name: "安全生产", level: "PROVINCIAL" }] },
    });
    const second = await journey.isRefused(leader, "createAssessmentPlan", { input: yearly });
    expect(second.rule).toBe("GZ-10");
  });
}
