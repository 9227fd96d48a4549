import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startLoad } from "../load-process.ts";
import { machine } from "../machine.ts";
import { profiled, profileTable, takeProfile } from "../profile.ts";
import { commandLine, writeRecord } from "../record.ts";
import { untilIdle } from "../until-idle.ts";
import { openCaseDatabases } from "./case-databases.ts";
import { callerToken } from "./case-lookup.ts";
import { type CaseContender, caseCandidates, checkedRequests, cores, start } from "./contenders.ts";
import { type CaseBench, costOfRecording, measureOnce, rowOf } from "./measure.ts";
import { type CaseRun, caseTable, recordingLine, recordPage } from "./report.ts";

export const usage = `npm run bench -- case [options]

A case look-up across all departments through the whole stack, with and without access records, and the same rows by a
handler written by hand, on the same PostgreSQL and the same cores. Every answer is compared before timing.

  --quick           one short round
  --rounds <n>      rounds, forwards and backwards in turn (5)
  --seconds <n>     measured time of each run (5), after two seconds of warm-up
  --profile         where the stack in one process spends its time, by whose code it is
  --write           keep the result in docs/performance
`;

export async function bench(options: readonly string[]): Promise<void> {
  const { rounds, write, profile: withProfile, ...timing } = readOptions(options);
  const before = machine();
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-bench-"));
  await chmod(directory, 0o755); // PostgreSQL may run as another user
  const opened: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })];
  try {
    const databases = await openCaseDatabases(directory);
    opened.push(() => databases.stop());
    const load = startLoad(directory, cores);
    opened.push(() => load.stop());
    const token = await callerToken(directory);
    const running: CaseBench = { load, cluster: databases.cluster, token, ...timing };
    const profileFile = join(directory, "in-process.cpuprofile");

    const contenders: CaseContender[] = [];
    for (const candidate of await caseCandidates(databases.urls, databases.sourceUrls, directory)) {
      const { id, command } = candidate;
      const isProfiled = withProfile && id === "in-process";
      const contender = await start(
        isProfiled ? { ...candidate, command: profiled(command, profileFile) } : candidate,
        directory,
      );
      opened.push(() => contender.process.stop());
      contenders.push(contender);
      say(`${contender.name} is up`);
    }
    const requests = await checkedRequests(contenders, token);
    say(`all of them answer ${requests.get(contenders[0] as CaseContender)?.length} cases alike`);

    for (const { process } of contenders) await untilIdle(process);

    const once = (contender: CaseContender, seed: number) =>
      measureOnce(contender, requests.get(contender) ?? [], running, seed);
    const runs = await measureInTurns(contenders, rounds, once);
    const [inProcess] = contenders;
    const profile =
      withProfile && inProcess
        ? await takeProfile(inProcess.process, profileFile, () => once(inProcess, rounds))
        : undefined;

    const runsOf = (id: CaseContender["id"]) =>
      contenders.flatMap((each) => (each.id === id ? (runs.get(each) ?? []) : []));
    const sizes = [...requests.values()].flat().map(({ answerBytes }) => answerBytes);
    const record = {
      command: commandLine("case", options),
      machine: before,
      rounds,
      seconds: timing.milliseconds / 1000,
      connections: timing.connections,
      cases: sizes.length / contenders.length,
      answerBytes: Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length),
      rows: contenders.map((each) => rowOf(each, runs.get(each) ?? [], runsOf("by-hand"))),
      recording: costOfRecording(runsOf("in-process"), runsOf("unrecorded")),
      ...(profile && { profile }),
    };
    process.stdout.write(`\n${caseTable(record)}\n\n${recordingLine(record)}\n`);
    if (profile) process.stdout.write(`\n${profileTable(profile)}\n`);
    if (write) await writeRecord("case", record, recordPage(record));
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

function readOptions(options: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...options],
    options: { quick: flag, write: flag, profile: flag, rounds: text, seconds: text },
  });
  const { quick, write, profile, rounds, seconds } = values;
  return {
    write,
    profile,
    rounds: Number(rounds ?? (quick ? 1 : 5)),
    connections: 50,
    warmUpMilliseconds: quick ? 500 : 2_000,
    milliseconds: 1_000 * Number(seconds ?? (quick ? 2 : 5)),
  };
}

/** Forwards and backwards in turn, after a first run of each that counts for nothing: its code is being compiled. */
async function measureInTurns(
  contenders: readonly CaseContender[],
  rounds: number,
  once: (contender: CaseContender, seed: number) => Promise<CaseRun>,
): Promise<ReadonlyMap<CaseContender, readonly CaseRun[]>> {
  const runs = new Map<CaseContender, CaseRun[]>(contenders.map((each) => [each, []]));
  for (const contender of contenders) await once(contender, 0);
  for (let round = 0; round < rounds; round++) {
    for (const contender of round % 2 === 0 ? contenders : [...contenders].reverse()) {
      const run = await once(contender, 1 + round);
      runs.get(contender)?.push(run);
      say(`round ${round + 1} of ${rounds}: ${contender.name}, ${run.requestsPerSecond.toFixed(0)}/s`);
    }
  }
  return runs;
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
