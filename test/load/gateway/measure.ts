import { type Spread, spreadOf } from "../figures.ts";
import type { LoadProcess } from "../load-process.ts";
import { untilServing } from "../until-serving.ts";
import type { Candidate } from "./candidates.ts";
import type { Contender } from "./contenders.ts";
import type { TownProcess } from "./town-process.ts";
import type { ShapeName } from "./workload.ts";

/** One measured time of one candidate. */
export interface Run {
  readonly cpuMicroseconds: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Fetches that reached a subgraph, per request. */
  readonly fetches: number;
  /** How much of its core the gateway used: below about 0.9 something else held it up, and only CPU time counts. */
  readonly coreShare: number;
  /** The same of clients and subgraphs together: near 1 they are what was measured. */
  readonly otherCoreShare: number;
  readonly residentMegabytes: number;
  readonly peakMegabytes: number;
}

export interface Timing {
  readonly rounds: number;
  readonly connections: number;
  readonly warmUpMilliseconds: number;
  readonly milliseconds: number;
}

export interface Bench {
  readonly town: TownProcess;
  readonly load: LoadProcess;
  readonly timing: Timing;
}

/** Measures every contender once a round, forwards and backwards in turn: what drifts meets all of them alike. */
export async function measure(
  shape: ShapeName,
  contenders: readonly Contender[],
  bench: Bench,
  show: (line: string) => void,
): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, Run[]>(contenders.map(({ candidate }) => [candidate.id, []]));
  // A first run of each counts for nothing: its code is only now being compiled.
  for (const contender of contenders) await runOnce(shape, contender, bench, 0);
  for (let round = 0; round < bench.timing.rounds; round++) {
    const order = round % 2 === 0 ? contenders : [...contenders].reverse();
    for (const contender of order) {
      const run = await runOnce(shape, contender, bench, round);
      runs.get(contender.candidate.id)?.push(run);
      const figures = `${run.cpuMicroseconds.toFixed(0)} µs, ${run.requestsPerSecond.toFixed(0)}/s`;
      show(`${shape}, round ${round + 1} of ${bench.timing.rounds}: ${contender.candidate.name}, ${figures}`);
    }
  }
  return runs;
}

export async function runOnce(
  shape: ShapeName,
  { candidate, port, process, requests }: Contender,
  { town, load, timing }: Bench,
  round: number,
): Promise<Run> {
  const { connections, warmUpMilliseconds, milliseconds } = timing;
  process.resume();
  try {
    await untilServing(port, () => process.child.exitCode !== null);
    const pids = process.pids();
    const fetchesBefore = await town.answered();
    const report = await load.run({
      load: {
        port,
        connections,
        requests: requests[shape],
        seed: 1 + round,
        warmUpMilliseconds,
        milliseconds,
      },
      watched: { gateway: pids, others: [...town.process.pids(), ...load.pids()] },
    });
    const { gateway = 0, others = 0 } = report.cpuMilliseconds;
    const fetches = (await town.answered()) - fetchesBefore;
    const memory = process.memory();
    return {
      cpuMicroseconds: (gateway * 1000) / report.answers,
      requestsPerSecond: (report.answers * 1000) / report.milliseconds,
      p50: report.p50,
      p99: report.p99,
      fetches: fetches / report.answersInAll,
      coreShare: gateway / report.milliseconds,
      otherCoreShare: others / report.milliseconds,
      residentMegabytes: memory.resident,
      peakMegabytes: memory.peak,
    };
  } catch (error) {
    throw new Error(`${candidate.name}, ${shape}: ${(error as Error).message}`, { cause: error });
  } finally {
    process.pause();
  }
}

/** All runs of one candidate in one shape, and how it stands to the first candidate in the same rounds. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: Candidate["kind"];
  readonly sharing: string;
  readonly cpuMicroseconds: Spread;
  readonly requestsPerSecond: Spread;
  /** How many times less CPU, and how many times more requests; absent when the first candidate was left out. */
  readonly cpuRatio?: Spread;
  readonly rateRatio?: Spread;
  readonly p50: number;
  readonly p99: number;
  readonly residentMegabytes: number;
  readonly peakMegabytes: number;
  readonly fetches: number;
  readonly coreShare: number;
  readonly otherCoreShare: number;
  readonly runs: readonly Run[];
}

export function rowOf(
  { id, name, kind, sharing }: Candidate,
  runs: readonly Run[],
  first?: readonly Run[],
): Row {
  const median = (figure: keyof Run) => spreadOf(runs.map((run) => run[figure])).median;
  const against = (ratio: (run: Run, base: Run) => number): Spread =>
    spreadOf(
      runs.flatMap((run, round) => {
        const base = first?.[round];
        return base ? [ratio(run, base)] : [];
      }),
    );
  return {
    id,
    name,
    kind,
    sharing,
    cpuMicroseconds: spreadOf(runs.map((run) => run.cpuMicroseconds)),
    requestsPerSecond: spreadOf(runs.map((run) => run.requestsPerSecond)),
    ...(first && {
      cpuRatio: against((run, base) => base.cpuMicroseconds / run.cpuMicroseconds),
      rateRatio: against((run, base) => run.requestsPerSecond / base.requestsPerSecond),
    }),
    p50: median("p50"),
    p99: median("p99"),
    residentMegabytes: median("residentMegabytes"),
    peakMegabytes: Math.max(...runs.map((run) => run.peakMegabytes)),
    fetches: median("fetches"),
    coreShare: median("coreShare"),
    otherCoreShare: median("otherCoreShare"),
    runs,
  };
}
