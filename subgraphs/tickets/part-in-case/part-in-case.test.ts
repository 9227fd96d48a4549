import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal, servicePrincipal } from "../../shared/principal.ts";
import { newKey } from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import { answeringGraph, people, pg, township, WhistleStory } from "../whistle/whistle.fixtures.ts";
import { mayReachDemander, type PartInCase } from "./part-in-case.ts";

const part = (more: Partial<PartInCase>): PartInCase => ({
  ticketNumber: "110117-20260601-000001",
  open: true,
  inPlace: false,
  works: null,
  ...more,
});
const parts = {
  none: null,
  stranger: part({}),
  place: part({ inPlace: true }),
  byDuty: part({ works: "BY_DUTY" }),
  byContract: part({ works: "BY_CONTRACT" }),
  over: part({ open: false, inPlace: true, works: "BY_DUTY" }),
};
type Parts = readonly (keyof typeof parts)[];

const whatever: Parts = ["none", "stranger", "place", "byDuty", "byContract", "over"];
const ofPlace: Parts = ["place", "byDuty"];
const ofUnit: Parts = ["byDuty"];

describe("who may know who asked, by post and part in the case", () => {
  it.each<[Post, Parts]>([
    [Post.RESIDENT, whatever],
    [Post.CENTRE_DISPATCHER, whatever],
    [Post.COMMUNITY_STAFF, ofPlace],
    [Post.COMMUNITY_SECRETARY, ofPlace],
    [Post.SUBDISTRICT_LEADER, ofPlace],
    [Post.RESPONDER, ofUnit],
    [Post.CHIEF_RESPONDER, ofUnit],
    [Post.GRID_MEMBER, []],
    [Post.PERFORMANCE_OFFICE, []],
    [Post.LIST_KEEPER, []],
    [Post.DISTRICT_LEADER, []],
    [Post.DATA_STEWARD, []],
    [Post.SERVICE, []],
  ])("%s: with %j", (post, allowed) => {
    const principal = { ...people.pgHousing, post };
    const reached = Object.entries(parts).filter(([, each]) => mayReachDemander(principal, each));
    expect(reached.map(([name]) => name)).toEqual(allowed);
  });

  it("covers every post, and nobody in particular", () => {
    expect(mayReachDemander(null, parts.place)).toBe(false);
    expect(Object.values(Post)).toHaveLength(13);
  });
});

const phone = "13812345678";
const clear = { text: `请打${phone}`, name: "王小满", phone };
const masked = { text: "请打****", name: "王*", phone: "138****5678" };

