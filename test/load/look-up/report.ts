import { bars } from "../bars.ts";
import { short } from "../figures.ts";
import type { Machine } from "../machine.ts";
import type { Page } from "../record.ts";
import { table } from "../table.ts";

/** Milliseconds within which nineteen of twenty look-ups are to be answered. */
export const limit = 100;

export interface LookUpRow {
  readonly name: string;
  /** Different cases that were looked up. */
  readonly cases: number;
  readonly answerBytes: number;
  readonly requestsPerSecond: number;
  /** CPU of the stack, and of PostgreSQL, for one look-up. */
  readonly serviceMilliseconds: number;
  readonly databaseMilliseconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface LookUpRecord {
  readonly command: string;
  readonly machine: Machine;
  readonly scale: string;
  readonly processes: boolean;
  readonly seconds: number;
  readonly connections: number;
  readonly rows: readonly LookUpRow[];
}

export const lookUpTable = ({ rows }: LookUpRecord): string =>
  table(
    [
      "",
      "cases",
      "bytes",
      "p50 ms",
      "p95 ms",
      "p99 ms",
      `p95 of ${limit} ms`,
      "look-ups/s",
      "CPU ms",
      "PostgreSQL ms",
    ],
    rows.map(({ name, cases, answerBytes, p50, p95, p99, requestsPerSecond, ...cpu }) => [
      name,
      String(cases),
      String(answerBytes),
      short(p50),
      short(p95),
      short(p99),
      p95 <= limit ? "within" : "over",
      short(requestsPerSecond),
      short(cpu.serviceMilliseconds),
      short(cpu.databaseMilliseconds),
    ]),
  );

export const recordPage = (record: LookUpRecord): Page => ({
  markdown: markdownOf(record),
  picture: bars(
    [
      {
        title: "A look-up across nine departments: p95, less is better",
        bars: [
          ...record.rows.map(({ name, p95 }) => ({ name, value: p95, tone: "ours" as const })),
          { name: "allowed", value: limit, tone: "limit" as const },
        ],
      },
    ],
    { unit: "ms", scale: "value" },
  ),
});

const markdownOf = (record: LookUpRecord): string => `# A case across all nine departments

![p95 of each way in](look-up.svg)

Measured by \`${record.command}\`; the figures are in [look-up.json](look-up.json). This page is written by that command.

What every department knows of one case, in one request: \`schema/operations/case-across-departments.graphql\` asks all nine subgraphs. Cases of the dataset \`${record.scale}\`, drawn in an order that looks random; looked up by the dispatcher of a district, and residents by the secretary of their community as well, on grants of every owner's. All departments are up, every access goes on record. Every case was looked up once before timing and had to be whole.

${lookUpTable(record)}

- **Limit:** p95 within ${limit} ms.
- **Machine:** ${record.machine.processor}, ${record.machine.cores} cores, ${record.machine.memoryGigabytes} GB, ${record.machine.system}, Node ${record.machine.node}; one-minute load before it began ${short(record.machine.loadBefore)}.
- **Set-up:** the stack ${record.processes ? "with a process for each subgraph" : "in one process"}, PostgreSQL, the departments' own systems and the clients share two cores. ${record.connections} clients, each asking again when it has its answer: far more than a district's desks ask.
- **Timing:** ${record.seconds} s for each way, after a warm-up.
`;
