import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "../../../infra/postgres/embedded.ts";
import { provision } from "../../../infra/postgres/provision.ts";
import { subgraphs } from "../../../schema/subgraphs.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import type { CaseArgs } from "../../../subgraphs/tickets/case/case-args.ts";
import { freePort } from "../../testkit/free-port.ts";
import { identity } from "../case/case-lookup.ts";
import { startLoad } from "../load-process.ts";
import { machine } from "../machine.ts";
import { startPinned } from "../pinned-process.ts";
import { commandLine, writeRecord } from "../record.ts";
import { untilServing } from "../until-serving.ts";
import { type Caller, openCallers } from "./callers.ts";
import { checkedRequests, subgraphsAsked } from "./checked.ts";
import { district, lookedUp } from "./looked-up.ts";
import { type LookUpRow, lookUpTable, recordPage } from "./report.ts";

export const usage = `npm run bench -- look-up [options]

What all nine departments know of a case, looked up by number, resident, place, business and power item with
schema/operations/case-across-departments.graphql, through the stack as npm start starts it. Every answer is looked at
before timing.

  --scale <name>       the dataset: demo, district (district)
  --data <folder>      a data directory to use again: the dataset is loaded into it once (a temporary one)
  --connections <n>    clients, each asking again when it has its answer (4)
  --seconds <n>        measured time of each way (20), after five seconds of warm-up
  --processes          a process for each subgraph
  --quick              demo, two seconds each
  --write              keep the result in docs/performance
`;

const operationFile = join(import.meta.dirname, "../../../schema/operations/case-across-departments.graphql");

/** Service, PostgreSQL and clients share these. */
const cores = "0,1";

export async function bench(options: readonly string[]): Promise<void> {
  const { scale, data, processes, write, ...timing } = readOptions(options);
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
    const names = subgraphs.map(({ name }) => name);
    const { tickets = "" } = await provision(postgres.adminUrl, names);

    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const stack = startPinned(
      {
        program: process.execPath,
        // As `npm start` does.
        options: [
          "--max-semi-space-size=64",
          "--import",
          "tsx",
          join(import.meta.dirname, "../../../infra/start.ts"),
          ...(processes ? ["--processes"] : []),
        ],
        environment: {
          DATA_DIRECTORY: directory,
          DATABASE_URL: postgres.adminUrl,
          DATASET_SCALE: scale,
          PORT: String(port),
          LOG_LEVEL: "error",
          RATE_LIMIT_POINTS: "1000000000", // many clients' load is sent in one name
          JWT_ISSUER: identity.issuer,
          JWT_AUDIENCE: identity.audience,
        },
      },
      { cores, logFile: join(directory, "stack.log") },
    );
    opened.push(() => stack.stop());
    say(`the stack is starting, with the dataset ${scale}`);
    await untilServing(port, () => stack.child.exitCode !== null, loadingPatience).catch((error: Error) => {
      throw new Error(`${error.message}\n${stack.lastWords()}`, { cause: error });
    });

    const { values, community } = await lookedUp(tickets);
    const callers = await openCallers(url, directory);
    const centre = { unit: `${district}-COMMAND-CENTRE`, division: district };
    const dispatcher = await callers(
      { ...centre, post: Post.CENTRE_DISPATCHER },
      { ...centre, post: Post.DATA_STEWARD },
    );
    const ofCommunity = { post: Post.COMMUNITY_SECRETARY, unit: community, division: community } as const;
    const secretary = await callers(ofCommunity, ofCommunity);
    const operation = await readFile(operationFile, "utf8");

    const load = startLoad(directory, cores);
    opened.push(() => load.stop());
    const postmaster = Number(
      (await readFile(join(postgres.cluster, "postmaster.pid"), "utf8")).split("\n")[0],
    );
    const rows: LookUpRow[] = [];
    const ways: readonly (readonly [name: string, by: keyof CaseArgs, caller: Caller])[] = [
      ["by number of a ticket or whistle", "number", dispatcher],
      ["by resident", "resident", dispatcher],
      // What departments hold of a person by name is open to the community's own people alone.
      ["by resident, for their community", "resident", secretary],
      ["by grid, community, estate or building", "place", dispatcher],
      ["by business", "business", dispatcher],
      ["by power item", "powerItem", dispatcher],
    ];
    const asked = await subgraphsAsked(url, dispatcher, operation, values);
    if (asked.size < subgraphs.length) throw new Error(`only ${[...asked].join(", ")} are asked`);
    for (const [name, by, caller] of ways) {
      const requests = await checkedRequests(url, caller, operation, by, values[by]);
      const bytes = requests.reduce((sum, { answerBytes }) => sum + answerBytes, 0);
      say(`${requests.length} cases ${name} are whole`);
      const report = await load.run({
        load: { port, requests, headers: caller, seed: 1, ...timing },
        watched: { service: stack.pids(), database: [postmaster] },
      });
      const { answers, milliseconds, p50, p95, p99, cpuMilliseconds } = report;
      const { service = 0, database = 0 } = cpuMilliseconds;
      rows.push({
        name,
        cases: requests.length,
        answerBytes: Math.round(bytes / requests.length),
        requestsPerSecond: (answers * 1000) / milliseconds,
        serviceMilliseconds: service / answers,
        databaseMilliseconds: database / answers,
        p50,
        p95,
        p99,
      });
    }
    const record = {
      command: commandLine("look-up", options),
      machine: before,
      scale,
      processes,
      seconds: timing.milliseconds / 1000,
      connections: timing.connections,
      rows,
    };
    process.stdout.write(`\n${lookUpTable(record)}\n`);
    if (write) await writeRecord("look-up", record, recordPage(record));
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

/** Loading a district takes minutes. */
const loadingPatience = 30 * 60 * 1000;

function readOptions(options: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...options],
    options: {
      quick: flag,
      write: flag,
      processes: flag,
      scale: text,
      data: text,
      connections: text,
      seconds: text,
    },
  });
  const { quick, write, processes, scale, data, connections, seconds } = values;
  return {
    write,
    processes,
    data,
    scale: scale ?? (quick ? "demo" : "district"),
    connections: Number(connections ?? 4),
    warmUpMilliseconds: quick ? 1_000 : 5_000,
    milliseconds: 1_000 * Number(seconds ?? (quick ? 2 : 20)),
  };
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
