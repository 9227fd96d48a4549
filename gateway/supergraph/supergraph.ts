import { readFile } from "node:fs/promises";

/** The composed schema: the gateway's only word on what there is. */
export interface Supergraph {
  /** As composed and committed. */
  readonly sdl: string;
  /** The subgraphs it is composed of, in its own order. */
  readonly subgraphs: readonly {
    readonly name: string;
    /** What the codes of its owner's units end in; absent where the subgraph does not say. */
    readonly owner?: string | undefined;
  }[];
}

export async function readSupergraph(file: string): Promise<Supergraph> {
  return supergraphOf(await readFile(file, "utf8"));
}

export function supergraphOf(sdl: string): Supergraph {
  const owners = new Map(
    [...sdl.matchAll(/@tag\(name: "owner:([^:"]+):([^:"]+)"\)/g)].map(([, name, owner]) => [name, owner]),
  );
  const names = [...sdl.matchAll(/@join__graph\(name: "([^"]+)"/g)].map(([, name = ""]) => name);
  return { sdl, subgraphs: names.map((name) => ({ name, owner: owners.get(name) })) };
}
