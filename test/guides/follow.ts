import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../testkit/free-port.ts";
import { temporaryDirectory } from "../testkit/temporary-directory.ts";
import { workingCopy } from "../testkit/working-copy.ts";
import { isAnswer, stepsOf } from "./guide.ts";
import { Reader } from "./reader.ts";

/*
 * Follows the guides to the letter, in a copy of the repository and on a stack of its own: every `sh` block is run as it
 * is printed, and what it answers must be what the block after it shows.
 *
 *   npm run guides                                   all of them
 *   npm run guides -- docs/for-data-owners.md        one
 */

const guides = process.argv.slice(2);
const followed =
  guides.length > 0 ? guides : ["docs/for-department-developers.md", "docs/for-data-owners.md"];

for (const guide of followed) {
  const copy = await workingCopy();
  const data = await temporaryDirectory();
  const environment = {
    ...process.env,
    PORT: String(await freePort()),
    POSTGRES_PORT: String(await freePort()),
    DATA_DIRECTORY: data,
  };
  const reader = new Reader(copy.root, environment);
  try {
    await follow(guide, reader, copy.root);
  } finally {
    await reader.leave();
    await rm(data, { recursive: true, force: true });
    copy.remove();
  }
}

async function follow(guide: string, reader: Reader, root: string): Promise<void> {
  for (const { line, commands, answer } of stepsOf(await readFile(join(root, guide), "utf8"))) {
    const begun = performance.now();
    const answered = await reader.does(commands);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const right = answer === undefined || isAnswer(answer, answered);
    process.stdout.write(`${right ? "ok    " : "FAILED"} ${guide}:${line} (${seconds} s)\n`);
    if (right) continue;
    process.stdout.write(`--- shown\n${answer}--- answered\n${answered}\n`);
    process.exitCode = 1;
    return;
  }
}
