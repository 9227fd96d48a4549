import { mkdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { dirname } from "node:path";
import { StartupError } from "./startup-error.ts";

/** What a Unix socket's path may be long, in bytes, on every system: the operating system cuts longer ones off. */
const maximumPathBytes = 100;

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
