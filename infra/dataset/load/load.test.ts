import { Client } from "pg";
import type { EntityManager } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CallBack } from "../../../subgraphs/evaluation/call-back/call-back.ts";
import { evaluation } from "../../../subgraphs/evaluation/evaluation.subgraph.ts";
import { RateStore } from "../../../subgraphs/evaluation/rates/rate.store.ts";
import { openDatabase } from "../../../subgraphs/shared/database.ts";
import { LogEntry } from "../../../subgraphs/shared/log-entry.ts";
import { foundations } from "../../../subgraphs/shared/migrations.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { countTerms, readTexts } from "../../../subgraphs/tickets/text/ticket-text.store.ts";
import { tickets } from "../../../subgraphs/tickets/tickets.subgraph.ts";
import { createDatabases } from "../../../test/testkit/database.ts";
import { startTestStack, type TestStack } from "../../../test/testkit/stack.ts";
import type { Dataset } from "./dataset.ts";
import { loadDataset } from "./load.ts";

const dataset: Dataset = { scale: "demo", seed: 1, today: "2026-06-30" };
const firstTables = [
  ["departments", "unit"],
  ["tickets", "demander"],
  ["evaluation", "call_back"],
] as const;

/** Tables told to the last column, and the order of their rows. */
const hashed = [
  ["departments", "responder", "row.id"],
  ["departments", "list_entry", "row.list_id, row.item_code, row.added_in"],
  ["tickets", "whistle_participant", "row.whistle_number, row.unit_code"],
  ["evaluation", "log_entry", "row.sequence"],
  ["evaluation", "rate_rollup", "row.subject_kind, row.subject_code, row.day"],
] as const;

const districts = ["110101", "110117", "370685", "430105", "620702"];

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack("in one process");
  stack.setClock("2026-06-30T09:00:00+08:00");
  expect(await loadDataset(stack.databaseUrls, dataset)).toBe(true);
});
afterAll(() => stack?.stop());

/** The data, where nothing may have gone wrong. */
async function answer<Data>(
  query: string,
  variables?: Record<string, unknown>,
  as?: Parameters<TestStack["ask"]>[2],
): Promise<Data> {
  const { data, errors } = await stack.ask<Data>(query, variables, as);
  expect(errors).toEqual([]);
  return data;
}

const rowsOf = (subgraph: string, query: string, values: unknown[] = []) =>
  rowsAt(stack.databaseUrls, subgraph, query, values);

async function rowsAt(
  urls: ReadonlyMap<string, string>,
  subgraph: string,
  query: string,
  values: unknown[] = [],
): Promise<unknown[]> {
  const client = new Client({ connectionString: urls.get(subgraph) });
  await client.connect();
  try {
    return (await client.query(query, values)).rows;
  } finally {
    await client.end();
  }
}

describe("the land", () => {
  it("has real divisions above a grid, and a team and responders for it", async () => {
    const { grid } = await answer<{
      grid: {
        synthetic: boolean;
        division: { path: { name: string }[]; aliases: { name: string }[] };
        partyBranch: { name: string };
        members: { name: string; services: string }[];
        responders: { unit: { code: string } }[];
      };
    }>(`{
      grid(code: "430105010003001") {
        synthetic
        division { path { name } aliases { name } }
        partyBranch { name }
        members { name services }
        responders { unit { code } }
      }
    }`);
    expect(grid.division.path.map(({ name }) => name)).toEqual([
      "湖南省",
      "长沙市",
      "开福区",
      "通泰街街道",
      "连升街社区居委会",
    ]);
    expect(grid.division.aliases.map(({ name }) => name)).toContain("连升街社区");
    expect(grid.synthetic).toBe(true);
    expect(grid.members.length).toBeGreaterThan(5);
    expect(grid.responders.map(({ unit }) => unit.code)).toContain("430105-MARKET-SUPERVISION");
  });

  it.each(districts)("covers every building of %s by a grid of the right size (ZY-1, ZY-3)", async (code) => {
    const { division } = await answer<{ division: { gridFigures: Record<string, number> } }>(
      `query ($code: DivisionCode!) {
        division(code: $code) { gridFigures { basicGrids households uncoveredBuildings gridsOutsideSize } }
      }`,
      { code },
    );
    const { basicGrids = 0, households = 0, uncoveredBuildings, gridsOutsideSize } = division.gridFigures;
    expect({ uncoveredBuildings, gridsOutsideSize }).toEqual({ uncoveredBuildings: 0, gridsOutsideSize: 0 });
    expect(households / basicGrids).toBeGreaterThan(300);
    expect(households / basicGrids).toBeLessThan(400);
  });

  it("finds the estate that the source text names, by what people call its town (PG-14)", async () => {
    const { resolvePlace } = await answer<{
      resolvePlace: { estate: { code: string } | null; grid: { code: string } | null }[];
    }>(`{ resolvePlace(within: "110117", text: "马坊镇南区回迁小区") { estate { code } grid { code } } }`);
    expect(resolvePlace[0]?.estate).toEqual({ code: "110117005001-E01" });
  });
});

