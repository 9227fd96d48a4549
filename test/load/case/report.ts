import { bars } from "../bars.ts";
import type { OwnedTime } from "../cpu-profile.ts";
import { type Spread, short, shortSpread } from "../figures.ts";
import type { Machine } from "../machine.ts";
import { profileTable } from "../profile.ts";
import type { Page } from "../record.ts";
import { table } from "../table.ts";

export interface CaseRun {
  readonly requestsPerSecond: number;
  readonly serviceMicroseconds: number;
  readonly databaseMicroseconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly residentMegabytes: number;
  readonly peakMegabytes: number;
}

export interface CaseRow {
  readonly id: string;
  readonly name: string;
  readonly requestsPerSecond: Spread;
  /** Requests/s as a part of the hand-written handler's in the same round. */
  readonly share: Spread;
  readonly serviceMicroseconds: Spread;
  readonly databaseMicroseconds: Spread;
  readonly p50: number;
  readonly p99: number;
  readonly residentMegabytes: number;
  readonly peakMegabytes: number;
  readonly runs: readonly CaseRun[];
}

export interface CaseRecord {
  readonly command: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly cases: number;
  readonly answerBytes: number;
  readonly rows: readonly CaseRow[];
  /** What access records add to the median time, as a part of it without them. */
  readonly recording: Spread;
  /** Where the stack in one process spent its time, where that was asked for. */
  readonly profile?: readonly OwnedTime[];
}

export const caseTable = ({ rows }: CaseRecord): string =>
  table(
    [
      "",
      "requests/s",
      "of by hand",
      "p50 / p99 ms",
      "CPU µs/request",
      "PostgreSQL µs/request",
      "MB now / peak",
    ],
    rows.map((row) => [
      row.name,
      shortSpread(row.requestsPerSecond),
      percent(row.share),
      `${short(row.p50)} / ${short(row.p99)}`,
      short(row.serviceMicroseconds.median),
      short(row.databaseMicroseconds.median),
      `${row.residentMegabytes.toFixed(0)} / ${row.peakMegabytes.toFixed(0)}`,
    ]),
  );

const percent = ({ median, min, max }: Spread): string => {
  const of = (share: number) => (100 * share).toFixed(0);
  return min === max ? `${of(median)} %` : `${of(median)} % [${of(min)}..${of(max)}]`;
};

/** What access records may add. */
const recordingLimit = 0.15;

export const recordingLine = ({ recording }: CaseRecord): string => {
  const of = (part: number) => `${part < 0 ? "" : "+"}${(100 * part).toFixed(1)} %`;
  const { median, min, max } = recording;
  const verdict = median <= recordingLimit ? "within" : "above";
  return `Access records: p50 ${of(median)} [${of(min)}..${of(max)}], ${verdict} the limit of ${of(recordingLimit)}.`;
};

export const recordPage = (record: CaseRecord): Page => ({
  markdown: markdownOf(record),
  picture: bars(
    [
      {
        title: "A case look-up: requests a second, more is better",
        bars: record.rows.map(({ id, name, requestsPerSecond }) => ({
          name,
          value: requestsPerSecond.median,
          tone: id === "by-hand" ? "limit" : "ours",
        })),
      },
    ],
    { unit: "requests/s", scale: "value" },
  ),
});

const markdownOf = (record: CaseRecord): string => `# A case look-up

![Requests a second](case.svg)

Measured by \`${record.command}\`; every run is in [case.json](case.json). This page is written by that command.

One ticket by its number with what every department knows of it: place, people competent for it, matter and power item, units called, clocks, call-backs. ${record.cases} cases of the demo dataset, drawn in an order that looks random, ${record.answerBytes} bytes an answer; asked by a dispatcher, with a token. By hand is \`test/load/case/case-by-hand.ts\`: the same rows from the same four databases over \`pg\`, one prepared statement for each thing to know, joined where one database holds it, behind the same check of tokens. The stack makes equal requests under way once, as it does by default. All contenders gave the same answer to every case before timing.

${caseTable(record)}

${recordingLine(record)} In one process, the two measured in the same rounds.

- **Machine:** ${record.machine.processor}, ${record.machine.cores} cores, ${record.machine.memoryGigabytes} GB, ${record.machine.system}, Node ${record.machine.node}; one-minute load before it began ${short(record.machine.loadBefore)}.
- **Set-up:** service, PostgreSQL and clients share two cores. ${record.connections} connections, each sending its next request when it has the answer to its last. The stack is started as \`npm start\` starts it.
- **Timing:** ${record.rounds} rounds, forwards and backwards in turn, ${record.seconds} s each after a warm-up. Medians, with the least and the most in brackets.
${record.profile ? profileSection(record.profile) : ""}`;

const profileSection = (profile: readonly OwnedTime[]): string => `
## Where the stack in one process spends its time

By whose code it is; what Node's own modules do is counted to whoever called them. PostgreSQL's time is not in it.

${profileTable(profile)}
`;
