import { readFileSync } from "node:fs";

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface OwnedTime {
  /** A folder of ours, a package, or a part of Node. */
  readonly owner: string;
  /** Of the time that was not idle, from 0 to 1. */
  readonly share: number;
  /** The functions that took most of it, Node's own among them. */
  readonly mostIn: readonly string[];
}

/**
 * Where a process spent its time, by whose code it was. What Node's own modules do is counted to whoever called them;
 * what nobody called stays theirs.
 *
 * @param file as `node --cpu-prof` writes it.
 */
export function timeByOwner(file: string): readonly OwnedTime[] {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8")) as CpuProfile;
  const owners = ownersOf(nodes);
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || "(anonymous)"]));
  const times = new Map<string, Map<string, number>>();
  samples.forEach((sample, index) => {
    const owner = owners.get(sample) ?? nodeItself;
    if (owner === idle) return;
    const functions = times.get(owner) ?? new Map<string, number>();
    const name = names.get(sample) ?? "";
    functions.set(name, (functions.get(name) ?? 0) + (timeDeltas[index] ?? 0));
    times.set(owner, functions);
  });
  const owned = [...times].map(([owner, functions]) => ({ owner, time: sum(functions.values()), functions }));
  const busy = sum(owned.map(({ time }) => time));
  return owned
    .sort((one, other) => other.time - one.time)
    .map(({ owner, time, functions }) => ({ owner, share: time / busy, mostIn: largest(functions) }));
}

const sum = (times: Iterable<number>): number => [...times].reduce((total, time) => total + time, 0);

const largest = (functions: ReadonlyMap<string, number>): readonly string[] =>
  [...functions]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([name]) => name);

const idle = "(idle)";
const nodeItself = "node:";

function ownersOf(nodes: readonly ProfileNode[]): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, string>();
  const walk = (node: ProfileNode, caller: string): void => {
    const own = ownerOf(node);
    const owner = own === nodeItself && caller !== "" ? caller : own;
    owners.set(node.id, owner);
    for (const child of node.children ?? []) {
      const next = byId.get(child);
      if (next) walk(next, owner === "(root)" ? "" : owner);
    }
  };
  const [root] = nodes;
  if (root) walk(root, "");
  return owners;
}

/** The package, our folder to the second level, or what the engine itself does. */
function ownerOf({ callFrame: { functionName, url } }: ProfileNode): string {
  if (url.endsWith("/profile-on-signal.ts")) return idle; // beginning and ending the profile takes its time too
  const packaged = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (packaged?.[1]) return packaged[1];
  const ours =
    /\/((?:gateway|subgraphs|infra|schema|test)\/[^/]+)\//.exec(url) ??
    /\/((?:gateway|infra)\/[^/]+\.ts)/.exec(url);
  if (ours?.[1]) return ours[1];
  return functionName.startsWith("(") && functionName !== "(anonymous)" ? functionName : nodeItself;
}
