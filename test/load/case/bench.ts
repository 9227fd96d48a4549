import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { subgraphs } from "../../../schema/subgraphs.ts";
import { freePort } from "../../testkit/free-port.ts";
import type { LoadRequest } from "../closed-loop.ts";
import { spreadOf } from "../figures.ts";
import { startLoad } from "../load-process.ts";
import { machine } from "../machine.ts";
import { type Command, type PinnedProcess, startPinned } from "../pinned-process.ts";
import { processTree } from "../process-tree.ts";
import { profiled, profileTable, takeProfile } from "../profile.ts";
import { writeRecord } from "../record.ts";
import { untilServing } from "../until-serving.ts";
import { type CaseDatabases, openCaseDatabases } from "./case-databases.ts";
import { ask, callerToken, caseLookup, caseNumbers, identity } from "./case-lookup.ts";
import { type CaseRecord, type CaseRow, type CaseRun, caseTable, recordPage } from "./report.ts";

export const usage = `npm run bench -- case [options]

A case look-up across all departments through the whole stack, and the same rows by a handler written by hand, on the
same PostgreSQL and the same cores. Every answer is compared before timing.

  --quick           one short round
  --rounds <n>      rounds, forwards and backwards in turn (5)
  --seconds <n>     measured time of each run (5), after two seconds of warm-up
  --profile         where the stack in one process spends its time, by whose code it is
  --write           keep the result in docs/performance
`;

const connections = 50;

interface Contender {
  readonly id: string;
  readonly name: string;
  readonly port: number;
  readonly process: PinnedProcess;
  requests: readonly LoadRequest[];
}