describe("the departments", () => {
  it.each(districts)("leave no community of %s without a responder (KF-11)", async (district) => {
    const { responderGaps } = await answer<{ responderGaps: { edges: unknown[] } }>(
      `query ($district: DivisionCode!) {
        responderGaps(district: $district, on: "2026-06-30") { edges { node { unit { code } } } }
      }`,
      { district },
      "kaifu-list-keeper",
    );
    expect(responderGaps.edges).toEqual([]);
  });

  it.each(districts)(
    "have powers being granted and duties being handed down in %s (GZ-5, GZ-9)",
    async (district) => {
      const unit = `${district}-ESTABLISHMENT-OFFICE`;
      const listKeeper = {
        id: `list-keeper-${district}`,
        post: Post.LIST_KEEPER,
        unit,
        division: district,
      } as const;
      const { powerGrants, handDowns } = await answer<{
        powerGrants: { edges: { node: { state: string } }[] };
        handDowns: { edges: { node: { facts: { fact: string }[] } }[] };
      }>(
        `{ powerGrants(filter: {}, first: 20) { edges { node { state } } }
         handDowns(filter: {}, first: 20) { edges { node { facts { fact } } } } }`,
        {},
        listKeeper,
      );
      expect(new Set(powerGrants.edges.map(({ node }) => node.state))).toEqual(
        new Set(["INTENT", "REVIEWED", "APPROVED", "REVOKED"]),
      );
      expect(handDowns.edges.map(({ node }) => node.facts.length).sort()).toEqual([0, 1, 3]);
    },
  );

  it("match a matter with a sample item, by the version of the list in force that day (PG-4, GZ-11)", async () => {
    const ask = (on: string) =>
      answer<{ match: { item: { name: string }; unit: { code: string }; listVersion: number } }>(
        `query ($on: LocalDate!) {
          match(matter: "110117-0501", division: "110117005001", on: $on) {
            item { name } unit { code } listVersion responder { name }
          }
        }`,
        { on },
        "pinggu-dispatcher",
      );
    const [before, now] = await Promise.all([ask("2025-09-01"), ask("2026-06-29")]);
    expect(now.match).toMatchObject({ unit: { code: "110117-HOUSING" }, responder: { name: "门学军" } });
    expect(now.match.item.name).toMatch(/（样例）$/);
    expect(before.match.listVersion).toBe(1);
  });
});

interface ToldTicket {
  readonly number: string;
  readonly state: string;
  readonly grid: { readonly code: string } | null;
  readonly division: { readonly path: readonly { readonly name: string }[] };
  readonly item: { readonly name: string } | null;
  readonly handlingUnit: { readonly name: string } | null;
  readonly demands: Edges<{
    readonly text: string;
    readonly demander: { readonly name: string } | null;
  }>;
  readonly log: Edges<{ readonly kind: string; readonly at: string }>;
  readonly callBacks: readonly { readonly valid: boolean; readonly solved: boolean }[];
}

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

const nodes = <Node>({ edges }: Edges<Node>): Node[] => edges.map(({ node }) => node);

