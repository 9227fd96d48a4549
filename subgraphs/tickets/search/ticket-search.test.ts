import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import {
  chargers,
  community,
  graphOf,
  grid,
  people,
  plainAnswers,
  resident,
  TicketStory,
} from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import { TicketSearchStore } from "./ticket-search.store.ts";

let subgraph: TestSubgraph;
let story: TicketStory;
const numbers = new Map<string, string>();
const day = (n: number): Date => new Date(Date.UTC(2026, 4, n));
const me = resident("person-searching", "王小满");

const reports: readonly (readonly [name: string, text: string, more?: Record<string, unknown>])[] = [
  ["chargers", "小区没有充电桩，电动汽车没处充电", { title: "充电桩太少" }],
  ["chargers said once", "请问物业费里包不包括充电桩的维护"],
  [
    "ktv",
    "楼下的ＫＴＶ夜里两点还在唱歌，请打13812345678",
    { demander: { name: "欧阳明月", phone: "13987654321" } },
  ],
  ["named", "来电人说路灯不亮", { who: "三单元的司马长风" }],
  ["block", "12号楼3单元楼道灯不亮"],
  ["elsewhere", "路灯全黑，充电桩也没有电", { place: { gridCode: "110117006001001" }, kind: "COMPLAINT" }],
];

beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: graphOf(plainAnswers) });
  story = new TicketStory(subgraph);
  for (const [index, [name, text, more]] of reports.entries()) {
    const at = { as: people.dispatcher, at: day(index + 1) };
    numbers.set(name, await story.report({ text, place: { gridCode: grid }, ...more }, at));
  }
  numbers.set("mine", await story.report({ text: "我家门口的充电桩坏了" }, { as: me, at: day(9) }));
});
afterAll(() => subgraph.close());

