import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { Random } from "../../../infra/dataset/world/random.ts";
import { startEmbeddedPostgres } from "../../../infra/postgres/embedded.ts";
import { provision } from "../../../infra/postgres/provision.ts";
import type { GraphClient } from "../../../subgraphs/shared/graph-client.ts";
import { Post, type Principal } from "../../../subgraphs/shared/principal.ts";
import { openSubgraph } from "../../../subgraphs/shared/subgraph.ts";
import { TicketSearchStore } from "../../../subgraphs/tickets/search/ticket-search.store.ts";
import type { TicketFilter } from "../../../subgraphs/tickets/ticket/ticket-filter.ts";
import { tickets } from "../../../subgraphs/tickets/tickets.subgraph.ts";
import { freePort } from "../../testkit/free-port.ts";
import { person } from "../../testkit/people.ts";
import { machine } from "../machine.ts";
import { commandLine, writeRecord } from "../record.ts";
import { crowded, crowdedEstate, district, fillWithTickets, now, syntheticText } from "./many-tickets.ts";
import { plansOf, recordPage, type TextRow, textTable } from "./report.ts";

export const usage = `npm run bench -- text [options]

How long it takes to judge a new demand by what others said lately, and to search tickets by words, in one district
that has a million tickets of its own writing. Both through the subgraph's schema, one after the other.

  --tickets <n>    tickets in the database (1000000)
  --rounds <n>     times each way is measured (200), after a twentieth as many that are not
  --data <folder>  a data directory to use again: tickets are put into it once (a temporary one)
  --quick          50000 tickets, 40 times
  --write          keep the result in docs/performance
`;

const dispatcher = person(Post.CENTRE_DISPATCHER, { unit: `${district}-COMMAND-CENTRE`, division: district });
const secretary = person(Post.COMMUNITY_SECRETARY, { unit: crowded });

interface Search {
  readonly name: string;
  /** One of them a round. */
  readonly words: readonly string[];
  /** The dispatcher of the whole district, if nobody else. */
  readonly as?: Principal;
  readonly filter?: TicketFilter;
  /** The page that is measured, the first one if none is given. */
  readonly page?: number;
}

const common = ["物业", "孩子", "没有", "半夜", "垃圾"];
const nearlyAll = ["市民来电", "来电反映", "市民来电反映", "民来"];
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 24 * 3_600_000);
const matter = `${district}-1001`;
const town = crowded.slice(0, 9);

const searches: readonly Search[] = [
  { name: "a common word", words: common },
  { name: "characters of nearly every ticket", words: nearlyAll },
  { name: "a word", words: ["充电桩", "化粪池", "广场舞", "电梯", "暖气片"] },
  { name: "two words", words: ["充电桩 物业", "半夜 施工", "垃圾 老鼠", "积水 孩子"] },
  { name: "a short number and its first character", words: ["12号", "3楼", "2单"] },
  { name: "a sentence", words: ["化粪池满了没人抽", "打桩机从晚上十点打到凌晨四点"] },
  { name: "a word nobody said", words: ["曲率引擎", "量子纠缠"] },
  { name: "part of a number", words: ["0012345", "20240314-02", "04321"] },
  { name: "part of a name", words: ["建国", "王志", "李文华"] },
  { name: "part of a telephone number", words: ["13800012", "0004321"] },
  { name: "a common word, about a matter", words: common, filter: { matter } },
  { name: "nearly every ticket, about a matter", words: nearlyAll, filter: { matter } },
  { name: "a common word, in a town", words: common, filter: { division: town } },
  { name: "a common word, in a crowded estate", words: common, filter: { estate: crowdedEstate } },
  { name: "a common word, as its community", words: common, as: secretary },
  { name: "a word, in a week", words: ["充电桩", "电梯", "物业"], filter: { receivedFrom: daysAgo(7) } },
  {
    name: "a common word, in a month long ago",
    words: common,
    filter: { receivedFrom: daysAgo(900), receivedBefore: daysAgo(870) },
  },
  {
    name: "a common word, by matter, town and year",
    words: common,
    filter: { matter, division: town, receivedFrom: daysAgo(800), receivedBefore: daysAgo(435) },
  },
  { name: "a common word, the tenth page", words: common, page: 10 },
  { name: "a word, the fortieth page", words: ["充电桩", "电梯"], page: 40 },
  { name: "nearly every ticket, the last page", words: nearlyAll, page: 50 },
];

