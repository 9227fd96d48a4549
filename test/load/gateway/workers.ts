import { type Spread, shortSpread, spreadOf } from "../figures.ts";
import { table } from "../table.ts";
import type { Contender } from "./contenders.ts";
import { type Bench, runOnce } from "./measure.ts";
import type { ShapeName } from "./workload.ts";

/** One worker with one core against two workers with two. */
export interface WorkersRow {
  readonly shape: ShapeName;
  readonly one: Spread;
  readonly two: Spread;
  /** Requests/s of two workers as a multiple of one worker's, in the same round. */
  readonly ratio: Spread;
}

export interface Crews {
  readonly one: Contender;
  readonly two: Contender;
}

const sides = { one: { cores: "0", workers: 1 }, two: { cores: "0,1", workers: 2 } } as const;

/**
 * Clients and subgraphs need cores too, and there are but two. So each side has everything on its cores, clients and
 * subgraphs included: the work of a request is the same, and twice the cores could do twice as many. A worker shares
 * among its own clients alone, so each has as many of them on both sides.
 */
export async function measureWorkers(
  names: readonly ShapeName[],
  crews: Crews,
  bench: Bench,
  show: (line: string) => void,
): Promise<readonly WorkersRow[]> {
  const rate = async (crew: keyof Crews, shape: ShapeName, round: number) => {
    const contender = crews[crew];
    const { cores, workers } = sides[crew];
    for (const each of [contender.process, bench.town.process, bench.load]) each.pin(cores);
    const timing = { ...bench.timing, connections: workers * bench.timing.connections };
    return (await runOnce(shape, contender, { ...bench, timing }, round)).requestsPerSecond;
  };
  const measured: WorkersRow[] = [];
  for (const shape of names) {
    const rates: { one: number; two: number }[] = [];
    await rate("one", shape, 0);
    await rate("two", shape, 0);
    for (let round = 0; round < bench.timing.rounds; round++) {
      const one = await rate("one", shape, round);
      const two = await rate("two", shape, round);
      rates.push({ one, two });
      show(`${shape}, round ${round + 1}: one worker ${one.toFixed(0)}/s, two ${two.toFixed(0)}/s`);
    }
    measured.push({
      shape,
      one: spreadOf(rates.map(({ one }) => one)),
      two: spreadOf(rates.map(({ two }) => two)),
      ratio: spreadOf(rates.map(({ one, two }) => two / one)),
    });
  }
  return measured;
}

export const workersTable = (rows: readonly WorkersRow[]): string =>
  `### Workers

One worker with everything on one core, clients and subgraphs included; two workers with everything on two, and twice the connections.

${table(
  ["shape", "one worker, requests/s", "two workers, requests/s", "×"],
  rows.map(({ shape, one, two, ratio }) => [shape, shortSpread(one), shortSpread(two), shortSpread(ratio)]),
)}`;
