import { readFile } from "node:fs/promises";

/** The composed schema: the gateway's only word on what there is. */
export interface Supergraph {
  /** As composed and committed. */
  readonly sdl: string;
  /** The subgraphs it is composed of, in its own order. */
  readonly subgraphs: readonly { readonly name: string }[];
}

export async function readSupergraph(file: string): Promise<Supergraph> {
  return supergraphOf(await readFile(file, "utf8"));
}

export function supergraphOf(sdl: string): Supergraph {
  return {
    sdl,
    subgraphs: [...sdl.matchAll(/@join__graph\(name: "([^"]+)"/g)].map(([, name = ""]) => ({ name })),
  };
}