describe("what of a demand is shown for a case's sake", () => {
  let subgraph: TestSubgraph;
  let story: WhistleStory;
  beforeAll(async () => {
    subgraph = await openTestSubgraph(tickets, { graph: answeringGraph() });
    story = new WhistleStory(subgraph);
  });
  afterAll(() => subgraph.close());

  const call = {
    text: clear.text,
    who: "12号楼老王",
    demander: { name: clear.name, phone },
    place: { gridCode: pg.grid, estateCode: pg.estate },
  };
  let calls = 0;
  /** The caller rings an hour earlier each time: the same within minutes would be one demand sent twice (KF-5). */
  const anHourBefore = () => new Date(Date.parse("2026-06-01T09:00:00+08:00") - calls++ * 3_600_000);
  const reported = () => story.tickets.report(call, { as: people.pgDispatcher, at: anHourBefore() });
  /** A caller's demand at 马坊, sent to the housing commission. */
  const asked = (report: Record<string, unknown> = {}) =>
    story.tickets.dispatched({ ...call, ...report }, anHourBefore());

  const demandsSeenBy = async (as: Principal, number: string) => {
    const { data, errors } = await subgraph.ask<{
      ticket: { title: string; demands: { edges: { node: Shown }[] } } | null;
    }>(
      `query ($number: String!) { ticket(number: $number) { title
        demands(first: 5) { edges { node { text who demander { name phone } } } } } }`,
      { number },
      { as },
    );
    const shown = data.ticket?.demands.edges.map(({ node: { text, who, demander } }) => ({
      text,
      who,
      ...demander,
    }));
    return { title: data.ticket?.title, shown, codes: errors.map(({ code }) => code) };
  };
  interface Shown {
    readonly text: string;
    readonly who: string | null;
    readonly demander: { readonly name: string; readonly phone: string };
  }
  const inClear = { title: "请打****", shown: [{ ...clear, who: "12号楼老王" }], codes: [] };
  const behindMask = { title: "请打****", shown: [{ ...masked, who: null }], codes: ["WITHHELD"] };
  const unseen = { title: undefined, shown: undefined, codes: [] };

  it("is in clear for the centre, the place and the handling unit; masked for those who only look on", async () => {
    const number = await asked();
    const { pgDispatcher, pgStaff, pgSecretary, pgTown, pgHousing, pgHousingChief } = people;
    for (const as of [pgDispatcher, pgStaff, pgSecretary, pgTown, pgHousing, pgHousingChief]) {
      expect(await demandsSeenBy(as, number)).toEqual(inClear);
    }
    for (const as of [people.pgMember, people.pgPerformance, servicePrincipal("evaluation")]) {
      expect(await demandsSeenBy(as, number)).toEqual(behindMask);
    }
    for (const as of [people.kfMarket, people.pgPower, servicePrincipal("civil-affairs")]) {
      expect(await demandsSeenBy(as, number)).toEqual(unseen);
    }
  });

  it("is in clear for a body that a whistle calls, until it is let go or the case is struck off; a company works behind the mask", async () => {
    const number = await asked();
    const { answer, error } = await story.blow({ ...township, tickets: [number] }, { as: people.pgTown });
    expect(error).toBeUndefined();
    expect(await demandsSeenBy(people.pgHousing, number)).toEqual(inClear);
    expect(await demandsSeenBy(people.pgPower, number)).toEqual(behindMask);

    await subgraph.database.query(
      "UPDATE whistle_participant SET released_at = now() WHERE whistle_number = $1 AND unit_code = $2",
      [answer.number, pg.power],
    );
    expect(await demandsSeenBy(people.pgPower, number)).toEqual(unseen);

    await subgraph.database.query(
      "UPDATE ticket SET state = 'STRUCK_OFF', confirmed_solved = true WHERE number = $1",
      [number],
    );
    expect(await demandsSeenBy(people.pgDispatcher, number)).toEqual(inClear);
    for (const as of [people.pgStaff, people.pgTown, people.pgHousing]) {
      expect(await demandsSeenBy(as, number)).toEqual(behindMask);
    }
  });

  it("stays masked for a company that was sent the ticket itself, item or none", async () => {
    const number = await reported();
    await story.tickets.match(number);
    await story.tickets.move("dispatchTicket", number, { as: people.pgDispatcher }, `unit: "${pg.power}"`);
    expect(await demandsSeenBy(people.pgPower, number)).toEqual(behindMask);
    expect(await demandsSeenBy(people.pgTown, number)).toEqual(inClear);
  });

  it("follows a merged ticket to the case it goes on in", async () => {
    const [goesOn, merged] = [await reported(), await reported()];
    await story.tickets.move("mergeTickets", merged, { as: people.pgDispatcher }, `into: "${goesOn}"`);
    expect((await demandsSeenBy(people.pgTown, merged)).shown).toEqual(inClear.shown);
    await subgraph.database.query(
      "UPDATE ticket SET state = 'STRUCK_OFF', confirmed_solved = true WHERE number = $1",
      [goesOn],
    );
    expect((await demandsSeenBy(people.pgTown, merged)).shown).toEqual(behindMask.shown);
  });

  it("is the resident's own, telephone and all", async () => {
    const { data, errors } = await subgraph.ask<{ reportDemand: unknown }>(
      `mutation ($input: ReportDemandInput!, $key: String!) {
        reportDemand(input: $input, idempotencyKey: $key) { text who demander { name phone } } }`,
      {
        input: {
          kind: "HELP",
          channel: "SNAP_AND_REPORT",
          text: clear.text,
          who: "本人",
          demander: { name: clear.name, phone },
          place: { gridCode: pg.grid },
        },
        key: newKey(),
      },
      { as: people.pgResident },
    );
    expect(errors).toEqual([]);
    expect(data.reportDemand).toEqual({ text: clear.text, who: "本人", demander: { name: "王小满", phone } });
  });

  it("is not found out by searching for a number that is masked", async () => {
    const number = await asked({ text: `设施损坏，请打${phone}联系` });
    await story.blow({ ...township, tickets: [number] }, { as: people.pgTown });
    const found = async (as: Principal, text: string) => {
      const { data } = await subgraph.ask<{ tickets: { edges: { node: { number: string } }[] } }>(
        "query ($text: String!) { tickets(filter: { text: $text }, first: 50) { edges { node { number } } } }",
        { text },
        { as },
      );
      return data.tickets.edges.some(({ node }) => node.number === number);
    };
    expect(await found(people.pgPower, "设施损坏")).toBe(true);
    for (const guess of [phone, "138123", "请打1"]) {
      expect(await found(people.pgPower, guess)).toBe(false);
      expect(await found(people.pgDispatcher, guess)).toBe(true);
    }
  });
});
