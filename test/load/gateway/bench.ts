import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startLoad } from "../load-process.ts";
import { machine } from "../machine.ts";
import { installPeers } from "../peers/install.ts";
import { profiled, takeProfile } from "../profile.ts";
import { commandLine, writeRecord } from "../record.ts";
import { type Candidate, candidates, ours, twoWorkers } from "./candidates.ts";
import { type Contender, type Entry, enter } from "./contenders.ts";
import { type Bench, measure, rowOf, runOnce } from "./measure.ts";
import { recordPage, type ShapeRecord, shapeTable, versions } from "./report.ts";
import { startTown } from "./town-process.ts";
import { measureWorkers, type WorkersRow, workersTable } from "./workers.ts";
import { type Shape, shapes } from "./workload.ts";

/** The gateway has this core for itself; subgraphs and clients share the other. */
const gatewayCore = "0";
const otherCore = "1";

export const usage = `npm run bench -- gateway [options]

Our gateway and its peers before the same subgraphs, answers checked before timing, one gateway at a time alone on
one core; then one worker against two. The peers are installed on first use (npm ci, some 800 MB).

  --quick           one short round, to see that all of it runs: its figures mean little
  --rounds <n>      rounds, forwards and backwards in turn (5)
  --seconds <n>     measured time of each run (3), after a second of warm-up
  --shapes <a,b>    of ${shapes.map(({ name }) => name).join(", ")}
  --only <a,b>      of ${candidates.map(({ id }) => id).join(", ")},
                    without the workers
  --profile         where our gateway spends its time, by whose code it is
  --write           keep the result in docs/performance
`;

export async function bench(options: readonly string[]): Promise<void> {
  const choice = readOptions(options);
  if (choice.candidates.some(({ kind }) => kind === "peer")) await installPeers();

  const before = machine();
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-bench-"));
  const opened: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true })];
  try {
    const town = await startTown(directory, otherCore);
    opened.push(() => town.process.stop());
    const load = startLoad(directory, otherCore);
    opened.push(() => load.stop());
    const running = { town, load, timing: choice.timing };
    const entry = { town, directory, cores: gatewayCore, shapes: choice.shapes };

    const { contenders, leftOut } = await enterAll(choice.candidates, entry, opened, choice.profile);
    const measured: ShapeRecord[] = [];
    for (const shape of choice.shapes) {
      const record = await measureShape(shape, contenders, running, choice.profile && profileIn(directory));
      measured.push(record);
      process.stdout.write(`\n${shapeTable(record)}\n\n`);
    }
    const workers = choice.withWorkers ? await compareWorkers(contenders, entry, running, opened) : [];
    if (workers.length > 0) process.stdout.write(`\n${workersTable(workers)}\n`);

    if (choice.write) {
      const command = commandLine("gateway", options);
      const record = { command, machine: before, versions: versions(), timing: choice.timing };
      const whole = { ...record, shapes: measured, workers, leftOut };
      await writeRecord("gateway", whole, recordPage(whole));
    }
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

function readOptions(options: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...options],
    options: {
      quick: flag,
      write: flag,
      profile: flag,
      rounds: text,
      seconds: text,
      shapes: text,
      only: text,
    },
  });
  const { quick, write, profile, rounds, seconds, only } = values;
  return {
    write,
    profile,
    timing: {
      rounds: Number(rounds ?? (quick ? 1 : 5)),
      connections: 50,
      warmUpMilliseconds: quick ? 300 : 1_000,
      milliseconds: 1_000 * Number(seconds ?? (quick ? 0.7 : 3)),
    },
    shapes: chosen(shapes, ({ name }) => name, values.shapes),
    candidates: chosen(candidates, ({ id }) => id, only),
    withWorkers: only === undefined,
  };
}

function chosen<Value>(
  all: readonly Value[],
  nameOf: (value: Value) => string,
  names?: string,
): readonly Value[] {
  if (names === undefined) return all;
  const wanted = names.split(",");
  const unknown = wanted.filter((name) => !all.some((value) => nameOf(value) === name));
  if (unknown.length > 0) throw new Error(`${unknown.join(", ")}: none of ${all.map(nameOf).join(", ")}`);
  return all.filter((value) => wanted.includes(nameOf(value)));
}

/** A peer that cannot run here, or answers wrongly, is left out and named; we are not. */
async function enterAll(
  all: readonly Candidate[],
  entry: Entry,
  opened: (() => Promise<unknown>)[],
  withProfile: boolean,
) {
  const contenders: Contender[] = [];
  const leftOut: { name: string; reason: string }[] = [];
  for (const each of all) {
    const candidate = withProfile && each === ours ? toBeProfiled(each, profileIn(entry.directory)) : each;
    try {
      const contender = await enter(candidate, entry);
      opened.push(() => contender.process.stop());
      contenders.push(contender);
      say(`${candidate.name}: every answer is right`);
    } catch (error) {
      if (candidate.kind !== "peer") throw error;
      const reason = (error as Error).message;
      leftOut.push({ name: candidate.name, reason });
      say(`${candidate.name} is left out: ${reason}`);
    }
  }
  return { contenders, leftOut };
}

async function measureShape(
  { name, meaning, fetches }: Shape,
  contenders: readonly Contender[],
  running: Bench,
  profileFile: string | false,
): Promise<ShapeRecord> {
  const runs = await measure(name, contenders, running, say);
  const base = runs.get(candidates[0]?.id ?? "");
  const rows = contenders.map(({ candidate }) => rowOf(candidate, runs.get(candidate.id) ?? [], base));
  const asked = contenders[0]?.requests[name] ?? [];
  const answerBytes = Math.round(asked.reduce((sum, each) => sum + each.answerBytes, 0) / asked.length);
  const us = contenders.find(({ candidate }) => candidate.id === ours.id);
  const profile =
    profileFile && us
      ? await takeProfile(us.process, profileFile, () => runOnce(name, us, running, 0))
      : undefined;
  return { name, meaning, fetches, answerBytes, rows, ...(profile && { profile }) };
}

async function compareWorkers(
  contenders: readonly Contender[],
  entry: Entry,
  running: Bench,
  opened: (() => Promise<unknown>)[],
): Promise<readonly WorkersRow[]> {
  const one = contenders.find(({ candidate }) => candidate.id === ours.id);
  if (!one) return [];
  const { town, load, timing } = running;
  const directory = join(entry.directory, "another");
  const anotherTown = await startTown(directory, otherCore);
  opened.push(() => anotherTown.process.stop());
  const anotherLoad = startLoad(directory, otherCore);
  opened.push(() => anotherLoad.stop());
  const another = await enter(ours, { ...entry, town: anotherTown, directory, cores: otherCore });
  opened.push(() => another.process.stop());
  const two = await enter(twoWorkers, { ...entry, cores: `${gatewayCore},${otherCore}` });
  opened.push(() => two.process.stop());
  const crews = {
    one: { contender: one, town, load },
    another: { contender: another, town: anotherTown, load: anotherLoad },
    two: { contender: two, town, load },
  };
  return measureWorkers(
    entry.shapes.map(({ name }) => name),
    crews,
    timing,
    say,
  );
}

const profileIn = (directory: string): string => join(directory, "whistlegraph.cpuprofile");

const toBeProfiled = (candidate: Candidate, file: string): Candidate => ({
  ...candidate,
  command: (port, town) => profiled(candidate.command(port, town), file),
});

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
