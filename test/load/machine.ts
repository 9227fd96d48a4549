import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  /** One-minute load before the bench began: above about 0.3 something else was running. */
  readonly loadBefore: number;
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? "unknown",
  cores: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
  system: `${type()} ${release()}`,
  node: process.version,
  loadBefore: loadavg()[0] ?? 0,
});

/** Versions of packages as installed in a directory. */
export const versionsIn = (
  directory: string,
  packages: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    packages.flatMap((name) => {
      try {
        const file = `${directory}/node_modules/${name}/package.json`;
        return [[name, String(JSON.parse(readFileSync(file, "utf8")).version)]];
      } catch {
        return [];
      }
    }),
  );