const told = `number state
  grid { code } division { path { name } } item { name } handlingUnit { name }
  demands(first: 1) { edges { node { text demander { name } } } }
  log(first: 50) { edges { node { kind at } } }
  callBacks { valid solved }`;

describe("the tickets", () => {
  it("number about three thousand, in every channel and kind", async () => {
    const [counted] = await rowsOf(
      "tickets",
      `SELECT count(*)::int AS tickets, count(DISTINCT channel_code)::int AS channels,
              count(DISTINCT kind)::int AS kinds FROM ticket`,
    );
    expect(counted).toEqual({ tickets: 3_000, channels: 15, kinds: 5 });
  });

  it("tell an archived one from the demand to the file, across all departments (PG-2)", async () => {
    const { tickets } = await answer<{ tickets: Edges<ToldTicket> }>(
      `query { tickets(first: 20, filter: { division: "430105010003", states: [ARCHIVED] }) {
        edges { node { ${told} } }
      } }`,
      {},
      "kaifu-dispatcher",
    );
    const ticket = nodes(tickets).find(({ item, grid }) => item && grid);
    expect(ticket?.division.path.at(-1)?.name).toBe("连升街社区居委会");
    expect(ticket?.item?.name).toMatch(/（样例）$/);
    expect(nodes(ticket?.demands ?? { edges: [] })[0]?.text.length).toBeGreaterThan(20);
    const log = nodes(ticket?.log ?? { edges: [] });
    expect(log.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        "TICKET_RECEIVED",
        "TICKET_DISPATCHED",
        "TICKET_STRUCK_OFF",
        "TICKET_ARCHIVED",
      ]),
    );
    expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).toSorted());
    expect(ticket?.callBacks.at(-1)).toEqual({ valid: true, solved: true });
  });

  it("lie before the anchor day, in the log too", async () => {
    // What came due since then was rung for by the stack's own clock when it started.
    const [late] = await rowsOf(
      "tickets",
      `SELECT count(*)::int AS entries FROM log_entry
       WHERE at >= '2026-06-30T00:00+08' AND kind <> 'DATASET_LOADED' AND at <> '2026-06-30T09:00+08'`,
    );
    expect(late).toEqual({ entries: 0 });
  });

  it("has what many ask for just now in every district, as its own code found it (ZY-21)", async () => {
    const { hotClasses } = await answer<{ hotClasses: Edges<{ words: string[]; demanders: number }> }>(
      `{ hotClasses(division: "430105") { edges { node { words demanders tickets(first: 1) { edges { node { number } } } } } } }`,
      {},
      "kaifu-dispatcher",
    );
    const words = nodes(hotClasses).map((hot) => hot.words);
    expect(words).toContainEqual(expect.arrayContaining(["充电设施"]));
    expect(words).toContainEqual(expect.arrayContaining(["异味"]));
    expect(Math.max(...nodes(hotClasses).map(({ demanders }) => demanders))).toBeGreaterThanOrEqual(5);
    const hot = await rowsOf(
      "tickets",
      "SELECT district_code FROM hot_class WHERE demanders >= 3 GROUP BY district_code ORDER BY district_code",
    );
    expect(hot).toEqual(districts.map((district_code) => ({ district_code })));
  });

  it("are followed by a ticket with the next number", async () => {
    stack.setClock("2026-06-29T23:59:00+08:00");
    const { reportDemand } = await answer<{ reportDemand: { ticket: { number: string } } }>(
      `mutation ($input: ReportDemandInput!) {
        reportDemand(input: $input, idempotencyKey: "after-the-dataset") { ticket { number } }
      }`,
      {
        input: {
          kind: "HELP",
          channel: "HOTLINE_12345",
          text: "路灯不亮，请修理。",
          place: { division: "430105010003" },
        },
      },
      "kaifu-dispatcher",
    );
    stack.setClock("2026-06-30T09:00:00+08:00");
    const [{ before }] = (await rowsOf(
      "tickets",
      `SELECT count(*)::int AS before FROM ticket WHERE district_code = '430105' AND number LIKE '430105-20260629-%'
         AND number <> $1`,
      [reportDemand.ticket.number],
    )) as [{ before: number }];
    expect(Number(reportDemand.ticket.number.slice(-6))).toBe(before + 1);
  });
});

