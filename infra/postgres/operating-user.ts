import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { StartupError } from "../startup-error.ts";

/** The OS user that PostgreSQL runs as when it cannot be our own, in the shape `spawn` takes. */
export interface OperatingUser {
  uid: number;
  gid: number;
}

const NAME = "postgres";

/**
 * PostgreSQL refuses to run as root, so root hands it to the user who already owns the cluster (its number may
 * differ between container images) or else to the user `postgres`, made when missing.
 */
export function operatingUser(cluster: string): OperatingUser | undefined {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new StartupError(
        `${cluster} belongs to another user (uid ${owner.uid}): start as that user or as root, or use another data directory.`,
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create();
}

/** Whether that user can enter the directory; only the kernel knows (modes of every parent, access lists, mounts). */
export function canEnter(user: OperatingUser, directory: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", directory], { ...user, cwd: "/" }).status === 0;
}

function lookUp(): OperatingUser | undefined {
  const id = (flag: string) =>
    Number.parseInt(execFileSync("id", [flag, NAME], { stdio: "pipe" }).toString(), 10);
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function create(): OperatingUser {
  // `su` without `-` leaves root with an ordinary user's path, on which these commands are not.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const account = "--no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin".split(" ");
  const made = [
    spawnSync("groupadd", ["--system", "--force", NAME], { env, encoding: "utf8" }),
    spawnSync("useradd", ["--system", "--gid", NAME, ...account, NAME], { env, encoding: "utf8" }),
  ];
  // Looked up whatever the commands said: another start may have made the user in between.
  const user = lookUp();
  if (user) return user;
  const reason = made
    .map(({ error, stderr }) => error?.message ?? stderr.trim().replaceAll("\n", "; "))
    .filter(Boolean)
    .join("; ");
  throw new StartupError(
    `PostgreSQL refuses to run as root and the OS user ${NAME} could not be made (${reason}): start as an ordinary user, or set DATABASE_URL.`,
  );
}
