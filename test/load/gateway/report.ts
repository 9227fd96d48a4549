import { join } from "node:path";
import { bars } from "../bars.ts";
import type { OwnedTime } from "../cpu-profile.ts";
import { short, shortSpread } from "../figures.ts";
import { type Machine, versionsIn } from "../machine.ts";
import { peersDirectory } from "../peers/install.ts";
import { profileTable } from "../profile.ts";
import type { Page } from "../record.ts";
import { table } from "../table.ts";
import type { Row, Timing } from "./measure.ts";
import { type WorkersRow, workersTable } from "./workers.ts";
import type { Shape } from "./workload.ts";

export interface GatewayRecord {
  readonly command: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly timing: Timing;
  readonly shapes: readonly ShapeRecord[];
  /** One worker and two, where both were measured. */
  readonly workers: readonly WorkersRow[];
  /** Peers that could not be measured here, and why. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
}

export interface ShapeRecord extends Pick<Shape, "name" | "meaning" | "fetches"> {
  readonly answerBytes: number;
  readonly rows: readonly Row[];
  /** Where our gateway spent its time, where that was asked for. */
  readonly profile?: readonly OwnedTime[];
}

export const versions = (): Readonly<Record<string, string>> => ({
  ...versionsIn(peersDirectory, [
    "@apollo/gateway",
    "@apollo/server",
    "@graphql-hive/gateway",
    "@graphql-hive/router-query-planner",
    "@mercuriusjs/gateway",
    "@grafbase/cli-x86_64-unknown-linux-musl",
    "graphql",
  ]),
  ...Object.fromEntries(
    Object.entries(versionsIn(join(import.meta.dirname, "../../.."), ["graphql", "undici"])).map(
      ([name, version]) => [`${name} (ours)`, version],
    ),
  ),
});

export function shapeTable({ name, meaning, fetches, answerBytes, rows, profile }: ShapeRecord): string {
  const head = [
    "candidate",
    "shares",
    "CPU µs/request",
    "× less CPU",
    "requests/s",
    "× requests",
    "p50 / p99 ms",
    "MB now / peak",
    "sent",
    "cores",
  ];
  const cells = rows.map((row) => [
    row.name,
    row.sharing,
    shortSpread(row.cpuMicroseconds),
    row.cpuRatio ? shortSpread(row.cpuRatio) : "",
    short(row.requestsPerSecond.median),
    row.rateRatio ? short(row.rateRatio.median) : "",
    `${short(row.p50)} / ${short(row.p99)}`,
    `${row.residentMegabytes.toFixed(0)} / ${row.peakMegabytes.toFixed(0)}`,
    short(row.fetches),
    `${(100 * row.coreShare).toFixed(0)} / ${(100 * row.otherCoreShare).toFixed(0)} %`,
  ]);
  const size = answerBytes < 10_000 ? `${answerBytes} bytes` : `${(answerBytes / 1000).toFixed(0)} kB`;
  return `### ${name}\n\n${meaning}; ${fetches} fetches in Apollo's plan, ${size} an answer.\n\n${table(head, cells)}${profile ? profileOf(profile) : ""}`;
}

const profileOf = (profile: readonly OwnedTime[]): string =>
  `\n\nWhere our gateway spends its time; what Node's own modules do is counted to whoever called them:\n\n${profileTable(profile)}`;

export const recordPage = (record: GatewayRecord): Page => ({
  markdown: markdownOf(record),
  picture: bars(
    record.shapes.map(({ name, rows }) => ({
      title: `${name}: CPU of the gateway per request, less is better`,
      bars: rows.map((row) => ({ name: row.name, value: row.cpuMicroseconds.median, tone: row.kind })),
    })),
    { unit: "µs", scale: "log" },
  ),
});

const markdownOf = ({
  command,
  machine,
  versions: found,
  timing,
  shapes,
  workers,
  leftOut,
}: GatewayRecord): string => `# Gateways

![CPU per request, by shape and candidate](gateway.svg)

Measured by \`${command}\`; every run is in [gateway.json](gateway.json). This page is written by that command.

- **Machine:** ${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${machine.node}; one-minute load before it began ${short(machine.loadBefore)}.
- **Set-up:** the gateway alone on core 0; subgraphs and clients on core 1; every candidate but the measured one stopped. The subgraphs answer from ready bytes. ${timing.connections} connections, each sending its next request when it has the answer to its last.
- **Timing:** ${timing.rounds} rounds, candidates forwards and backwards in turn, ${timing.milliseconds / 1000} s each after ${timing.warmUpMilliseconds / 1000} s of warm-up. Medians, with the least and the most in brackets; ratios are of the same round.
- **Answers:** before timing, every candidate answered every request exactly as one schema without a gateway does. While timing, status and length are held against those.
- **Figures:** CPU is what the kernel counts for the gateway's process and all its threads and children, so neither a busy neighbour nor a slow client enters it. *Cores* is how much of its core the gateway used, and clients and subgraphs of theirs: where the gateway used less than 90 %, something else held it up, and requests/s understate it. *Shares* is which requests it makes only once while an equal one is under way. *Sent* is how many requests reached the subgraphs for one of a client, those cut off at the end of a run included; fetches of ours that ask one subgraph at once travel in one.

${shapes.map(shapeTable).join("\n\n")}
${workers.length > 0 ? `\n${workersTable(workers)}\n` : ""}
## What was compared

${table(
  ["package", "version"],
  Object.entries(found).map(([name, version]) => [name, version]),
)}

Peers are started by \`test/load/peers/<peer>/start.*\`, all with \`NODE_ENV=production\`: *defaults* means nothing but the supergraph and a port; *tuned* means undici instead of Apollo's HTTP client, and cache control, landing page, CSRF check and introspection off. Grafbase is the development server of its command line, the only native engine that comes ready built in an npm package; its production gateway was not measured. *By hand* knows every request beforehand, makes the same fetches in the same order and sends ready bytes.
${leftOut.map(({ name, reason }) => `\nNot measured: ${name} (${reason.split("\n")[0]}).\n`).join("")}`;
