import { readFile } from "node:fs/promises";

/** The composed schema: the gateway's only word on what there is. */
export interface Supergraph {
  /** As composed and committed. */
  readonly sdl: string;
  /** The subgraphs it is composed of, in its own order. */
  readonly subgraphs: readonly {
    readonly name: string;
    /** Absent where the subgraph does not say. */
    readonly owner?: Owner | undefined;
  }[];
}

/** Who answers for a subgraph. */
export interface Owner {
  /** What the codes of its units end in. */
  readonly code: string;
  /** What it is usually called. */
  readonly nameZh: string;
}

export async function readSupergraph(file: string): Promise<Supergraph> {
  return supergraphOf(await readFile(file, "utf8"));
}

export function supergraphOf(sdl: string): Supergraph {
  const owners = new Map(
    [...sdl.matchAll(/@tag\(name: "owner:([^:"]+):([^:"]+):([^:"]+)"\)/g)].map(
      ([, name, code = "", nameZh = ""]) => [name, { code, nameZh }],
    ),
  );
  const names = [...sdl.matchAll(/@join__graph\(name: "([^"]+)"/g)].map(([, name = ""]) => name);
  return { sdl, subgraphs: names.map((name) => ({ name, owner: owners.get(name) })) };
}
