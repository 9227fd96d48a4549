import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import {
  community,
  graphOf,
  newKey,
  people,
  plainAnswers,
  resident,
  TicketStory,
} from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";

const square = "110117006001006";

/** A square with a grid of its own, by any of the names that the grid centre has for it. */
const resolvePlace = ({ text }: Record<string, unknown>) =>
  ["汇达广场", "汇达", "huida plaza"]
    .filter((name) => String(text).includes(name))
    .slice(0, 1)
    .map((matchedName) => ({
      ...{ division: { code: square.slice(0, 12) }, estate: null, grid: { code: square } },
      ...{ matchedName, confidence: 0.9 },
    }));

let subgraph: TestSubgraph;
let story: TicketStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: graphOf({ ...plainAnswers, resolvePlace }) });
  story = new TicketStory(subgraph);
});
afterAll(() => subgraph.close());

const hours = (n: number): Date => new Date(Date.UTC(2026, 5, 1, 1 + n));
const centre = (hour = 0) => ({ as: people.dispatcher, at: hours(hour) });

let phones = 0;
const newPhone = (): string => `137${String(++phones).padStart(8, "0")}`;

let estates = 0;
/** An estate nobody has complained about yet, in a community of its own. */
const newEstate = (): string => `1101170070${String(++estates).padStart(2, "0")}-E01`;

/** Different people, different words, one matter. */
const chargersSaid = [
  "您好，小区没有充电桩，电动汽车没处充电，请尽快安装。",
  "物业说电力容量不够，不给装桩，我们买了电车的怎么办？",
  "院里连一个充电口都找不到，晚上排队去加油站那边充电。",
  "充电设施到底什么时候建，别的地方早就有充电站了！",
  "给政府打了三次电话了，充电车位一个都没有，老人还天天埋怨我买车。",
];
const noiseSaid = [
  "工地半夜还在浇筑混凝土，吵得全家睡不着。",
  "夜里施工的噪音太大，打桩机响到凌晨三点。",
  "挖掘机深夜轰隆隆，孩子被惊醒好几回，谁批准夜间施工的？",
];

interface Said {
  readonly text: string;
  readonly estateCode?: string | null;
  readonly division?: string;
  readonly phone?: string;
  readonly hour?: number;
}

const report = ({ text, estateCode, division, phone = newPhone(), hour = 0 }: Said): Promise<string> =>
  story.report(
    {
      text,
      place: estateCode ? { estateCode } : { division: division ?? "110117007" },
      demander: { name: "居民", phone },
    },
    centre(hour),
  );

async function reportAll(said: readonly string[], estateCode: string, hour = 0): Promise<string[]> {
  const numbers: string[] = [];
  for (const [index, text] of said.entries())
    numbers.push(await report({ text, estateCode, hour: hour + index }));
  return numbers;
}

const fields = `number state demanders ticketCount firstAt lastAt words placeNames withinHours
  matter { code } division { code } estate { code } grid { code } decisionReason decidedBy { code }
  mergedInto { number } classProblem { number } tickets(first: 50, order: OLDEST) { edges { node { number } } }`;

interface Hot {
  readonly number: string;
  readonly tickets: { readonly edges: readonly { readonly node: { readonly number: string } }[] };
  readonly [field: string]: unknown;
}

async function hotIn(
  division: string,
  { as = people.dispatcher, hour = 6, order = "STRONGEST" } = {},
): Promise<Hot[]> {
  const { hotClasses } = await story.must<{ hotClasses: { edges: { node: Hot }[] } }>(
    `query ($division: DivisionCode!) { hotClasses(division: $division, order: ${order}) { edges { node { ${fields} } } } }`,
    { division },
    { as, at: hours(hour) },
  );
  return hotClasses.edges.map(({ node }) => node);
}

const ticketsOf = (hot: Hot | undefined): string[] => hot?.tickets.edges.map(({ node }) => node.number) ?? [];

async function problemsOf(numbers: readonly string[]): Promise<(string | null)[]> {
  const rows: { number: string; problem: string | null }[] = await subgraph.database.query(
    "SELECT number, class_problem_number AS problem FROM ticket WHERE number = ANY($1)",
    [numbers],
  );
  return numbers.map((number) => rows.find((row) => row.number === number)?.problem ?? null);
}

const decide = (move: string, args: string, as = people.dispatcher) =>
  subgraph.ask<Record<string, Hot>>(
    `mutation ($key: String!) { ${move}(${args}, idempotencyKey: $key) { ${fields} } }`,
    { key: newKey() },
    { as, at: hours(7) },
  );

