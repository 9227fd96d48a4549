import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildFederatedSchema } from "../../subgraphs/shared/federated-schema.ts";
import { subgraphs } from "../subgraphs.ts";
import { compose } from "./compose.ts";
import type { CompositionFinding } from "./composition-finding.ts";
import { consentFindings } from "./consent-findings.ts";
import { errorPage } from "./error-catalogue.ts";

export const schemaDirectory = join(import.meta.dirname, "..");

/** The files that make the contract, by path from `schema/`, or why they cannot be made. */
export type Contract =
  | { readonly success: true; readonly files: ReadonlyMap<string, string>; readonly hints: readonly string[] }
  | { readonly success: false; readonly errors: readonly CompositionFinding[] };

/** Emits every subgraph's SDL from its classes, composes them, and lists what may be refused. */
export function emitContract(): Contract {
  const emitted = subgraphs.map((definition) => ({
    name: definition.name,
    sdl: buildFederatedSchema(definition).sdl,
  }));
  const composition = compose(emitted);
  if (!composition.success) return composition;
  const errors = consentFindings(composition.supergraph, subgraphs);
  if (errors.length > 0) return { success: false, errors };
  const files = new Map(emitted.map(({ name, sdl }) => [`${name}.graphql`, sdl]));
  files.set("supergraph.graphql", composition.supergraph);
  files.set("api.graphql", composition.api);
  files.set("../docs/errors.md", errorPage(subgraphs));
  return { success: true, files, hints: composition.hints };
}

export async function writeContract(files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(schemaDirectory, { recursive: true });
  for (const [name, text] of files) await writeFile(join(schemaDirectory, name), text);
}

/** Names of committed files that are not what the code emits now. */
export async function staleFiles(files: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, text] of files) {
    const committed = await readFile(join(schemaDirectory, name), "utf8").catch(() => "");
    if (committed !== text) stale.push(name);
  }
  return stale;
}
