import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** As `npm run dataset --` runs it, with nothing configured. */
function dataset(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "infra/dataset/cli.ts", ...options],
    { cwd: root, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

it("explains itself", () => {
  const { status, stdout } = dataset("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("npm run dataset -- --scale district");
});

it.each([
  [
    "a scale there is not",
    ["--scale", "country"],
    "Settings refused: DATASET_SCALE is none of demo, district, city, none.\n",
  ],
  ["no scale", ["--scale", "none"], "Say which dataset: --scale demo, district, city.\n"],
  [
    "a seed that is no number",
    ["--seed", "x"],
    "Settings refused: DATASET_SEED is not a whole number from 0.\n",
  ],
  [
    "a day there is not",
    ["--today", "2026-02-30"],
    "--today 2026-02-30 is no day: write it as 2026-06-30.\n",
  ],
  ["an option there is not", ["--force"], "Unknown option '--force'. See npm run dataset -- --help.\n"],
])("refuses %s in one line, before anything is started", (_, options, line) => {
  expect(dataset(...options)).toEqual({ status: 1, stdout: "", stderr: line });
});