describe("demands that are alike become a hot class (ZY-21)", () => {
  it("in other words, before anybody has said what they are about, and says why", async () => {
    const estateCode = newEstate();
    const numbers = await reportAll(chargersSaid, estateCode);
    const [hot, ...others] = await hotIn(estateCode.slice(0, 12));
    expect(others).toEqual([]);
    expect(ticketsOf(hot)).toEqual(numbers);
    expect(hot).toMatchObject({
      state: "OPEN",
      demanders: 5,
      ticketCount: 5,
      firstAt: hours(0).toISOString(),
      lastAt: hours(4).toISOString(),
      words: ["充电设施"],
      withinHours: 168,
      matter: null,
      division: { code: estateCode.slice(0, 12) },
      estate: { code: estateCode },
      grid: null,
      decisionReason: null,
      classProblem: null,
    });
  });

  it("also one that nobody could place, by the name it uses", async () => {
    const estateCode = newEstate();
    const near = await report({ text: "永兴农贸市场地上全是烂菜叶，臭味熏人。", estateCode });
    const unplaced = await report({ text: "永兴菜市场臭气熏天，垃圾没人收。", division: "110117" });
    const third = await report({ text: "我们永兴市场这边垃圾成堆，苍蝇乱飞，臭得不行。", estateCode });
    const hot = (await hotIn("110117")).find((each) => ticketsOf(each).includes(near));
    expect(ticketsOf(hot)).toEqual([near, unplaced, third]);
    expect(hot).toMatchObject({ placeNames: ["永兴"] });
  });

  it("also those of one place by whichever of its names, wherever the callers live", async () => {
    const said = [
      "汇达广场的地库排风口对着人行道，一股臭味，熏得人绕着走。",
      "路过汇达那边臭气熏天，风口吹出来的味道刺鼻。",
      "huida plaza 的风口往外排臭味，难闻得孩子直捂鼻子。",
    ];
    const numbers: string[] = [];
    const hour = 24 * 200;
    for (const text of said) numbers.push(await report({ text, estateCode: newEstate(), hour }));
    const unnamed = said[0]?.replace("汇达", "金茂") ?? "";
    const elsewhere = await report({ text: unnamed, estateCode: newEstate(), hour });
    const hot = (await hotIn("110117", { hour })).find((each) => ticketsOf(each).includes(numbers[0] ?? ""));
    expect(ticketsOf(hot)).toEqual(numbers);
    expect(ticketsOf(hot)).not.toContain(elsewhere);
  });

  it.each([
    ["one person's five letters", (estateCode: string) => ({ estateCode, phone: "13611112222" })],
    ["five estates", () => ({ estateCode: newEstate() })],
    ["five months", (estateCode: string, n: number) => ({ estateCode, hour: n * 24 * 30 })],
  ])("not of %s", async (_, said) => {
    const estateCode = newEstate();
    const numbers: string[] = [];
    for (const [n, text] of chargersSaid.entries())
      numbers.push(await report({ text, ...said(estateCode, n) }));
    for (const hour of [6, 24 * 120]) {
      const hot = await hotIn("110117", { hour });
      expect(hot.filter((each) => ticketsOf(each).some((number) => numbers.includes(number)))).toEqual([]);
    }
  });

  it("keeps two matters of one estate apart", async () => {
    const estateCode = newEstate();
    const chargers = await reportAll(chargersSaid.slice(0, 4), estateCode);
    const noise = await reportAll(noiseSaid, estateCode);
    const hot = await hotIn(estateCode.slice(0, 12));
    expect(hot.map(ticketsOf)).toEqual([chargers, noise]);
    expect((await hotIn(estateCode.slice(0, 12), { order: "LATEST" })).map(ticketsOf)).toEqual([
      chargers,
      noise,
    ]);
  });

  it("is over when nobody has asked for as long as the window is", async () => {
    const estateCode = newEstate();
    await reportAll(chargersSaid, estateCode);
    expect(await hotIn(estateCode.slice(0, 12), { hour: 4 + 168 })).toHaveLength(1);
    expect(await hotIn(estateCode.slice(0, 12), { hour: 5 + 168 })).toEqual([]);
  });

  it("gives its class problem those matched to the matter beside it, and those nobody could place", async () => {
    const estateCode = newEstate();
    await subgraph.database.query(
      "INSERT INTO trend_rule (district_code, version, distinct_demanders, within_hours, valid_from) VALUES ('110117', 1, 5, 48, '2031-01-01')",
    );
    const later = (Date.UTC(2031, 0, 2) - Date.UTC(2026, 5, 1, 1)) / 3_600_000;
    const numbers: string[] = [];
    for (const [n, text] of chargersSaid.entries()) {
      numbers.push(
        await report({ text, ...(n === 2 ? { division: "110117007" } : { estateCode }), hour: later + n }),
      );
    }
    for (const [n, number] of numbers.entries()) {
      await story.match(number, centre(later + 6), n === 3 ? "110117-0804" : "110117-0803");
    }
    const [hot] = await hotIn(estateCode.slice(0, 12), { hour: later + 7 });
    const { classProblem } = hot as unknown as { classProblem: { number: string } };
    const problem = await story.must<{ classProblem: Record<string, unknown> }>(
      "query ($n: String!) { classProblem(number: $n) { matter { code } estate { code } tickets(first: 9, order: OLDEST) { edges { node { number } } } } }",
      { n: classProblem.number },
      centre(later + 7),
    );
    expect(problem.classProblem).toEqual({
      matter: { code: "110117-0803" },
      estate: { code: estateCode },
      tickets: { edges: numbers.map((number) => ({ node: { number } })) },
    });
    // What people put into the class goes into its problem, and what they take out of it leaves the problem.
    const neighbours = newEstate();
    const theirs = await reportAll(chargersSaid.slice(0, 3), neighbours, later);
    for (const number of theirs) await story.match(number, centre(later + 6), "110117-0803");
    const [beside] = await hotIn(neighbours.slice(0, 12), { hour: later + 7 });
    await decide(
      "mergeHotClasses",
      `number: "${beside?.number}", into: "${hot?.number}", reason: "一处变压器"`,
    );
    const [first = "", ...others] = numbers;
    expect(await problemsOf([...theirs, first])).toEqual(Array(4).fill(classProblem.number));
    await decide("splitHotClass", `number: "${hot?.number}", tickets: ["${first}"], reason: "是单位车棚"`);
    expect(await problemsOf([first])).toEqual([null]);
    expect(await problemsOf(others)).toEqual(others.map(() => classProblem.number));

    // Dismissed, it takes its problem along: nobody was promised a plan, and nothing joins it or opens another.
    const { data, errors } = await decide(
      "dismissHotClass",
      `number: "${hot?.number}", reason: "已列入改造计划"`,
    );
    expect(errors).toEqual([]);
    expect(data.dismissHotClass).toMatchObject({ state: "DISMISSED", classProblem });
    const dismissed = await story.must<{ classProblem: object }>(
      "query ($n: String!) { classProblem(number: $n) { state } }",
      { n: classProblem.number },
      centre(later + 8),
    );
    expect(dismissed.classProblem).toEqual({ state: "DISMISSED" });
    const since: string[] = [];
    for (const text of chargersSaid) since.push(await report({ text, estateCode, hour: later + 9 }));
    for (const each of since) await story.match(each, centre(later + 10), "110117-0803");
    expect(await problemsOf(since)).toEqual(since.map(() => null));
  });
});

