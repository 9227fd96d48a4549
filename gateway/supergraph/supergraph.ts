import { readFile } from "node:fs/promises";

/** The composed schema as the gateway needs it twice. */
export interface Supergraph {
  /** As composed and committed: what the access layer enforces. */
  readonly sdl: string;
  /** The planner's copy: without the marks that make Apollo's gateway refuse to load what it does not enforce itself. */
  readonly planningSdl: string;
  /** The subgraphs it is composed of, in its own order. */
  readonly subgraphs: readonly { readonly name: string }[];
}

export async function readSupergraph(file: string): Promise<Supergraph> {
  return supergraphOf(await readFile(file, "utf8"));
}

export function supergraphOf(sdl: string): Supergraph {
  return {
    sdl,
    planningSdl: sdl.replaceAll(", for: SECURITY)", ")"),
    subgraphs: [...sdl.matchAll(/@join__graph\(name: "([^"]+)"/g)].map(([, name = ""]) => ({ name })),
  };
}
