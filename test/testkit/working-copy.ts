import { execFileSync } from "node:child_process";
import { cpSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "./temporary-directory.ts";

const root = join(import.meta.dirname, "..", "..");

export interface WorkingCopy {
  readonly root: string;
  remove(): void;
}

/** The repository as it stands, what is not committed included, for whoever has to change its files. */
export async function workingCopy(): Promise<WorkingCopy> {
  const copy = join(await temporaryDirectory(), "whistlegraph");
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of new Set(listed.split("\0").filter((file) => file !== ""))) {
    cpSync(join(root, file), join(copy, file), { errorOnExist: false, force: true });
  }
  // Some of the project's checks ask git which files there are.
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  writeFileSync(join(copy, ".git/info/exclude"), "node_modules\n");
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return { root: copy, remove: () => rmSync(join(copy, ".."), { recursive: true }) };
}