describe("what people decide about a hot class is kept", () => {
  it("dismissed: those that come later go into it unseen, and it opens no class problem", async () => {
    const estateCode = newEstate();
    await reportAll(chargersSaid.slice(0, 4), estateCode);
    const [hot] = await hotIn(estateCode.slice(0, 12));
    const { data, errors } = await decide(
      "dismissHotClass",
      `number: "${hot?.number}", reason: "同一培训班布置的作业"`,
    );
    expect(errors).toEqual([]);
    expect(data.dismissHotClass).toMatchObject({
      state: "DISMISSED",
      decisionReason: "同一培训班布置的作业",
      decidedBy: { code: people.dispatcher.unit },
    });
    const late = await report({ text: chargersSaid[4] ?? "", estateCode, hour: 8 });
    expect(await hotIn(estateCode.slice(0, 12), { hour: 9 })).toEqual([]);
    const { hotClass } = await story.must<{ hotClass: Hot }>(
      `query ($n: String!) { hotClass(number: $n) { ${fields} } }`,
      { n: hot?.number },
      centre(9),
    );
    expect(ticketsOf(hotClass)).toContain(late);
    const again = await decide("dismissHotClass", `number: "${hot?.number}", reason: "再次"`);
    expect(again.errors).toMatchObject([{ code: "HOT_CLASS_NOT_OPEN" }]);
  });

  it("split: the tickets stay where they were put, whatever is matched later", async () => {
    const estateCode = newEstate();
    const numbers = await reportAll(chargersSaid, estateCode);
    const [hot] = await hotIn(estateCode.slice(0, 12));
    const [, second = "", third = "", , fifth = ""] = numbers;
    const going = [second, third, fifth];
    const { data, errors } = await decide(
      "splitHotClass",
      `number: "${hot?.number}", tickets: ${JSON.stringify([...going, second])}, reason: "是地库的事"`,
    );
    expect(errors).toEqual([]);
    expect(ticketsOf(data.splitHotClass)).toEqual(going);
    for (const number of numbers) await story.match(number, centre(8));
    const { hotClass } = await story.must<{ hotClass: Hot }>(
      `query ($n: String!) { hotClass(number: $n) { ${fields} } }`,
      { n: data.splitHotClass?.number },
      centre(9),
    );
    expect(ticketsOf(hotClass)).toEqual(going);
    expect(hotClass).toMatchObject({ demanders: 3, ticketCount: 3, decisionReason: "是地库的事" });
  });

  it("merged: every ticket goes over, and later ones find it there", async () => {
    const estateCode = newEstate();
    const chargers = await reportAll(chargersSaid.slice(0, 4), estateCode);
    const noise = await reportAll(noiseSaid, estateCode);
    const [one, other] = await hotIn(estateCode.slice(0, 12));
    const { data, errors } = await decide(
      "mergeHotClasses",
      `number: "${other?.number}", into: "${one?.number}", reason: "都是电力施工引起"`,
    );
    expect(errors).toEqual([]);
    expect(data.mergeHotClasses).toMatchObject({ number: one?.number, ticketCount: 7, demanders: 7 });
    const late = await report({ text: "深夜施工噪声扰民，打桩机响个不停。", estateCode, hour: 8 });
    const [hot, ...none] = await hotIn(estateCode.slice(0, 12), { hour: 9 });
    expect(none).toEqual([]);
    expect(ticketsOf(hot).sort()).toEqual([...chargers, ...noise, late].sort());
  });

  it.each([
    [
      "a ticket of another class",
      (own: string, strange: string) => `tickets: ["${own}", "${strange}"]`,
      "NOT_IN_HOT_CLASS",
    ],
    ["nothing", () => "tickets: []", "HOT_CLASS_SPLIT_WHOLE"],
  ])("refuses to split off %s", async (_, args, code) => {
    const estateCode = newEstate();
    const [own = ""] = await reportAll(chargersSaid.slice(0, 3), estateCode);
    const strange = await report({ text: "请问老年证怎么办理", estateCode: newEstate() });
    const [hot] = await hotIn(estateCode.slice(0, 12));
    const { errors } = await decide(
      "splitHotClass",
      `number: "${hot?.number}", ${args(own, strange)}, reason: "试"`,
    );
    expect(errors).toMatchObject([{ code }]);
  });

  it("refuses to merge a class into itself, and a decision without a reason", async () => {
    const estateCode = newEstate();
    await reportAll(chargersSaid.slice(0, 3), estateCode);
    const [hot] = await hotIn(estateCode.slice(0, 12));
    const itself = `number: "${hot?.number}", into: "${hot?.number}", reason: "试"`;
    expect((await decide("mergeHotClasses", itself)).errors).toMatchObject([{ code: "HOT_CLASSES_APART" }]);
    const silent = await decide("dismissHotClass", `number: "${hot?.number}", reason: " "`);
    expect(silent.errors).toMatchObject([{ code: "BAD_INPUT" }]);
  });
});

