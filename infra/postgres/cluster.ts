import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { StartupError } from "../startup-error.ts";
import { canEnter, type OperatingUser } from "./operating-user.ts";

/** Where the cluster goes when PostgreSQL's user may not enter the data directory, such as one under /root. */
const ELSEWHERE = "/var/lib/whistlegraph";

const UNFINISHED = "initialising-";

/** Finds or chooses the folder that holds the cluster: `<directory>/cluster`, or what that link points to. */
export async function locateCluster(directory: string, user: OperatingUser | undefined): Promise<string> {
  const cluster = join(directory, "cluster");
  const elsewhere = await readlink(cluster).catch(() => undefined);
  if (elsewhere !== undefined) {
    await mkdir(dirname(elsewhere), { recursive: true });
    return elsewhere;
  }
  if (user === undefined || canEnter(user, directory)) return cluster;
  if (existsSync(cluster)) {
    throw new StartupError(
      `PostgreSQL runs as uid ${user.uid}, which may not enter ${directory}: open its parents or move it.`,
    );
  }
  await mkdir(ELSEWHERE, { recursive: true });
  await chmod(ELSEWHERE, 0o755);
  const home = await mkdtemp(join(ELSEWHERE, "data-"));
  await chmod(home, 0o755);
  // A link, so that whoever removes the data directory starts afresh, as everywhere else.
  await symlink(join(home, "cluster"), cluster);
  process.stderr.write(
    `PostgreSQL's user may not enter ${directory}: the database files are kept in ${home}.\n`,
  );
  return join(home, "cluster");
}

/** Whether the cluster is there and whole. A folder that holds something else is left alone and refused. */
export async function isInitialised(cluster: string): Promise<boolean> {
  const content = await readdir(cluster).catch(() => []);
  if (content.length === 0) return false;
  if (existsSync(join(cluster, "global", "pg_control"))) return true;
  throw new StartupError(
    `${cluster} is not a whole PostgreSQL cluster (global/pg_control is missing): restore it, or remove it to start afresh.`,
  );
}

/**
 * The superuser's password, made once and kept beside the cluster. Every role's password derives from it
 * (`provision`), so it is the only secret on disk.
 */
export async function adminPassword(directory: string, initialised: boolean): Promise<string> {
  const file = join(directory, "admin-password");
  const kept = existsSync(file) ? (await readFile(file, "utf8")).trim() : "";
  if (kept !== "") return kept;
  if (initialised) {
    throw new StartupError(
      `${file} is missing, without which the cluster beside it cannot be opened: restore it.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * Makes the cluster under another name and moves it into place when whole: a start killed half-way leaves
 * nothing that a later one could mistake for a cluster.
 */
export async function initialise(
  cluster: string,
  {
    initdb,
    user,
    password,
    durable,
  }: { initdb: string; user: OperatingUser | undefined; password: string; durable: boolean },
): Promise<void> {
  const home = dirname(cluster);
  for (const name of await readdir(home)) {
    if (name.startsWith(UNFINISHED))
      await rm(join(home, name), { recursive: true, force: true }).catch(() => {});
  }
  const draft = await mkdtemp(join(home, UNFINISHED));
  try {
    const passwordFile = join(draft, "password");
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);
    await run(initdb, user, [
      `--pgdata=${join(draft, "cluster")}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Sorting by code point comes from PostgreSQL itself and is the same on every system and after every upgrade.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      // pg_trgm still asks the C library what a letter is: under the plain C locale Chinese has no trigrams.
      `--locale=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`,
      "--lc-messages=C",
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    await rename(join(draft, "cluster"), cluster);
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => {});
  }
}

async function run(program: string, user: OperatingUser | undefined, options: string[]): Promise<void> {
  const child = spawn(program, options, {
    ...user,
    cwd: "/",
    env: { LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
  const outcome = await new Promise<string | number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ?? code));
  });
  if (outcome === 0) return;
  const reason =
    log.split("\n").find((line) => /^initdb: |error|fatal/i.test(line)) ?? `ended with ${outcome}`;
  throw new StartupError(`The PostgreSQL cluster could not be made: ${reason.trim()}`, {
    cause: new Error(log),
  });
}
