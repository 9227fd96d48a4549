import { type Spread, shortSpread, spreadOf } from "../figures.ts";
import type { LoadProcess } from "../load-process.ts";
import { table } from "../table.ts";
import type { Contender } from "./contenders.ts";
import { runOnce, type Timing } from "./measure.ts";
import type { TownProcess } from "./town-process.ts";
import type { ShapeName } from "./workload.ts";

/** One worker with one core against two workers with two, in requests/s. */
export interface WorkersRow {
  readonly shape: ShapeName;
  readonly one: Spread;
  readonly two: Spread;
  /** Two gateways that have nothing in common but the machine: what its two cores can do at most. */
  readonly apart: Spread;
  /** As multiples of one worker's, in the same round. */
  readonly ratio: Spread;
  readonly apartRatio: Spread;
}

/** A gateway with its clients and its subgraphs. */
interface Party {
  readonly contender: Contender;
  readonly town: TownProcess;
  readonly load: LoadProcess;
}

export interface Crews {
  readonly one: Party;
  /** One more like it. */
  readonly another: Party;
  readonly two: Party;
}

/**
 * Clients and subgraphs need cores too, and there are but two. So each side has everything on its cores, clients and
 * subgraphs included: the work of a request is the same, and twice the cores could do twice as many. A worker shares
 * among its own clients alone, so each has as many of them on both sides.
 */
export async function measureWorkers(
  names: readonly ShapeName[],
  { one, another, two }: Crews,
  timing: Timing,
  show: (line: string) => void,
): Promise<readonly WorkersRow[]> {
  const rate = async ({ contender, town, load }: Party, cores: string, shape: ShapeName, round: number) => {
    for (const each of [contender.process, town.process, load]) each.pin(cores);
    const connections = cores.split(",").length * timing.connections;
    const run = await runOnce(shape, contender, { town, load, timing: { ...timing, connections } }, round);
    return run.requestsPerSecond;
  };
  const compare = async (shape: ShapeName, round: number) => {
    const alone = await rate(one, "0", shape, round);
    const together = await rate(two, "0,1", shape, round);
    const [here, there] = await Promise.all([rate(one, "0", shape, round), rate(another, "1", shape, round)]);
    return { one: alone, two: together, apart: here + there };
  };
  const measured: WorkersRow[] = [];
  for (const shape of names) {
    const rates: Awaited<ReturnType<typeof compare>>[] = [];
    await compare(shape, 0);
    for (let round = 0; round < timing.rounds; round++) {
      const each = await compare(shape, round);
      rates.push(each);
      const figures = `one worker ${each.one.toFixed(0)}/s, two ${each.two.toFixed(0)}/s, two apart ${each.apart.toFixed(0)}/s`;
      show(`${shape}, round ${round + 1}: ${figures}`);
    }
    measured.push({
      shape,
      one: spreadOf(rates.map((each) => each.one)),
      two: spreadOf(rates.map((each) => each.two)),
      apart: spreadOf(rates.map((each) => each.apart)),
      ratio: spreadOf(rates.map((each) => each.two / each.one)),
      apartRatio: spreadOf(rates.map((each) => each.apart / each.one)),
    });
  }
  return measured;
}

export const workersTable = (rows: readonly WorkersRow[]): string =>
  `### Workers

One worker with everything on one core, clients and subgraphs included; two workers with everything on two, and twice the connections. *Two apart* is the limit: two gateways with a core each, which share neither port nor clients nor subgraphs.

${table(
  ["shape", "one worker, requests/s", "two workers, requests/s", "×", "two apart, requests/s", "×"],
  rows.map(({ shape, one, two, ratio, apart, apartRatio }) => [
    shape,
    ...[one, two, ratio, apart, apartRatio].map(shortSpread),
  ]),
)}`;
