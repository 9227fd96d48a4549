import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { derivedUrl, roleOf } from "./provision.ts";

/**
 * The URL of a subgraph's database on the embedded PostgreSQL that keeps its data in the folder, as `npm start` makes it;
 * undefined where nothing is kept there. Whoever may read the folder may read the database.
 */
export async function localDatabaseUrl(
  directory: string,
  port: number,
  subgraph: string,
): Promise<string | undefined> {
  const password = await readFile(join(directory, "admin-password"), "utf8").catch(() => undefined);
  if (password === undefined) return undefined;
  return derivedUrl(`postgres://postgres:${password.trim()}@127.0.0.1:${port}/postgres`, roleOf(subgraph));
}
