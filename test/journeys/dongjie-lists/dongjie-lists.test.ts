import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostHolder } from "../../../infra/issuer/post-holder.ts";
import { ganzhou } from "../../../subgraphs/departments/departments.fixtures.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { modes, startTestStack, type TestStack } from "../../testkit/stack.ts";
import { type Journey, journeyThrough } from "../journey.ts";
import { layDongjie, matter } from "./dongjie.ground.ts";

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
const office = holder(Post.PERFORMANCE_OFFICE, `${ganzhou.district}-PERFORMANCE-OFFICE`);
const centre = "ganzhou-dispatcher";
const street = "ganzhou-street-leader";
const keeper = "ganzhou-list-keeper";
const leader = "ganzhou-district-leader";

/** 甘州 东街: one centre takes in and dispatches by class, and the lists say to whom (GZ-5 to GZ-11, GZ-16). */
describe.each(modes)("东街 lists, %s", (mode) => {
  let stack: TestStack;
  let journey: Journey;

  beforeAll(async () => {
    stack = await startTestStack(mode);
    await layDongjie(stack);
    journey = journeyThrough(stack);
  });
  afterAll(() => stack?.stop());

  /** Taken in by the centre and matched; to whom it goes is another matter. */
  const taken = async (text: string, matched: string, item?: string): Promise<string> => {
    const input = {
      kind: "COMPLAINT",
      channel: "HOTLINE_12345",
      text,
      urgency: "ORDINARY",
      media: [],
      place: { division: ganzhou.eastGate, text: "东门社区" },
    };
    const { ticket } = await journey.does<{ ticket: { number: string } }>(
      centre,
      "reportDemand",
      { input },
      "{ ticket { number } }",
    );
    const of = { number: ticket.number, input: { matter: matched, item } };
    await journey.does(centre, "matchTicket", of);
    return ticket.number;
  };
  const refusedTo = async (number: string, unit: string) => {
    const { code, rule } = await journey.isRefused(centre, "dispatchTicket", { number, unit });
    return [code, rule];
  };
  const dispatched = (number: string, unit?: string) =>
    journey.does<object>(centre, "dispatchTicket", { number, unit }, "{ state handlingUnit { code } }");

  it("GZ-16: a call at 23:40 is taken in, dispatched by class, signed for and answered for by who came first", async () => {
    journey.at("2020-12-10T23:40:00+08:00");
    const number = await taken("楼上邻居半夜砸墙装修，劝不听，吵起来了，麻烦派人来调解。", matter.dispute);
    expect(await dispatched(number)).toEqual({
      state: "DISPATCHED",
      handlingUnit: { code: ganzhou.mediation },
    });
    journey.at("2020-12-10T23:50:00+08:00");
    const signed = await journey.does<object>(
      mediator,
      "signTicket",
      { number },
      "{ signedAt firstReceiver { code } receivedAt }",
    );
    expect(signed).toEqual({
      signedAt: "2020-12-10T15:50:00.000Z",
      firstReceiver: { code: ganzhou.mediation },
      receivedAt: "2020-12-10T15:40:00.000Z",
    });
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
    const unfunded = await taken("沿街广告牌松动，有掉落危险。", matter.advertising, ganzhou.unpublished);
    expect(await refusedTo(unfunded, ganzhou.street)).toEqual(["HAND_DOWN_INCOMPLETE", "GZ-9"]);

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
    expect(await refusedTo(unfunded, ganzhou.street)).toEqual(["NOT_IN_FORCE", "GZ-11"]);
    journey.at("2021-04-01T08:30:00+08:00");
    expect(await dispatched(unfunded, ganzhou.street)).toMatchObject({
      handlingUnit: { code: ganzhou.street },
    });
  });

  it("GZ-11: the list on two dates, and who changed what in which batch", async () => {
    const { itemList } = await journey.sees<{
      itemList: { before: number; after: number; earlier: number; later: number; batches: object[] };
    }>(
      keeper,
      `query ($id: String!) { itemList(id: $id) {
        before: version(on: "2021-03-31") after: version(on: "2021-04-01")
        earlier: itemCount(on: "2021-03-31") later: itemCount(on: "2021-04-01")
        batches { number state effectiveFrom }
      } }`,
      { id: `${ganzhou.street}:DUTY` },
    );
    expect(itemList).toMatchObject({ before: 2, after: 3, earlier: 2, later: 3 });
    expect(itemList.batches.at(-1)).toEqual({ number: 3, state: "PUBLISHED", effectiveFrom: "2021-04-01" });
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
    await journey.does(leader, "createAssessmentPlan", { input: yearly });
    const second = await journey.isRefused(leader, "createAssessmentPlan", { input: yearly });
    expect(second.rule).toBe("GZ-10");
  });
});
