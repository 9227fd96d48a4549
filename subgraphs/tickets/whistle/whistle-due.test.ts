import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { tickets } from "../tickets.subgraph.ts";
import { answeringGraph, emergency, kf, people, pg, WhistleStory, zy } from "./whistle.fixtures.ts";

let subgraph: TestSubgraph;
let story: WhistleStory;
const graph = answeringGraph();
const centre = "430105-COMMAND-CENTRE";
const at = (text: string) => new Date(`2026-06-${text}:00+08:00`);

beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph });
  story = new WhistleStory(subgraph);
});
afterAll(() => subgraph.close());

interface Listed {
  readonly number: string;
  readonly dueAt: string | null;
  readonly clocks: readonly {
    readonly dueAt: string;
    readonly metAt: string | null;
    readonly stoppedAt: string | null;
    readonly pausedAt: string | null;
  }[];
}

async function listed(args: string, as: Principal = people.service): Promise<Listed[]> {
  const { whistles } = await story.tickets.must<{ whistles: { edges: { node: Listed }[] } }>(
    `{ whistles(${args}) { edges { node { number dueAt clocks { dueAt metAt stoppedAt pausedAt } } } } }`,
    {},
    { as },
  );
  return whistles.edges.map(({ node }) => node);
}

const refusal = async (args: string, as: Principal) =>
  (await subgraph.ask(`{ whistles(${args}) { edges { node { number } } } }`, {}, { as })).errors[0]?.code;

/** The units of those named that the whistle waits for, each with the steps it waits for. */
async function awaited(number: string, units: readonly string[]): Promise<Record<string, string[]>> {
  const steps = ["SIGN", "ARRIVE", "MEASURES", "RESOLVE", "DECIDE_EXTENSION", "CONFIRM", "CLOSE"];
  const waits = async (unit: string, more = "") => {
    const found = await listed(`first: 100, filter: { awaits: "${unit}"${more} }`);
    return found.some((each) => each.number === number);
  };
  const answer: Record<string, string[]> = {};
  for (const unit of units) {
    const found = await Promise.all(
      steps.map(async (step) => ((await waits(unit, `, awaitedSteps: [${step}]`)) ? [step] : [])),
    );
    const its = found.flat();
    expect(await waits(unit), `${unit} without steps`).toBe(its.length > 0);
    if (its.length > 0) answer[unit] = its;
  }
  return answer;
}

