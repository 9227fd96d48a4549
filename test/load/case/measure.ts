import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadRequest } from "../closed-loop.ts";
import { type Spread, spreadOf } from "../figures.ts";
import type { LoadProcess } from "../load-process.ts";
import { untilServing } from "../until-serving.ts";
import type { CaseContender } from "./contenders.ts";
import type { CaseRow, CaseRun } from "./report.ts";

export interface CaseBench {
  readonly load: LoadProcess;
  /** Where PostgreSQL keeps its files, its process id among them. */
  readonly cluster: string;
  readonly token: string;
  readonly connections: number;
  readonly warmUpMilliseconds: number;
  readonly milliseconds: number;
}

/** One measured time of one contender; the others are held still. */
export async function measureOnce(
  { name, port, process }: CaseContender,
  requests: readonly LoadRequest[],
  { load, cluster, token, ...timing }: CaseBench,
  seed: number,
): Promise<CaseRun> {
  process.resume();
  try {
    await untilServing(port, () => process.child.exitCode !== null);
    const postgres = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
    const report = await load.run({
      load: { port, requests, headers: { authorization: `Bearer ${token}` }, seed, ...timing },
      watched: { service: process.pids(), database: [postgres] },
    });
    const { service = 0, database = 0 } = report.cpuMilliseconds;
    const { resident, peak } = process.memory();
    return {
      requestsPerSecond: (report.answers * 1000) / report.milliseconds,
      serviceMicroseconds: (service * 1000) / report.answers,
      databaseMicroseconds: (database * 1000) / report.answers,
      p50: report.p50,
      p99: report.p99,
      residentMegabytes: resident,
      peakMegabytes: peak,
    };
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  } finally {
    process.pause();
  }
}

export function rowOf(
  { id, name }: CaseContender,
  runs: readonly CaseRun[],
  byHand: readonly CaseRun[],
): CaseRow {
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

/** How much longer the median look-up takes with every access on record, round by round, as a part of it without. */
export const costOfRecording = (recorded: readonly CaseRun[], unrecorded: readonly CaseRun[]): Spread =>
  spreadOf(recorded.map(({ p50 }, round) => p50 / (unrecorded[round]?.p50 ?? Number.NaN) - 1));
