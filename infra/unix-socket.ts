import { mkdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { StartupError } from "./startup-error.ts";

/** What a Unix socket's path may be long, in bytes, on every system: the operating system cuts longer ones off. */
const maximumPathBytes = 100;

/** Where a subgraph on this machine listens by default; nothing where such a socket cannot be. */
export function socketUrl(dataDirectory: string, subgraph: string): string | undefined {
  const path = resolve(dataDirectory, "sockets", `${subgraph}.sock`);
  const isPossible = process.platform !== "win32" && Buffer.byteLength(path) <= maximumPathBytes;
  return isPossible ? `unix:${pathToFileURL(path).pathname}` : undefined;
}

/** The path of a subgraph's URL, where that is a Unix socket's. */
export function socketPathOf(url: string): string | undefined {
  const { protocol, pathname } = new URL(url);
  return protocol === "unix:" ? decodeURIComponent(pathname) : undefined;
}

/**
 * Makes room for a Unix socket: a directory nobody else may enter, without the socket a killed process left behind.
 * Asked before anything is started, so that nothing has to be undone when somebody listens there.
 */
export async function makeRoomForSocket(
  path: string,
  { of, setting }: { of: string; setting: string },
): Promise<void> {
  if (Buffer.byteLength(path) > maximumPathBytes) {
    throw new StartupError(`${of} cannot listen at ${path}: set ${setting} to a shorter path.`);
  }
  // The data directory above it is entered by the user that PostgreSQL runs as.
  await mkdir(dirname(dirname(path)), { recursive: true });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (await isListening(path)) {
    throw new StartupError(`${of} cannot listen at ${path}, where another process does: set ${setting}.`);
  }
  await rm(path, { force: true });
}

const isListening = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(path);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
