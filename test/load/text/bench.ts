import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { Random } from "../../../infra/dataset/world/random.ts";
import { startEmbeddedPostgres } from "../../../infra/postgres/embedded.ts";
import { provision } from "../../../infra/postgres/provision.ts";
import { Post, type Principal } from "../../../subgraphs/shared/principal.ts";
import { openSubgraph } from "../../../subgraphs/shared/subgraph.ts";
import { TicketSearchStore } from "../../../subgraphs/tickets/search/ticket-search.store.ts";
import { tickets } from "../../../subgraphs/tickets/tickets.subgraph.ts";
import { freePort } from "../../testkit/free-port.ts";
import { person } from "../../testkit/people.ts";
import { machine } from "../machine.ts";
import { writeRecord } from "../record.ts";
import { district, fillWithTickets, now, syntheticText } from "./many-tickets.ts";
import { recordPage, type TextRow, textTable } from "./report.ts";

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
const community = person(Post.COMMUNITY_SECRETARY, { unit: `${district}001001` });

/** What is looked for: the words, by whom, and what else must hold. */
const searches: readonly (readonly [
  name: string,
  words: readonly string[],
  as: Principal,
  filter?: object,
])[] = [
  ["a common word", ["物业", "孩子", "没有", "半夜", "垃圾"], dispatcher],
  ["a word", ["充电桩", "化粪池", "广场舞", "电梯", "暖气片"], dispatcher],
  ["two words", ["充电桩 物业", "半夜 施工", "垃圾 老鼠", "积水 孩子"], dispatcher],
  ["a sentence", ["化粪池满了没人抽", "打桩机从晚上十点打到凌晨四点"], dispatcher],
  ["part of a number", ["0012345", "20230601-00001", "04321"], dispatcher],
  [
    "a word, in a week",
    ["充电桩", "电梯", "物业"],
    dispatcher,
    { receivedFrom: new Date(now.getTime() - 7 * 24 * 3_600_000) },
  ],
  ["a word, in a community", ["充电桩", "电梯", "物业"], community],
  ["a word nobody said", ["曲率引擎", "量子纠缠"], dispatcher],
];

export async function bench(options: readonly string[]): Promise<void> {
  const { count, rounds, data, write } = readOptions(options);
  const before = machine();
  const opened: (() => Promise<unknown>)[] = [];
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
      graph: () => Promise.reject(new Error("places are given by code here")),
      clock: () => now,
      log: pino({ level: "error" }, pino.destination(2)),
    });
    opened.push(() => subgraph.close());
    const { database } = subgraph;
    const [{ known }] = await database.query("SELECT count(*)::int AS known FROM ticket_text");
    if (known === 0)
      await fillWithTickets(database, count, (done) => done % 20_000 === 0 && say(`${done} tickets`));

    const ask = async (query: string, variables: Record<string, unknown>, as: Principal): Promise<number> => {
      const begun = performance.now();
      const { errors } = await subgraph.execute({ query, variables }, { principal: as, at: now });
      const took = performance.now() - begun;
      if (errors?.[0]) throw errors[0];
      return took;
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
    const random = Random.seeded(`judged ${known === 0 ? 0 : known}`);
    rows.push(
      await measure("a demand taken in and judged", 1_000, () => {
        const code = `${district}${String(random.between(1, 18)).padStart(3, "0")}001`;
        const input = {
          kind: "COMPLAINT",
          channel: "HOTLINE_12345",
          text: syntheticText(random),
          place: random.chance(0.1)
            ? { division: district }
            : { estateCode: `${code}-E0${random.between(1, 6)}` },
          demander: { name: "样本", phone: `139${String(random.between(0, 99_999_999)).padStart(8, "0")}` },
        };
        return ask(
          "mutation ($input: ReportDemandInput!, $key: String!) { reportDemand(input: $input, idempotencyKey: $key) { number } }",
          { input, key: random.split(String(random.word())).uuid() },
          dispatcher,
        );
      }),
    );
    const page = `query ($words: String!, $filter: TicketFilter) {
      searchTickets(words: $words, filter: $filter, first: 20) { edges { node { number title } } pageInfo { hasNextPage } }
    }`;
    for (const [name, words, as, filter] of searches) {
      const wordsOf = (round: number): string => words[Math.abs(round) % words.length] ?? "";
      rows.push(
        await measure(`search: ${name}`, 300, (round) => ask(page, { words: wordsOf(round), filter }, as)),
      );
    }

    const [text, values] = new TicketSearchStore(database, dispatcher).statement({
      words: "充电桩 物业",
      filter: undefined,
      since: null,
      asOf: now,
      at: now,
    });
    const plan: { "QUERY PLAN": string }[] = await database.query(
      `EXPLAIN (ANALYZE, BUFFERS) ${text}`,
      values,
    );
    const [{ total, bytes }] = await database.query(
      `SELECT (SELECT count(*) FROM ticket_text)::int AS total, pg_relation_size('ticket_text_terms')::float8 AS bytes`,
    );
    const record = {
      command: `npm run bench -- text ${options.join(" ")}`.trim(),
      machine: before,
      tickets: total as number,
      rounds,
      indexMegabytes: (bytes as number) / 1024 ** 2,
      rows,
      plan: plan.map((row) => row["QUERY PLAN"]),
    };
    process.stdout.write(`\n${textTable(record)}\n\n${record.plan.join("\n")}\n`);
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

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
