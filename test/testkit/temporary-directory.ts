import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty directory for one test, open to the OS user that PostgreSQL runs as when the tests run as root. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-"));
  await chmod(directory, 0o755);
  return directory;
}