describe("who sees and decides", () => {
  let number: string;
  let estateCode: string;
  const me = resident("person-hot");
  beforeAll(async () => {
    estateCode = `${community}-E09`;
    await reportAll(chargersSaid.slice(0, 3), estateCode);
    await story.report({ text: chargersSaid[3], place: { estateCode } }, { as: me, at: hours(4) });
    number = (await hotIn(community))[0]?.number ?? "";
  });

  it.each([
    ["its community", people.secretary, true, "HOT_CLASS_WRONG_POST"],
    ["another community", people.neighbourSecretary, false, "NOT_FOUND"],
    ["one of those who asked", me, false, "NOT_FOUND"],
    ["a department without a ticket of it", people.powerSupply, false, "NOT_FOUND"],
    ["another district", people.otherDistrict, false, "NOT_FOUND"],
    ["the performance office", people.performance, true, "HOT_CLASS_WRONG_POST"],
  ])("%s", async (_, as, visible, code) => {
    const { hotClass } = await story.must<{ hotClass: object | null }>(
      "query ($number: String!) { hotClass(number: $number) { number } }",
      { number },
      { as },
    );
    expect(hotClass !== null).toBe(visible);
    expect((await hotIn(community, { as })).length > 0).toBe(visible);
    const { errors } = await decide("dismissHotClass", `number: "${number}", reason: "试"`, as);
    expect(errors).toMatchObject([{ code }]);
  });

  it("the town's leader decides", async () => {
    const { errors } = await decide(
      "dismissHotClass",
      `number: "${number}", reason: "已在整治"`,
      people.townLeader,
    );
    expect(errors).toEqual([]);
  });
});