describe("the whistles", () => {
  it("were all looked at when their clocks ran out: the first sweep finds nothing old", async () => {
    const [waiting] = await rowsOf(
      "tickets",
      `SELECT count(*)::int AS clocks FROM whistle_clock JOIN whistle ON number = whistle_number
       WHERE escalated_at IS NULL AND whistle_clock.due_at <= '2026-06-29T23:58+08' AND state <> 'RULED_MISUSE'
         AND (met_at IS NULL OR met_at >= whistle_clock.due_at)
           AND (stopped_at IS NULL OR stopped_at >= whistle_clock.due_at)`,
    );
    expect(waiting).toEqual({ clocks: 0 });
  });

  it.each([
    ["430105", "kaifu-dispatcher"],
    ["110117", "pinggu-dispatcher"],
    ["370685", "zhaoyuan-dispatcher"],
    ["620702", "ganzhou-dispatcher"],
  ])("are counted in %s, blown and solved (KF-18, PG-13)", async (division, as) => {
    const { whistleCounts } = await answer<{ whistleCounts: Record<string, number> }>(
      `query ($division: DivisionCode!) {
        whistleCounts(division: $division, from: "2025-07-01", until: "2026-06-29") { blown solved toDepartments }
      }`,
      { division },
      as,
    );
    const { blown = 0, solved = 0, toDepartments = 0 } = whistleCounts;
    expect(solved).toBeGreaterThan(0);
    expect(blown).toBeGreaterThanOrEqual(solved);
    expect(toDepartments).toBeGreaterThan(0);
  });
});

