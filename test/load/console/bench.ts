import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { DataSource } from "typeorm";
import { startEmbeddedPostgres } from "../../../infra/postgres/embedded.ts";
import { freePort } from "../../testkit/free-port.ts";
import { machine } from "../machine.ts";
import { startPinned } from "../pinned-process.ts";
import { commandLine, writeRecord } from "../record.ts";
import { district, type Filing, fillWithTickets } from "../text/many-tickets.ts";
import { untilServing } from "../until-serving.ts";
import { type FirstPage, openFirstPage } from "./first-page.ts";
import { scrollLongList } from "./long-list.ts";
import { type ConsoleRecord, listTable, paceTable, type RoomRow, recordPage, roomTable } from "./report.ts";

export const usage = `npm run bench -- console [options]

How soon each room of the console can be used when it is opened with nothing cached, what comes for it, whether anything
jumps, and how a list of many rows scrolls; in the system's Chromium, before the stack as npm start starts it.

  --scale <name>   the dataset: demo, district (demo)
  --data <folder>  a data directory to use again: the dataset is loaded into it once (a temporary one)
  --rounds <n>     times each room is opened (9), after once that is not counted
  --rows <n>       rows of the list to scroll through, put into one district beside the dataset where it has fewer (100000)
  --quick          twice each, 500 rows
  --write          keep the result in docs/performance
`;

/** What is there when a room can be used. */
const rooms = [
  ["overview, first page", "/overview", "kaifu-dispatcher", 'main a[href^="/tickets?"]'],
  ["tickets", "/tickets?division=430105", "kaifu-dispatcher", "main li[aria-posinset]"],
  ["case look-up", "/case", "kaifu-dispatcher", "main input"],
  ["my work", "/work", "kaifu-urban-responder", "main a, main button"],
  ["whistles", "/whistles", "kaifu-street-leader", 'main a[href^="/whistles/"]'],
  ["access", "/access", "kaifu-market-steward", "main table, main li, main a"],
] as const;

/** Loading a district takes minutes. */
const loadingPatience = 30 * 60 * 1000;

export async function bench(options: readonly string[]): Promise<void> {
  const { scale, data, rounds, rows, write } = readOptions(options);
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
    const port = await freePort();
    const stack = startPinned(
      {
        program: process.execPath,
        // As `npm start` does.
        options: [
          "--max-semi-space-size=64",
          "--import",
          "tsx",
          join(import.meta.dirname, "../../../infra/start.ts"),
        ],
        environment: {
          DATA_DIRECTORY: directory,
          DATABASE_URL: postgres.adminUrl,
          DATASET_SCALE: scale,
          PORT: String(port),
          LOG_LEVEL: "error",
        },
      },
      { cores: "0,1", logFile: join(directory, "stack.log") },
    );
    opened.push(() => stack.stop());
    say(`the stack is starting, with the dataset ${scale}`);
    await untilServing(port, () => stack.child.exitCode !== null, loadingPatience).catch((error: Error) => {
      throw new Error(`${error.message}\n${stack.lastWords()}`, { cause: error });
    });

    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--headless", "--no-sandbox", "--disable-gpu"],
    });
    opened.push(() => browser.close());
    const url = `http://127.0.0.1:${port}`;
    const measured: RoomRow[] = [];
    for (const [name, path, post, usableWhen] of rooms) {
      const openings: FirstPage[] = [];
      for (let round = 0; round <= rounds; round++) {
        const opening = await openFirstPage(browser, { url: url + path, post, usableWhen });
        if (round > 0) openings.push(opening);
      }
      measured.push({ name, openings });
      say(`${name} was opened ${rounds} times`);
    }
    await haveTickets(postgres.adminUrl, rows);
    const list = await scrollLongList(browser, {
      url: `${url}/tickets?division=${district}`,
      post: "pinggu-dispatcher",
      rows,
      told: say,
    });
    const record: ConsoleRecord = {
      command: commandLine("console", options),
      machine: before,
      scale,
      rounds,
      rooms: measured,
      list,
    };
    process.stdout.write(`\n${roomTable(record)}\n${paceTable(record)}\n${listTable(record)}\n`);
    if (write) await writeRecord("console", record, recordPage(record));
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

/** Sees to it that the list has so many rows, once for a data directory. */
async function haveTickets(adminUrl: string, rows: number): Promise<void> {
  const url = Object.assign(new URL(adminUrl), { pathname: "/whistlegraph_tickets" }).href;
  const database = await new DataSource({ type: "postgres", url }).initialize();
  try {
    const [{ known }] = await database.query(
      "SELECT count(*)::int AS known FROM ticket WHERE district_code = $1",
      [district],
    );
    if (known >= rows) return;
    say(`${district} has ${known} tickets, and is given ${rows} more`);
    // As the dataset's own are filed: what they name is known to those who keep it.
    const own: readonly Filing[] = await database.query(
      `SELECT division_code AS division, grid_code AS grid, estate_code AS estate, matter_code AS matter,
         handling_unit_code AS unit
       FROM ticket WHERE district_code = $1 ORDER BY number`,
      [district],
    );
    await fillWithTickets(database, rows, { filed: (random) => random.pick(own) });
  } finally {
    await database.destroy();
  }
}

function readOptions(options: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...options],
    options: { quick: flag, write: flag, scale: text, data: text, rounds: text, rows: text },
  });
  const { quick, write, scale = "demo", data, rounds, rows } = values;
  return {
    write,
    scale,
    data,
    rounds: Number(rounds ?? (quick ? 2 : 9)),
    rows: Number(rows ?? (quick ? 500 : 100_000)),
  };
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
