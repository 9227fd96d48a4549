import { join } from "node:path";
import { gatewayFlags } from "../../../infra/workers/gateway-flags.ts";
import { peersDirectory } from "../peers/install.ts";
import type { Command } from "../pinned-process.ts";
import type { TownProcess } from "./town-process.ts";

/** A gateway to be measured. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: "ours" | "peer" | "limit";
  /** Which requests it makes only once while an equal one is under way: its setting, default or not. */
  readonly sharing: string;
  /** The command that starts it on a port, before the town. */
  command(port: number, town: TownProcess): Command;
}

type Arguments = readonly string[];

const peer = (
  directory: string,
  entry: "start.js" | "start.sh",
  extra: Arguments = [],
): Candidate["command"] =>
  entry === "start.js"
    ? (port, town) => node([join(peersDirectory, directory, entry), ...argumentsFor(port, town), ...extra])
    : (port, town) => ({
        program: join(peersDirectory, directory, entry),
        options: [...argumentsFor(port, town), ...extra],
      });

const own =
  (
    entry: string,
    extra: Arguments = [],
    nodeOptions: Arguments = ["--import", "tsx"],
  ): Candidate["command"] =>
  (port, town) =>
    node([...nodeOptions, join(import.meta.dirname, entry), ...extra, ...argumentsFor(port, town)]);

const sharingRequests = join(peersDirectory, "hive", "sharing-requests.mjs");

/** As its workers are started. */
const whistlegraph = (extra: Arguments): Candidate["command"] =>
  own("start-whistlegraph.ts", extra, gatewayFlags());

const node = (options: Arguments): Command => ({ program: process.execPath, options });

/** The same for every candidate: port, supergraph file, then each subgraph as `name=url`. */
const argumentsFor = (port: number, { supergraphFile, urls }: TownProcess): Arguments => [
  String(port),
  supergraphFile,
  ...[...urls].map(([name, url]) => `${name}=${url}`),
];

const none = "none";
const fetchesByDefault = "fetches under way (its default)";
const fetches = "fetches under way";
const requests = "requests and fetches under way";
const requestsByDefault = `${requests} (its default)`;

/** As it is meant to run. */
export const ours: Candidate = {
  id: "whistlegraph",
  name: "Whistlegraph",
  kind: "ours",
  sharing: requestsByDefault,
  command: whistlegraph([]),
};

export const twoWorkers: Candidate = {
  ...ours,
  id: "whistlegraph-workers",
  name: "Whistlegraph, two workers",
  command: whistlegraph(["--workers", "2"]),
};

/** In the order they are shown. The first is what the others are compared with. */
export const candidates: readonly Candidate[] = [
  {
    id: "apollo",
    name: "Apollo Gateway, defaults",
    kind: "peer",
    sharing: none,
    command: peer("apollo", "start.js"),
  },
  {
    id: "apollo-tuned",
    name: "Apollo Gateway, tuned",
    kind: "peer",
    sharing: none,
    command: peer("apollo-tuned", "start.js"),
  },
  {
    id: "hive",
    name: "Hive Gateway",
    kind: "peer",
    sharing: fetchesByDefault,
    command: peer("hive", "start.sh"),
  },
  {
    id: "hive-rust",
    name: "Hive Gateway, Rust planner",
    kind: "peer",
    sharing: fetchesByDefault,
    command: peer("hive", "start.sh", ["--hive-router-runtime"]),
  },
  {
    id: "hive-rust-requests",
    name: "Hive Gateway, Rust planner, requests shared",
    kind: "peer",
    sharing: requests,
    command: peer("hive", "start.sh", ["--hive-router-runtime", "--config-path", sharingRequests]),
  },
  {
    id: "mercurius",
    name: "Mercurius gateway, compiled",
    kind: "peer",
    sharing: none,
    command: peer("mercurius", "start.js"),
  },
  {
    id: "grafbase",
    name: "Grafbase, native (development server)",
    kind: "peer",
    sharing: fetchesByDefault,
    command: peer("grafbase", "start.sh"),
  },
  ours,
  {
    id: "whistlegraph-fetches",
    name: "Whistlegraph, fetches shared",
    kind: "ours",
    sharing: fetches,
    command: whistlegraph(["--share", "fetches"]),
  },
  {
    id: "whistlegraph-unshared",
    name: "Whistlegraph, nothing shared",
    kind: "ours",
    sharing: none,
    command: whistlegraph(["--share", "nothing"]),
  },
  {
    id: "whistlegraph-young",
    name: "Whistlegraph, Node's own young generation",
    kind: "ours",
    sharing: requestsByDefault,
    command: own("start-whistlegraph.ts"),
  },
  {
    id: "whistlegraph-server",
    name: "Whistlegraph, all through Apollo Server",
    kind: "ours",
    sharing: requestsByDefault,
    command: whistlegraph(["--without-fast-lane"]),
  },
  {
    id: "by-hand-undici",
    name: "limit by hand, undici",
    kind: "limit",
    sharing: none,
    command: own("start-by-hand.ts", ["--transport", "undici"]),
  },
  {
    id: "by-hand",
    name: "limit by hand, our transport",
    kind: "limit",
    sharing: none,
    command: own("start-by-hand.ts", ["--transport", "own"]),
  },
];