describe("a list of what waits for somebody", () => {
  interface Page {
    readonly totalCount: number;
    readonly edges: readonly object[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }

  it.each([
    ["callBacksDue", "", "kaifu-dispatcher"],
    ["callBacksDue", "", "kaifu-performance-office"],
    [
      "whistleEvaluations",
      'filter: { evaluator: "430105010", direction: OF_RESPONDER }',
      "kaifu-street-leader",
    ],
    ["whistleEvaluations", "filter: { state: FILED }", "kaifu-performance-office"],
    ["negativeListEntries", "", "kaifu-performance-office"],
    ["disputeMediations", "filter: { states: [AGREED] }", "ganzhou-dispatcher"],
    ["dataGrants", "filter: {}", "kaifu-data-steward"],
    ["powerGrants", "filter: {}", "pinggu-list-keeper"],
    ["members", 'within: "430105010003"', "kaifu-resident"],
    ["whistles", "order: DUE_FIRST, filter: { open: true }", "kaifu-dispatcher"],
  ])("tells of %s(%s) how many there are in all, to %s", async (list, args, as) => {
    const totals = new Set<number>();
    let rows = 0;
    let after = "";
    for (let more = true; more; ) {
      const asked = [args, "first: 40", after && `after: "${after}"`].filter(Boolean).join(", ");
      const { page } = await answer<{ page: Page }>(
        `{ page: ${list}(${asked}) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }`,
        {},
        as,
      );
      totals.add(page.totalCount);
      rows += page.edges.length;
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(rows).toBeGreaterThan(0);
    expect([...totals]).toEqual([rows]);
  });

  it("has every whistle due when the next of its clocks runs out", async () => {
    const [wrong] = await rowsOf(
      "tickets",
      `SELECT count(*)::int AS whistles FROM whistle WHERE due_at <> coalesce((
         SELECT min(due_at) FROM whistle_clock
         WHERE whistle_number = number AND met_at IS NULL AND stopped_at IS NULL AND paused_at IS NULL
       ), '9999-12-31T00:00:00Z')`,
    );
    expect(wrong).toEqual({ whistles: 0 });
  });
});

describe("the disputes of Ganzhou", () => {
  it("GZ-15: a whistle has its mediation, and the mediation its whistle", async () => {
    const { whistles } = await answer<{
      whistles: { edges: { node: { number: string; mediations: { whistle: { number: string } }[] } }[] };
    }>(
      '{ whistles(first: 100, filter: { kinds: ["DISPUTE"] }) { edges { node { number mediations { whistle { number } } } } } }',
      {},
      "ganzhou-dispatcher",
    );
    const mediated = whistles.edges.filter(({ node }) => node.mediations.length > 0);
    expect(mediated.length).toBeGreaterThan(0);
    for (const { node } of mediated) {
      expect(node.mediations.map(({ whistle }) => whistle.number)).toEqual([node.number]);
    }
  });
});

describe("what the practices tell of", () => {
  const classProblemsOf = async (division: string, as: string) => {
    const { classProblems } = await answer<{
      classProblems: Edges<{
        state: string;
        cause: string | null;
        plan: { quantityPlanned: number; quantityDone: number; approvedAt: string | null } | null;
        estate: { name: string } | null;
        tickets: Edges<{ number: string }>;
        reach: { grids: number; done: number; targets: number; reached: number } | null;
      }>;
    }>(
      `query ($division: DivisionCode!) { classProblems(division: $division) { edges { node {
        state cause plan { quantityPlanned quantityDone approvedAt } estate { name }
        tickets(first: 100) { edges { node { number } } } reach { grids done targets reached }
      } } } }`,
      { division },
      as,
    );
    return nodes(classProblems);
  };

  it("PG-14: fifteen neighbours and more asked for chargers, which are being built", async () => {
    const chargers = (await classProblemsOf("110117005", "pinggu-street-leader")).find(({ plan }) => plan);
    expect(chargers).toMatchObject({ state: "PLANNED", estate: { name: "南区回迁小区" } });
    expect(chargers?.plan?.quantityPlanned).toBe(48);
    expect(chargers?.plan?.approvedAt).not.toBeNull();
    expect(chargers?.plan?.quantityDone).toBeGreaterThan(0);
    expect(chargers?.plan?.quantityDone).toBeLessThan(48);
    expect(nodes(chargers?.tickets ?? { edges: [] }).length).toBeGreaterThanOrEqual(15);
  });

  it("ZY-21: every grid of 梦芝街道 has its task, some done and some half-way", async () => {
    const [smartphones] = await classProblemsOf("370685003", "zhaoyuan-street-leader");
    const { grids = 0, done = 0, targets = 0, reached = 0 } = smartphones?.reach ?? {};
    const [{ drawn }] = (await rowsOf(
      "grids",
      "SELECT count(*)::int AS drawn FROM grid WHERE code LIKE '370685003%'",
    )) as [{ drawn: number }];
    expect(grids).toBe(drawn);
    expect([done > 0, done < grids, reached > 0, reached < targets]).toEqual([true, true, true, true]);
  });

  it("class problems stand in every state", async () => {
    const states = await rowsOf("tickets", "SELECT DISTINCT state FROM class_problem ORDER BY state");
    expect(states).toEqual(["CLOSED", "DISMISSED", "OPEN", "PLANNED"].map((state) => ({ state })));
  });

  it("GZ-17: leaders heard people on petition days, announced before, and more days are to come", async () => {
    const { petitionDays } = await answer<{
      petitionDays: Edges<{ day: string; unit: { code: string }; demands: Edges<{ number: string }> }>;
    }>(
      `{ petitionDays(division: "620702", from: "2025-07-01", until: "2026-07-10", first: 100) {
        edges { node { day unit { code } demands(first: 5) { edges { node { number } } } } } } }`,
      {},
      "ganzhou-dispatcher",
    );
    const days = nodes(petitionDays);
    const heard = days.filter(({ day }) => day < "2026-06-30");
    expect(heard.length).toBeGreaterThan(3);
    for (const { demands } of heard) expect(nodes(demands).length).toBeGreaterThan(0);
    expect(days.filter(({ day }) => day > "2026-06-30").map(({ unit }) => unit.code)).toEqual(
      expect.arrayContaining(["620702001"]),
    );
  });

  it("PG-14: the pool has what is new, screened, dispatched, whistled for, merged and dismissed", async () => {
    const pool = await Promise.all(
      [
        ["430105", "kaifu-dispatcher"],
        ["110117", "pinggu-dispatcher"],
        ["370685", "zhaoyuan-dispatcher"],
        ["620702", "ganzhou-dispatcher"],
      ].map(([division, as]) =>
        answer<{ proactivePool: { state: string; tickets: number }[] }>(
          `query ($division: DivisionCode!) {
            proactivePool(division: $division, from: "2025-07-01", until: "2026-06-29") { state tickets } }`,
          { division },
          as,
        ),
      ),
    );
    const filled = pool.flatMap(({ proactivePool }) => proactivePool.filter(({ tickets }) => tickets > 0));
    expect(new Set(filled.map(({ state }) => state))).toEqual(
      new Set(["NEW", "SCREENED", "DISPATCHED", "WHISTLED", "MERGED", "DISMISSED"]),
    );
  });

  it("whistles stand in every state they can wait in", async () => {
    const states = (await rowsOf("tickets", "SELECT DISTINCT state FROM whistle")) as { state: string }[];
    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining([
        "DRAFT",
        "BLOWN",
        "SIGNED",
        "ARRIVED",
        "DISPUTED",
        "MEASURES_ISSUED",
        "CLOSED",
        "WITHDRAWN",
        "RULED_MISUSE",
      ]),
    );
  });

  it("something came in in every hour of the last day, by every channel, in every district", async () => {
    const hours = await rowsOf(
      "tickets",
      `SELECT district_code AS district, count(DISTINCT channel_code)::int AS channels,
              count(DISTINCT extract(hour FROM received_at))::int AS hours
       FROM ticket WHERE received_at >= '2026-06-29T00:00+08' AND number NOT LIKE '%-20260630-%'
       GROUP BY 1 ORDER BY 1`,
    );
    expect(hours).toEqual(districts.map((district) => ({ district, channels: 15, hours: 24 })));
  });

  it("KF-17: entries of the negative list are proposed, answered, upheld and dismissed, in every district", async () => {
    const entries = (await rowsOf(
      "evaluation",
      "SELECT district_code AS district, state FROM negative_list_entry GROUP BY 1, 2",
    )) as { district: string; state: string }[];
    expect(new Set(entries.map(({ district }) => district))).toEqual(new Set(districts));
    expect(new Set(entries.map(({ state }) => state))).toEqual(
      new Set(["PROPOSED", "STATED", "UPHELD", "DISMISSED"]),
    );
  });

  it.each(districts)("grants of data were asked for, given and refused in %s", async (district) => {
    const states = await rowsOf(
      "stewardship",
      "SELECT DISTINCT state FROM data_grant WHERE district_code = $1 ORDER BY state",
      [district],
    );
    expect(states).toEqual(["APPROVED", "REFUSED", "REQUESTED"].map((state) => ({ state })));
  });
});

describe("the evaluation", () => {
  it("has rates with what they were made of", async () => {
    const { unit } = await answer<{ unit: { rates: Record<string, number> } }>(
      `{ unit(code: "430105010") { rates(period: { from: "2026-01-01", to: "2026-06-29" }) {
        recorded valid contacted solved satisfied basicallySatisfied dissatisfied responseRate solvedRate score
      } } }`,
      {},
      "kaifu-performance-office",
    );
    const { recorded = 0, valid = 0, contacted = 0, solved = 0, responseRate = 0, solvedRate } = unit.rates;
    expect(recorded).toBeGreaterThan(valid);
    expect(valid).toBeGreaterThan(10);
    expect(responseRate).toBeCloseTo((100 * contacted) / valid, 2);
    expect(solvedRate).toBeCloseTo((100 * solved) / valid, 2);
  });

  it("counts every call-back as its own code counts one", async () => {
    const database = await openDatabase({
      url: stack.databaseUrls.get("evaluation") ?? "",
      entities: [LogEntry, ...evaluation.entities],
      migrations: [...foundations, ...evaluation.migrations],
    });
    const counted = "SELECT * FROM rate_rollup ORDER BY district_code, subject_kind, subject_code, day";
    const bulk = await database.query(counted);
    await expect(
      database.transaction(async (transaction) => {
        await transaction.query("DELETE FROM rate_rollup");
        const rates = new RateStore(database);
        for (const callBack of await transaction.find(CallBack)) await rates.count(transaction, callBack);
        expect(await transaction.query(counted)).toEqual(bulk);
        throw new Error("undo");
      }),
    ).rejects.toThrow("undo");
    await database.destroy();
    expect(bulk.length).toBeGreaterThan(1_000);
  });

  it("has reminders planned for all that still runs, each with its alarm (ZY-17)", async () => {
    const [planned] = await rowsOf(
      "tickets",
      `SELECT count(*)::int AS reminders, count(*) FILTER (WHERE step = 'ANSWER')::int AS answers,
              count(jobs.key)::int AS alarms
       FROM reminder LEFT JOIN graphile_worker.jobs ON key = concat_ws('/', subject, step, ordinal, moment)
       WHERE reminded_at IS NULL`,
    );
    const [running] = await rowsOf(
      "tickets",
      `SELECT count(*)::int AS unreminded FROM whistle_clock
       WHERE met_at IS NULL AND stopped_at IS NULL AND escalated_at IS NULL AND NOT EXISTS (
         SELECT FROM reminder WHERE (subject, reminder.step, reminder.ordinal, moment)
           = (whistle_number, whistle_clock.step, whistle_clock.ordinal, 'LIMIT'))`,
    );
    const { reminders, answers, alarms } = planned as Record<string, number>;
    expect(alarms).toBe(reminders);
    expect(answers).toBeGreaterThan(0);
    expect(reminders).toBeGreaterThan(Number(answers));
    expect(running).toEqual({ unreminded: 0 });
  });

  it("has due the call-back of every feedback that nobody was asked about (PG-2)", async () => {
    const answered = await rowsOf(
      "tickets",
      "SELECT number, feedback_at FROM ticket WHERE state = 'FEEDBACK_GIVEN' ORDER BY number",
    );
    const due = await rowsOf(
      "evaluation",
      "SELECT ticket_number AS number, feedback_at FROM call_back_due ORDER BY ticket_number",
    );
    expect(due).toEqual(answered);
    expect(due.length).toBeGreaterThan(0);
  });

  it("has the negative list that its own code makes of the tickets' feed (KF-17)", async () => {
    const overdue = await rowsOf(
      "tickets",
      `SELECT DISTINCT late ->> 'unit' AS unit, subject AS whistle
       FROM log_entry, jsonb_array_elements(payload -> 'late') AS late
       WHERE kind = 'WHISTLE_OVERDUE' AND NOT (late ->> 'signed')::boolean ORDER BY 2, 1`,
    );
    const listed = await rowsOf(
      "evaluation",
      `SELECT respondent_unit_code AS unit, whistle_number AS whistle FROM negative_list_entry
       WHERE offence = 'FAILURE_TO_REPORT' ORDER BY 2, 1`,
    );
    expect(listed).toEqual(overdue);
    expect(listed.length).toBeGreaterThan(0);
  });
});

describe("loading", () => {
  it("leaves nothing in the feeds to be done again", async () => {
    const states = () =>
      rowsOf("tickets", "SELECT state, count(*)::int, sum(version)::int FROM ticket GROUP BY 1 ORDER BY 1");
    const before = await states();
    await stack.settle();
    expect(await states()).toEqual(before);
    const [{ entries }] = (await rowsOf(
      "tickets",
      "SELECT count(*)::int AS entries FROM log_entry WHERE position <> sequence AND at < '2026-06-30T00:00+08'",
    )) as [{ entries: number }];
    expect(entries).toBe(0);
  });

  it("leaves no text to be read or counted beside those who ask", async () => {
    const [{ left, frequent }] = (await rowsOf(
      "tickets",
      `SELECT (SELECT count(*)::int FROM ticket_text
                WHERE (terms IS NULL OR NOT counted) AND received_at < '2026-06-29T23:59+08') AS left,
              (SELECT max(demands) FROM term_frequency) AS frequent`,
    )) as [{ left: number; frequent: number }];
    expect(left).toBe(0);
    expect(frequent).toBeGreaterThan(100);
  });

  it("keeps and counts every text as one that came in by itself, and finds it by the same index", async () => {
    const database = await openDatabase({
      url: stack.databaseUrls.get("tickets") ?? "",
      entities: [LogEntry, ...tickets.entities],
      migrations: [...foundations, ...tickets.migrations],
      timers: true,
    });
    const looked = {
      texts: `SELECT district_code, count(*)::int AS texts, md5(string_agg(terms::text || filed_under::text, '' ORDER BY ticket_number))
              FROM ticket_text GROUP BY 1 ORDER BY 1`,
      counts: "SELECT * FROM term_frequency ORDER BY district_code, term",
      index: "SELECT indexdef FROM pg_indexes WHERE indexname = 'ticket_text_terms'",
    };
    const look = async (asked: EntityManager) => ({
      texts: await asked.query(looked.texts),
      counts: await asked.query(looked.counts),
      index: await asked.query(looked.index),
    });
    const readAndCount = async (transaction: EntityManager) => {
      while ((await readTexts(transaction, 1_000)) > 0);
      while ((await countTerms(transaction, 1_000)) > 0);
    };
    // What was reported since the loading may still wait for that.
    await database.transaction(readAndCount);
    const loaded = await look(database.manager);
    expect(loaded.index[0].indexdef).toContain("gin (terms, filed_under)");
    const undone = new Error("undone");
    await expect(
      database.transaction(async (transaction) => {
        await transaction.query("DELETE FROM term_frequency; DELETE FROM ticket_text");
        await transaction.query(
          `INSERT INTO ticket_text (district_code, ticket_number, received_at, filed_under)
           SELECT district_code, number, received_at, filed_under(ticket) FROM ticket`,
        );
        await readAndCount(transaction);
        expect(await look(transaction)).toEqual(loaded);
        throw undone;
      }),
    ).rejects.toBe(undone);
    await database.destroy();
  });

  it("does nothing to databases that hold data", async () => {
    expect(await loadDataset(stack.databaseUrls, { ...dataset, seed: 2 })).toBe(false);
    const [{ loads }] = (await rowsOf(
      "grids",
      "SELECT count(*)::int AS loads FROM log_entry WHERE kind = 'DATASET_LOADED'",
    )) as [{ loads: number }];
    expect(loads).toBe(1);
  });

  it("leaves nothing when broken off, gives the same rows when done again, and finishes what was begun", async () => {
    // Without the grids, which take the longest and whose rows nobody else's depend on.
    const { urls, drop } = await createDatabases(["departments", "tickets", "evaluation"]);
    const others = new Map(Object.entries(urls));
    const breakOff = (subgraph: string, share: number) => {
      if (subgraph === "evaluation" && share > 0) throw new Error("power cut");
    };
    await expect(loadDataset(others, dataset, breakOff)).rejects.toThrow("power cut");
    for (const [subgraph, table] of firstTables) {
      expect(await rowsAt(others, subgraph, `SELECT FROM ${table}`)).toEqual([]);
    }
    expect(await loadDataset(others, dataset)).toBe(true);
    for (const [subgraph, table, order] of hashed) {
      const digest = `SELECT md5(string_agg(row::text, ' ' ORDER BY ${order})) AS digest FROM ${table} AS row`;
      expect(await rowsAt(others, subgraph, digest), table).toEqual(await rowsOf(subgraph, digest));
    }
    await finishesWhatWasBegun(others);
    await drop();
  }, 90_000);

  async function finishesWhatWasBegun(filled: ReadonlyMap<string, string>): Promise<void> {
    const { urls, drop } = await createDatabases(["evaluation"]);
    const others = new Map([...filled, ...Object.entries(urls)]);
    expect(await loadDataset(others, { ...dataset, seed: 2 })).toBe(true);
    for (const query of ["SELECT * FROM feed_position", "SELECT count(*) FROM call_back"]) {
      expect(await rowsAt(others, "evaluation", query)).toEqual(await rowsAt(filled, "evaluation", query));
    }
    await drop();
  }
});
