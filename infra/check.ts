import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const installed = (program: string): string => join(root, "node_modules", ".bin", program);

/** What must hold of the tree besides the tests: none of it writes anything. */
const checks: Readonly<Record<string, readonly string[]>> = {
  "format and lint": [installed("biome"), "ci", "--error-on-warnings", "--colors=off", "."],
  types: [installed("tsc"), "--noEmit"],
  "types of the console": [installed("tsc"), "--noEmit", "--project", "gateway/console"],
  schema: [process.execPath, "--import", "tsx", "schema/registry/cli.ts", "--check"],
  rules: [process.execPath, "--import", "tsx", "test/rules/cli.ts", "--check"],
  layout: [installed("vitest"), "run", "test/architecture.test.ts"],
};

interface Result {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

/** Runs one check and prints what it said once it is done, and only if it failed: checks run side by side. */
async function run(name: string, [program = "", ...options]: readonly string[]): Promise<Result> {
  const begun = performance.now();
  const child = spawn(program, options, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const passed = await new Promise<boolean>((resolve) => {
    child.once("error", ({ message }) => {
      said += message;
      resolve(false);
    });
    child.once("close", (code) => resolve(code === 0));
  });
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(`${passed ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)\n`);
  if (!passed) process.stderr.write(`${said.trimEnd()}\n`);
  return { name, passed, seconds };
}

const results = await Promise.all(Object.entries(checks).map(([name, command]) => run(name, command)));
const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(", ")}.\n`);
  process.exitCode = 1;
}