describe("whistles by what is due first", () => {
  it("stand in the order in which their next clocks end, those without one last, and page through", async () => {
    const late = await story.tacklingAt("SIGNED", at("01T09:00"));
    const done = await story.tacklingAt("CONFIRMED", at("01T10:00"));
    const urgent = (
      await story.blow(
        { ...emergency, tickets: [await story.kfTicket()] },
        { as: people.kfSecretary, at: at("02T09:00") },
      )
    ).answer.number;
    const found = await listed("order: DUE_FIRST, first: 100");
    expect(found.map(({ number }) => number)).toEqual([urgent, late, done]);
    const paged: string[] = [];
    for (let after = ""; ; ) {
      const { whistles } = await story.tickets.must<{
        whistles: {
          edges: { node: { number: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        `{ whistles(order: DUE_FIRST, first: 1${after && `, after: "${after}"`}) {
          edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
        {},
        { as: people.service },
      );
      paged.push(...whistles.edges.map(({ node }) => node.number));
      if (!whistles.pageInfo.hasNextPage) break;
      after = whistles.pageInfo.endCursor;
    }
    expect(paged).toEqual([urgent, late, done]);
  });

  it("are due when their clocks say so, through every step, a pause and a longer limit", async () => {
    const number = await story.tackling({ at: at("03T09:00") });
    const market = (time: string) => ({ as: people.kfMarket, at: at(time) });
    const street = (time: string) => ({ as: people.kfStreet, at: at(time) });
    const dueAt = async () => {
      const [whistle] = (await listed("first: 100")).filter((each) => each.number === number);
      const running = (whistle?.clocks ?? []).filter(
        ({ metAt, stoppedAt, pausedAt }) => !metAt && !stoppedAt && !pausedAt,
      );
      expect(whistle?.dueAt).toBe(running.map(({ dueAt: due }) => due).sort()[0] ?? null);
      return whistle?.dueAt;
    };
    const first = await dueAt();
    expect(first).not.toBeNull();
    await story.sign(number, market("03T10:00"));
    await story.arrive(number, market("03T11:00"));
    const paused = await story.ask(
      "pauseWhistle",
      "$number: String!, $ground: WhistlePauseGround!, $reason: String!",
      { number, ground: "CONDITIONS", reason: "等待天气转好" },
      street("03T12:00"),
      "dueAt",
    );
    expect(paused.code).toBeUndefined();
    expect(paused.answer).toEqual({ dueAt: null });
    expect(await dueAt()).toBeNull();
    await story.ask("resumeWhistle", "$number: String!", { number }, street("04T12:00"));
    const resumed = await dueAt();
    expect(resumed).not.toBeNull();
    await story.ask(
      "askWhistleExtension",
      "$input: AskWhistleExtensionInput!",
      { input: { number, step: "MEASURES", amount: 2, reason: "须等待检测结果" } },
      market("04T13:00"),
    );
    await story.ask(
      "decideWhistleExtension",
      "$input: DecideWhistleExtensionInput!",
      { input: { number, step: "MEASURES", granted: true, grounds: "情况属实" } },
      street("04T14:00"),
    );
    expect(new Date((await dueAt()) ?? 0) > new Date(resumed ?? 0)).toBe(true);
    await story.measures(number, market("04T15:00"));
    expect(await dueAt()).toBeNull();
  });

  it("tell a resident nothing by their order or by whom they wait for", async () => {
    expect(await refusal("order: DUE_FIRST", people.pgResident)).toBe("WITHHELD");
    expect(await refusal(`filter: { awaits: "${pg.community}" }`, people.pgResident)).toBe("WITHHELD");
  });
});

describe("whom a whistle waits for", () => {
  const all = [kf.market, kf.urban, kf.street, centre];

  it("the called units each by their next step, the blower to decide, confirm and close", async () => {
    const when = at("08T09:00");
    const number = await story.tackling({ at: when });
    const market = { as: people.kfMarket, at: when };
    const street = { as: people.kfStreet, at: when };
    expect(await awaited(number, all)).toEqual({ [kf.market]: ["SIGN"], [kf.urban]: ["SIGN"] });
    await story.sign(number, market);
    expect(await awaited(number, all)).toEqual({ [kf.market]: ["ARRIVE"], [kf.urban]: ["SIGN"] });
    await story.arrive(number, market);
    await story.ask(
      "askWhistleExtension",
      "$input: AskWhistleExtensionInput!",
      { input: { number, step: "MEASURES", amount: 1, reason: "须等待检测结果" } },
      market,
    );
    expect(await awaited(number, all)).toEqual({
      [kf.market]: ["MEASURES"],
      [kf.urban]: ["SIGN"],
      [kf.street]: ["DECIDE_EXTENSION"],
    });
    await story.ask(
      "decideWhistleExtension",
      "$input: DecideWhistleExtensionInput!",
      { input: { number, step: "MEASURES", granted: false, grounds: "理由不充分" } },
      street,
    );
    await story.measures(number, market);
    expect(await awaited(number, all)).toEqual({ [kf.market]: ["RESOLVE"], [kf.urban]: ["SIGN"] });
    await story.resolve(number, market);
    expect(await awaited(number, all)).toEqual({ [kf.urban]: ["SIGN"], [kf.street]: ["CONFIRM"] });
    await story.confirm(number, street);
    expect(await awaited(number, all)).toEqual({});
    graph.evaluated.push(number);
    await subgraph.catchUp();
    expect(await awaited(number, all)).toEqual({ [kf.street]: ["CLOSE"], [centre]: ["CLOSE"] });
  });

  it("not the unit that contests its duty, which waits for the arbiter, nor one let go", async () => {
    const when = at("09T09:00");
    const number = await story.tackling({ at: when });
    await story.withReason("disputeWhistle", number, { as: people.kfUrban, at: when });
    expect(await awaited(number, all)).toEqual({ [kf.market]: ["SIGN"] });
    await story.decide(
      { number, unit: kf.urban, decision: "RELEASED", grounds: "不属其职责" },
      { as: people.kfArbiter, at: when },
    );
    expect(await awaited(number, all)).toEqual({ [kf.market]: ["SIGN"] });
  });

  it("the centre where the kind has it confirm, and for a resident's own", async () => {
    const dispatcher = { as: people.zyDispatcher };
    const ticket = await story.tickets.report({ text: "楼道堆物", place: { gridCode: zy.grid } }, dispatcher);
    await story.tickets.match(ticket, dispatcher);
    await story.tickets.move("dispatchTicket", ticket, dispatcher, `unit: "${zy.community}"`);
    const input = { source: "SNAP", grid: zy.grid, demand: "请到场", tickets: [ticket] };
    const blown = await story.blow(
      {
        ...input,
        kind: "PEOPLE_TO_COMMUNITY",
        participants: [{ unit: zy.community, role: "LEAD" }],
      },
      { as: people.zyMember },
    );
    const { number } = blown.answer ?? { number: JSON.stringify(blown.error) };
    const secretary = { as: people.zySecretary };
    await story.sign(number, secretary);
    await story.arrive(number, secretary);
    await story.measures(number, secretary);
    await story.resolve(number, secretary);
    const units = [zy.community, "370685-COMMAND-CENTRE"];
    expect(await awaited(number, units)).toEqual({ "370685-COMMAND-CENTRE": ["CONFIRM"] });

    const own = await story.blow(
      {
        kind: "RESIDENTS",
        source: "RESIDENT",
        theme: "PEOPLE_NEED",
        grid: pg.grid,
        demand: "请摸清电动车数量",
        participants: [{ unit: pg.community, role: "LEAD" }],
      },
      { as: people.pgResident },
    );
    const residents = own.answer.number;
    const at12 = [pg.community, "110117-COMMAND-CENTRE"];
    expect(await awaited(residents, at12)).toEqual({});
    await story.ask("screenWhistle", "$number: String!", { number: residents }, { as: people.pgStaff });
    expect(await awaited(residents, at12)).toEqual({ [pg.community]: ["SIGN"] });
    for (const step of ["sign", "arrive", "measures", "resolve"] as const) {
      await story[step](residents, { as: people.pgStaff });
    }
    expect(await awaited(residents, at12)).toEqual({ "110117-COMMAND-CENTRE": ["CONFIRM"] });
  });

  it("only within what the asker may see", async () => {
    const args = `filter: { awaits: "${kf.market}" }, first: 100`;
    expect((await listed(args, people.kfOffice)).length).toBe(0);
    expect(
      (await listed(args, person(Post.CENTRE_DISPATCHER, { unit: centre, division: "430105" }))).length,
    ).toBe((await listed(args)).length);
  });
});
