import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { judgeWish, takenIn, type WishFinding } from "./judge-wish.ts";
import { registrations } from "./registrations.ts";
import type { Wish } from "./wish.ts";
import { Wording } from "./wording.ts";

/** What is to be written, by path from the root of the repository. */
export interface SubgraphPlan {
  readonly created: ReadonlyMap<string, string>;
  readonly changed: ReadonlyMap<string, string>;
  /** Emitted from code once that is written. */
  readonly emitted: readonly string[];
}

/** A plan, or why there is none: nothing is written by planning. */
export type Planned =
  | { readonly success: true; readonly plan: SubgraphPlan }
  | { readonly success: false; readonly findings: readonly WishFinding[] };

const templateFolder = "subgraphs/template";

export async function planSubgraph(root: string, wish: Wish): Promise<Planned> {
  const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");
  const wording = new Wording(wish, await nextStamp(root));
  const findings = judgeWish(wish, wording, await takenIn(root));
  if (findings.length > 0) return { success: false, findings };

  const changed = new Map<string, string>();
  for (const { file, enter } of registrations) {
    const entered = enter(await read(file), wish, wording);
    if (entered === undefined) findings.push(noPlaceIn(file));
    else changed.set(file, entered);
  }
  if (findings.length > 0) return { success: false, findings };

  const created = new Map<string, string>();
  for (const file of await filesIn(root, templateFolder)) {
    created.set(wording.path(file), wording.text(await read(file), file));
  }
  const emitted = [
    `schema/${wish.name}.graphql`,
    "schema/supergraph.graphql",
    "schema/api.graphql",
    "docs/errors.md",
  ];
  return { success: true, plan: { created, changed, emitted } };
}

const noPlaceIn = (file: string): WishFinding => ({
  code: "NO_PLACE_TO_REGISTER",
  en: `${file} is not laid out as it was: there is no place to enter the subgraph. Nothing was written. Put the file right, or mend schema/new-subgraph/registrations.ts.`,
  zh: `${file} 的结构已变，找不到登记子图的位置。未写入任何文件，请恢复该文件或修改 schema/new-subgraph/registrations.ts。`,
});

/** Migrations are numbered by subgraph, a thousand apart, so that a file's name tells whose it is. */
async function nextStamp(root: string): Promise<string> {
  const step = 1_000;
  const files = await filesIn(root, "subgraphs");
  const stamps = files.flatMap((file) => /\/migrations\/(\d{13})-/.exec(file)?.[1] ?? []).map(Number);
  return String((Math.floor(Math.max(...stamps) / step) + 1) * step);
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