interface Answer {
  readonly edges: readonly { readonly node: { readonly number: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function search(words: string, { as = people.dispatcher, args = "" } = {}): Promise<Answer> {
  const { searchTickets } = await story.must<{ searchTickets: Answer }>(
    `query ($words: String!) { searchTickets(words: $words${args ? `, ${args}` : ""}) {
      edges { node { number } } pageInfo { hasNextPage endCursor }
    } }`,
    { words },
    { as },
  );
  return searchTickets;
}

const nameOf = (number: string): string => [...numbers].find(([, each]) => each === number)?.[0] ?? number;
const found = async (...asked: Parameters<typeof search>): Promise<string[]> =>
  (await search(...asked)).edges.map(({ node }) => nameOf(node.number));

describe("searching tickets", () => {
  it.each([
    ["two characters", "充电", ["chargers", "elsewhere", "mine", "chargers said once"]],
    ["a word, the title before the text", "充电桩", ["chargers", "elsewhere", "mine", "chargers said once"]],
    ["several words, all of them", "路灯 充电桩", ["elsewhere"]],
    ["a number and its first character after it", "12号", ["block"]],
    ["letters and words that touch", "12号楼3单元", ["block"]],
    ["a piece of what touches", "2号楼3", ["block"]],
    ["letters, whatever their width and case", "ktv", ["ktv"]],
    ["a piece of a word of letters", "TV", ["ktv"]],
    ["no word across two sentences", "电动汽车没处 充电请问", []],
    ["what nobody said", "暖气不热", []],
  ])("by %s", async (_, words, expected) => {
    expect(await found(words)).toEqual(expected);
  });

  it("by part of a ticket's number", async () => {
    const [number = ""] = numbers.values();
    expect(await found(number.slice(4))).toContain("chargers");
    expect(await found("20260509")).toEqual(["mine"]);
  });

  it.each([
    ["place", `filter: { division: "110117006" }`, ["elsewhere"]],
    ["kind", "filter: { kind: COMPLAINT }", ["elsewhere"]],
    [
      "time",
      'filter: { receivedFrom: "2026-05-02T00:00:00Z", receivedBefore: "2026-05-03T00:00:00Z" }',
      ["chargers said once"],
    ],
  ])("narrowed by %s", async (_, args, expected) => {
    expect(await found("充电桩", { args })).toEqual(expected);
  });

  it("narrowed by the matter and the unit it was given to since", async () => {
    const number = numbers.get("chargers") ?? "";
    await story.match(number, { as: people.dispatcher, at: day(9) });
    expect(await found("充电桩", { args: `filter: { matter: "${chargers}" }` })).toEqual(["chargers"]);
    expect(await found("充电桩", { as: people.housing })).toEqual([]);
    await story.move("dispatchTicket", number, { as: people.dispatcher, at: day(9) });
    expect(await found("充电桩", { as: people.housing })).toEqual(["chargers"]);
    expect(await found("充电桩", { args: `filter: { handlingUnit: "${people.housing.unit}" }` })).toEqual([
      "chargers",
    ]);
  });

  it("page by page in one order, without loss or repetition, though others come in meanwhile", async () => {
    const whole = await found("充电桩");
    const paged: string[] = [];
    let after = "";
    for (let more = true; more; ) {
      const page = await search("充电桩", { args: `first: 1${after && `, after: "${after}"`}` });
      paged.push(...page.edges.map(({ node }) => nameOf(node.number)));
      after = page.pageInfo.endCursor ?? "";
      more = page.pageInfo.hasNextPage;
      if (paged.length === 1) {
        await story.report(
          { text: "充电桩充电桩充电桩", title: "充电桩" },
          { as: people.dispatcher, at: day(31) },
        );
      }
    }
    expect(paged).toEqual(whole);
  });

  it.each([
    ["one character", "灯"],
    ["a whole letter", "路灯".repeat(60)],
    ["one character beside another word", "灯 来电"],
    ["nothing to look for", "%%%"],
  ])("refuses %s", async (_, words) => {
    await expect(search(words)).rejects.toThrow("BAD_INPUT");
  });

  it.each([
    ["of a list", Buffer.from(JSON.stringify(["ticket:newest", "2026-05-01", "x"])).toString("base64url")],
    ["made up", "x"],
    [
      "from a time to come",
      Buffer.from(
        JSON.stringify(["ticket:search", "9000-01-01T00:00:00Z", 1, "2026-05-01T00:00:00Z", "x"]),
      ).toString("base64url"),
    ],
  ])("refuses a cursor %s", async (_, after) => {
    await expect(search("充电", { args: `after: "${after}"` })).rejects.toThrow("BAD_CURSOR");
  });
});

describe("what a search tells", () => {
  it.each([
    ["a person's name", "欧阳明月", "ktv"],
    ["who it concerns", "司马长风", "named"],
    ["a telephone in the text, in part", "3812345", "ktv"],
    ["the demander's telephone", "13987654321", "ktv"],
  ])("%s finds its ticket for the centre, and for nobody who sees it masked", async (_, words, name) => {
    expect(await found(words)).toEqual([name]);
    for (const as of [people.districtLeader, people.performance, people.secretary]) {
      expect(await found(words, { as })).toEqual([]);
    }
  });

  it.each([
    ["12号楼3单元", ["block"]],
    ["2号楼3", ["block"]],
    ["12号楼4单元", []],
    ["请打1", []],
    ["请打13812345678", []],
  ])("%s finds what has it in one piece, whose numbers are masked or not", async (words, expected) => {
    expect(await found(words, { as: people.districtLeader })).toEqual(expected);
  });

  it("tickets in sight alone", async () => {
    expect(await found("路灯", { as: people.secretary })).toEqual(["named"]);
    expect(await found("路灯", { as: people.neighbourSecretary })).toEqual([]);
    expect(await found("路灯", { as: people.otherDistrict })).toEqual([]);
    expect(await found("路灯", { as: people.housing })).toEqual([]);
  });

  it("a resident what they said themselves", async () => {
    expect(await found("充电桩", { as: me })).toEqual(["mine"]);
    expect(await found("路灯", { as: me })).toEqual([]);
  });
});

describe("where there are many tickets", () => {
  const many = 5_000;
  beforeAll(async () => {
    await subgraph.database.query(
      `INSERT INTO ticket (district_code, number, state, function, origin, title, kind, urgency, channel_code,
         division_code, limit_name, limit_version, due_at, discovered_at, received_at)
       SELECT '110117', '110117-20250101-' || lpad(n::text, 6, '0'), 'RECEIVED', 'ON_COMPLAINT', 'ON_COMPLAINT',
         '样本', 'HELP', 'ORDINARY', 'HOTLINE_12345', $2, 'ORDINARY', 1, at, at, at
       FROM generate_series(1, $1) AS n, LATERAL (SELECT '2025-01-01'::timestamptz + n * interval '1 hour') AS t(at)`,
      [many, community],
    );
    await subgraph.database.query(
      `INSERT INTO demand (district_code, number, ticket_number, kind, channel_code, urgency, text, division_code, received_at)
       SELECT district_code, '110117-D-20250101-' || right(number, 6), number, kind, channel_code, urgency,
         CASE WHEN right(number, 2) = '00' THEN '暖气不热' ELSE '样本诉求' END || md5(number), division_code, received_at
       FROM ticket WHERE number LIKE '110117-20250101-%'`,
    );
    await subgraph.database.query(
      `INSERT INTO ticket_text (district_code, ticket_number, received_at, filed_under)
       SELECT district_code, number, received_at, filed_under(ticket) FROM ticket ON CONFLICT DO NOTHING`,
    );
    while (await subgraph.workOff(day(10)));
    await subgraph.database.query("VACUUM ANALYZE ticket, ticket_text, demand");
  });

  it("reads what came in unread, and counts what was said", async () => {
    const [{ unread, uncounted }] = await subgraph.database.query(
      "SELECT count(*) FILTER (WHERE terms IS NULL)::int AS unread, count(*) FILTER (WHERE NOT counted)::int AS uncounted FROM ticket_text",
    );
    expect([unread, uncounted]).toEqual([0, 0]);
    const [{ demands }] = await subgraph.database.query(
      "SELECT demands FROM term_frequency WHERE district_code = '110117' AND term = '=暖气'",
    );
    expect(demands).toBe(many / 100);
  });

  it("looks words up in the index, and reads no table from end to end", async () => {
    const searching = new TicketSearchStore(subgraph.database, people.dispatcher);
    const [text, values] = searching.statement({
      ...{ words: "暖气不热", filter: undefined },
      ...{ since: null, asOf: day(30), at: day(30) },
    });
    const rows: { "QUERY PLAN": string }[] = await subgraph.database.query(`EXPLAIN ${text}`, values);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toContain("ticket_text_terms");
    expect(plan).not.toContain("Seq Scan");
    const { edges } = await search("暖气不热", { args: "first: 100" });
    expect(edges).toHaveLength(many / 100);
  });
});