export async function bench(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      profile: { type: "boolean", default: false },
      rounds: { type: "string" },
      seconds: { type: "string" },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  const warmUpMilliseconds = values.quick ? 500 : 2_000;
  const milliseconds = 1_000 * Number(values.seconds ?? (values.quick ? 2 : 5));

  const before = machine();
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-bench-"));
  await chmod(directory, 0o755); // PostgreSQL may run as another user
  const opened: (() => Promise<unknown>)[] = [];
  try {
    const databases = await openCaseDatabases(directory);
    opened.push(() => databases.stop());
    const postgres = Number(readFileSync(join(databases.cluster, "postmaster.pid"), "utf8").split("\n")[0]);
    const token = await callerToken(directory);
    const profileFile = join(directory, "in-process.cpuprofile");
    const load = startLoad(directory, "0,1");
    opened.push(() => load.stop());

    const contenders: Contender[] = [];
    for (const each of await commands(databases, directory)) {
      const command =
        values.profile && each.id === "in-process" ? profiled(each.command, profileFile) : each.command;
      const process = startPinned(command, { cores: "0,1", logFile: join(directory, `${each.id}.log`) });
      opened.push(() => process.stop());
      await untilServing(each.port, () => process.child.exitCode !== null).catch((error: Error) => {
        throw new Error(`${each.name}: ${error.message}\n${process.lastWords()}`);
      });
      contenders.push({ ...each, process, requests: [] });
    }
    await checkAnswers(contenders, token);

    const runs = new Map<string, CaseRun[]>(contenders.map(({ id }) => [id, []]));
    const runOnce = async ({ port, process, requests }: Contender, round: number): Promise<CaseRun> => {
      process.resume();
      await untilServing(port, () => process.child.exitCode !== null);
      const report = await load.run({
        load: {
          port,
          connections,
          requests,
          headers: { authorization: `Bearer ${token}` },
          seed: 1 + round,
          warmUpMilliseconds,
          milliseconds,
        },
        watched: { service: process.pids(), database: processTree(postgres) },
      });
      const { service = 0, database = 0 } = report.cpuMilliseconds;
      const { resident, peak } = process.memory();
      process.pause();
      return {
        requestsPerSecond: (report.answers * 1000) / report.milliseconds,
        serviceMicroseconds: (service * 1000) / report.answers,
        databaseMicroseconds: (database * 1000) / report.answers,
        p50: report.p50,
        p99: report.p99,
        residentMegabytes: resident,
        peakMegabytes: peak,
      };
    };
    for (const contender of contenders) await runOnce(contender, 0); // still being compiled
    for (let round = 0; round < rounds; round++) {
      for (const contender of round % 2 === 0 ? contenders : [...contenders].reverse()) {
        const run = await runOnce(contender, round);
        runs.get(contender.id)?.push(run);
        say(`round ${round + 1} of ${rounds}: ${contender.name}, ${run.requestsPerSecond.toFixed(0)}/s`);
      }
    }
    const [inProcess] = contenders;
    const profile =
      values.profile && inProcess
        ? await takeProfile(inProcess.process, profileFile, () => runOnce(inProcess, rounds))
        : undefined;
    const byHand = runs.get("by-hand") ?? [];
    const rows = contenders.map(({ id, name }): CaseRow => rowOf(id, name, runs.get(id) ?? [], byHand));
    const requests = contenders[0]?.requests ?? [];
    const record: CaseRecord = {
      command: `npm run bench -- case ${options.join(" ")}`.trim(),
      machine: before,
      rounds,
      seconds: milliseconds / 1000,
      connections,
      cases: requests.length,
      answerBytes: Math.round(
        requests.reduce((sum, { answerBytes }) => sum + answerBytes, 0) / requests.length,
      ),
      rows,
      ...(profile && { profile }),
    };
    process.stdout.write(`\n${caseTable(record)}\n`);
    if (profile) process.stdout.write(`\n${profileTable(profile)}\n`);
    if (values.write) await writeRecord("case", record, recordPage(record));
  } finally {
    for (const close of opened.reverse()) await close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** The stack as `npm start` starts it, with and without a process for each subgraph, and the handler. */
async function commands(databases: CaseDatabases, directory: string) {
  const environment = {
    DATA_DIRECTORY: directory,
    DATASET_SCALE: "none",
    LOG_LEVEL: "error",
    JWT_ISSUER: identity.issuer,
    JWT_AUDIENCE: identity.audience,
    ...Object.fromEntries(
      [...databases.urls].map(([name, url]) => [`DATABASE_URL_${name.toUpperCase()}`, url]),
    ),
  };
  const node = (options: readonly string[], settings: Record<string, string> = {}): Command => ({
    program: process.execPath,
    options: ["--import", "tsx", ...options],
    environment: settings,
  });
  const start = join(import.meta.dirname, "../../../infra/start.ts");
  const [inProcess, processes, byHand] = [await freePort(), await freePort(), await freePort()];
  const subgraphUrls = await Promise.all(
    subgraphs.map(
      async ({ name }) =>
        [`SUBGRAPH_URL_${name.toUpperCase()}`, `http://127.0.0.1:${await freePort()}`] as const,
    ),
  );
  const named = [...databases.urls].map(([name, url]) => `${name}=${url}`);
  return [
    {
      id: "in-process",
      name: "the stack in one process",
      port: inProcess,
      command: node([start], { ...environment, PORT: String(inProcess) }),
    },
    {
      id: "processes",
      name: "the stack, a process per subgraph",
      port: processes,
      command: node([start, "--processes"], {
        ...environment,
        PORT: String(processes),
        ...Object.fromEntries(subgraphUrls),
      }),
    },
    {
      id: "by-hand",
      name: "by hand",
      port: byHand,
      command: node([join(import.meta.dirname, "start-by-hand.ts"), String(byHand), directory, ...named]),
    },
  ];
}

/** Every contender answers every case; the answers must be the same to the letter of their values. */
async function checkAnswers(contenders: readonly Contender[], token: string): Promise<void> {
  const [first] = contenders;
  const numbers = await caseNumbers(`http://127.0.0.1:${first?.port}`, token);
  const expected = new Map<string, unknown>();
  for (const contender of contenders) {
    const requests: LoadRequest[] = [];
    for (const number of numbers) {
      const { data, errors, text } = await ask(`http://127.0.0.1:${contender.port}`, token, caseLookup, {
        number,
      });
      if (errors) throw new Error(`${contender.name}, ${number}: ${JSON.stringify(errors)}`);
      const known = expected.get(number);
      expected.set(number, known ?? data);
      if (known !== undefined && !isDeepStrictEqual(data, known)) {
        throw new Error(`${contender.name} answers ${number} otherwise:\n${text}\n${JSON.stringify(known)}`);
      }
      requests.push({
        body: JSON.stringify({ query: caseLookup, variables: { number } }),
        answerBytes: Buffer.byteLength(text),
      });
    }
    contender.requests = requests;
    contender.process.pause();
    say(`${contender.name}: ${numbers.length} cases answered alike`);
  }
}

function rowOf(id: string, name: string, runs: readonly CaseRun[], byHand: readonly CaseRun[]): CaseRow {
  const spread = (figure: keyof CaseRun) => spreadOf(runs.map((run) => run[figure]));
  return {
    id,
    name,
    requestsPerSecond: spread("requestsPerSecond"),
    share: spreadOf(
      runs.map((run, round) => run.requestsPerSecond / (byHand[round]?.requestsPerSecond ?? Number.NaN)),
    ),
    serviceMicroseconds: spread("serviceMicroseconds"),
    databaseMicroseconds: spread("databaseMicroseconds"),
    p50: spread("p50").median,
    p99: spread("p99").median,
    residentMegabytes: spread("residentMegabytes").median,
    peakMegabytes: spread("peakMegabytes").max,
    runs,
  };
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