export async function bench(options: readonly string[]): Promise<void> {
  const { count, rounds, data, write } = readOptions(options);
  const before = machine();
  const opened: (() => Promise<unknown>)[] = [];
  let named: string | null = null;
  try {
    const directory =
      data === undefined ? await mkdtemp(join(tmpdir(), "whistlegraph-bench-")) : resolve(data);
    if (data === undefined) opened.push(() => rm(directory, { recursive: true, force: true }));
    await mkdir(directory, { recursive: true });
    await chmod(directory, 0o755); // PostgreSQL may run as another user
    const postgres = await startEmbeddedPostgres({ directory, port: await freePort(), durable: true });
    opened.push(() => postgres.stop());
    const { tickets: databaseUrl = "" } = await provision(postgres.adminUrl, ["tickets"]);
    const subgraph = await openSubgraph(tickets, {
      databaseUrl,
      graph: placesAs(() => named),
      clock: () => now,
      log: pino({ level: "error" }, pino.destination(2)),
    });
    opened.push(() => subgraph.close());
    const { database } = subgraph;
    const [{ known }] = await database.query("SELECT count(*)::int AS known FROM ticket_text");
    if (known === 0)
      await fillWithTickets(database, count, {
        told: (done) => done % 20_000 === 0 && say(`${done} tickets`),
      });

    const ask = async <Data>(query: string, variables: Record<string, unknown>, as: Principal) => {
      const begun = performance.now();
      const { data, errors } = await subgraph.execute({ query, variables }, { principal: as, at: now });
      const took = performance.now() - begun;
      if (errors?.[0]) throw errors[0];
      return { took, data: data as Data };
    };
    const measure = async (
      name: string,
      limit: number,
      once: (round: number) => Promise<number>,
    ): Promise<TextRow> => {
      for (let round = 0; round < rounds / 20; round += 1) await once(-1 - round);
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await once(round));
      times.sort((one, other) => one - other);
      const at = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
      say(`${name}: p95 ${at(0.95).toFixed(1)} ms`);
      return { name, p50: at(0.5), p95: at(0.95), most: at(1), limit };
    };

    const rows: TextRow[] = [];
    const random = Random.seeded(`judged ${known}`);
    const report = async (text: string, place: object): Promise<number> => {
      const phone = `139${String(random.between(0, 99_999_999)).padStart(8, "0")}`;
      const input = {
        ...{ kind: "COMPLAINT", channel: "HOTLINE_12345", text, place },
        demander: { name: "样本", phone },
      };
      const { took } = await ask(
        "mutation ($input: ReportDemandInput!, $key: String!) { reportDemand(input: $input, idempotencyKey: $key) { number } }",
        { input, key: random.split(String(random.word())).uuid() },
        dispatcher,
      );
      return took;
    };
    const judged = (name: string, once: () => Promise<number>) => measure(name, 1_000, once);
    rows.push(
      await judged("judged: a demand", () => {
        const community = `${district}${String(random.between(1, 18)).padStart(3, "0")}001`;
        const estateCode = `${community}-E0${random.between(1, 6)}`;
        return report(syntheticText(random), random.chance(0.1) ? { division: district } : { estateCode });
      }),
    );
    named = crowdedEstate;
    rows.push(
      await judged("judged: 800 characters, in a crowded estate", () =>
        report(syntheticText(random, true), { estateCode: crowdedEstate }),
      ),
      await judged("judged: 800 characters, no place but a name", () =>
        report(syntheticText(random, true), { division: district }),
      ),
    );

    for (const { name, words, as = dispatcher, filter, page = 1 } of searches) {
      const search = (said: string, after: string | null) =>
        ask<{ searchTickets: Answer }>(question, { words: said, filter, after }, as);
      const before = new Map<string, string | null>();
      for (const said of words) {
        let after: string | null = null;
        for (let at = 1; at < page; at += 1) {
          after = (await search(said, after)).data.searchTickets.pageInfo.endCursor;
        }
        before.set(said, after);
      }
      rows.push(
        await measure(`search: ${name}`, 300, async (round) => {
          const said = words[Math.abs(round) % words.length] ?? "";
          return (await search(said, before.get(said) ?? null)).took;
        }),
      );
    }

    const plans = await Promise.all(
      [
        {
          name: "two words of the whole district",
          words: "充电桩 物业",
          filter: undefined,
          since: daysAgo(60),
        },
        {
          name: "a common word by matter and town",
          words: "物业",
          filter: { matter, division: town },
          since: null,
        },
      ].map(async ({ name, ...asked }) => {
        const [text, values] = new TicketSearchStore(database, dispatcher).statement({
          ...asked,
          asOf: now,
          at: now,
        });
        const plan: { "QUERY PLAN": string }[] = await database.query(
          `EXPLAIN (ANALYZE, BUFFERS) ${text}`,
          values,
        );
        return { name, lines: plan.map((row) => row["QUERY PLAN"]) };
      }),
    );
    const [{ total, bytes }] = await database.query(
      `SELECT (SELECT count(*) FROM ticket_text)::int AS total, pg_relation_size('ticket_text_terms')::float8 AS bytes`,
    );
    const record = {
      command: commandLine("text", options),
      machine: before,
      tickets: total as number,
      rounds,
      indexMegabytes: (bytes as number) / 1024 ** 2,
      rows,
      plans,
    };
    process.stdout.write(`\n${textTable(record)}\n\n${plansOf(record)}\n`);
    if (write) await writeRecord("text", record, recordPage(record));
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

function readOptions(options: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...options],
    options: { quick: flag, write: flag, tickets: text, rounds: text, data: text },
  });
  const { quick, write, data, tickets: asked, rounds } = values;
  return {
    write,
    data,
    count: Number(asked ?? (quick ? 50_000 : 1_000_000)),
    rounds: Number(rounds ?? (quick ? 40 : 200)),
  };
}

interface Answer {
  readonly edges: readonly { readonly node: { readonly number: string } }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

const question = `query ($words: String!, $filter: TicketFilter, $after: String) {
  searchTickets(words: $words, filter: $filter, first: 20, after: $after) {
    edges { node { number title } } pageInfo { hasNextPage endCursor }
  }
}`;

/** The grid centre's part: every text names the one estate, or none; places given by code are what they are. */
const placesAs = (named: () => string | null): GraphClient => {
  const answer = async (): Promise<unknown> => {
    const code = named();
    const found = { division: null, estate: { code }, grid: null, matchedName: "样本", confidence: 0.9 };
    return { resolvePlace: code ? [found] : [], division: { code: district } };
  };
  return answer as GraphClient;
};

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
