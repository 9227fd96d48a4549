import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../../testkit/free-port.ts";
import { startLoad } from "../load-process.ts";
import { machine } from "../machine.ts";
import { installPeers } from "../peers/install.ts";
import { startPinned } from "../pinned-process.ts";
import { writeRecord } from "../record.ts";
import { untilServing } from "../until-serving.ts";
import { checkedRequests } from "./answers.ts";
import { type Candidate, candidates } from "./candidates.ts";
import { type Contender, measure, rowOf, type Timing } from "./measure.ts";
import { type GatewayRecord, recordPage, shapeTable, versions } from "./report.ts";
import { startTown, type TownProcess } from "./town-process.ts";
import { type Shape, type ShapeName, shapes } from "./workload.ts";

/** The gateway has this core for itself; subgraphs, clients and this process share the other. */
const gatewayCore = "0";
const otherCore = "1";

export const usage = `npm run bench -- gateway [options]

Our gateway and its peers before the same subgraphs, answers checked before timing, one gateway at a time alone on
one core. The peers are installed on first use (npm ci, some 800 MB).

  --quick           one short round, to see that all of it runs: its figures mean little
  --rounds <n>      rounds, forwards and backwards in turn (5)
  --seconds <n>     measured time of each run (3), after a second of warm-up
  --shapes <a,b>    of ${shapes.map(({ name }) => name).join(", ")}
  --only <a,b>      of ${candidates.map(({ id }) => id).join(", ")}
  --write           keep the result in docs/performance
`;

export async function bench(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      rounds: { type: "string" },
      seconds: { type: "string" },
      shapes: { type: "string" },
      only: { type: "string" },
    },
  });
  const timing: Timing = {
    rounds: Number(values.rounds ?? (values.quick ? 1 : 5)),
    connections: 50,
    warmUpMilliseconds: values.quick ? 300 : 1_000,
    milliseconds: 1_000 * Number(values.seconds ?? (values.quick ? 0.7 : 3)),
  };
  const chosenShapes = chosen(shapes, ({ name }) => name, values.shapes);
  const chosenCandidates = chosen(candidates, ({ id }) => id, values.only);
  if (chosenCandidates.some(({ kind }) => kind === "peer")) await installPeers();

  const before = machine();
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-bench-"));
  const opened: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true })];
  try {
    const town = await startTown(directory, otherCore);
    opened.push(() => town.process.stop());
    const load = startLoad(directory, otherCore);
    opened.push(() => load.stop());

    const contenders: Contender[] = [];
    const leftOut: { name: string; reason: string }[] = [];
    for (const candidate of chosenCandidates) {
      try {
        const contender = await enter(candidate, town, directory, chosenShapes);
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

    const measured: GatewayRecord["shapes"][number][] = [];
    for (const shape of chosenShapes) {
      const runs = await measure(shape.name, contenders, { town, load, timing }, say);
      const base = contenders[0]?.candidate === candidates[0] ? runs.get(candidates[0]?.id ?? "") : undefined;
      const rows = contenders.map(({ candidate }) => rowOf(candidate, runs.get(candidate.id) ?? [], base));
      const { name, meaning, fetches } = shape;
      measured.push({ name, meaning, fetches, answerBytes: averageBytes(contenders, name), rows });
      process.stdout.write(`\n${shapeTable(measured.at(-1) as GatewayRecord["shapes"][number])}\n\n`);
    }
    if (values.write) {
      const command = `npm run bench -- gateway ${options.join(" ")}`.trim();
      const record: GatewayRecord = {
        command,
        machine: before,
        versions: versions(),
        timing,
        shapes: measured,
        leftOut,
      };
      await writeRecord("gateway", record, recordPage(record));
    }
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

/** Starts a candidate, asks it everything and holds it still until its turn. */
async function enter(
  candidate: Candidate,
  town: TownProcess,
  directory: string,
  asked: readonly Shape[],
): Promise<Contender> {
  const port = await freePort();
  const started = startPinned(candidate.command(port, town), {
    cores: gatewayCore,
    logFile: join(directory, `${candidate.id}.log`),
  });
  try {
    await untilServing(port, () => started.child.exitCode !== null);
    const requests = { different: [], identical: [], deep: [] } as Record<
      ShapeName,
      Contender["requests"]["deep"]
    >;
    for (const shape of asked) requests[shape.name] = await checkedRequests(port, shape);
    started.pause();
    return { candidate, port, process: started, requests };
  } catch (error) {
    const words = started.lastWords();
    await started.stop();
    throw new Error(`${candidate.name}: ${(error as Error).message}\n${words}`, { cause: error });
  }
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

function averageBytes(contenders: readonly Contender[], shape: ShapeName): number {
  const requests = contenders[0]?.requests[shape] ?? [];
  return Math.round(requests.reduce((sum, { answerBytes }) => sum + answerBytes, 0) / requests.length);
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
