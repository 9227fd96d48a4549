import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type OwnedTime, timeByOwner } from "./cpu-profile.ts";
import { short } from "./figures.ts";
import type { Command, PinnedProcess } from "./pinned-process.ts";
import { table } from "./table.ts";

/** The same Node command, ready to be profiled into a file. */
export const profiled = ({ options, environment, ...rest }: Command, file: string): Command => ({
  ...rest,
  options: ["--import", "tsx", "--import", join(import.meta.dirname, "profile-on-signal.ts"), ...options],
  environment: { ...environment, CPU_PROFILE: file },
});

/** Profiles a service while something is done with it. */
export async function takeProfile(
  service: PinnedProcess,
  file: string,
  work: () => Promise<unknown>,
): Promise<readonly OwnedTime[]> {
  service.resume();
  service.child.kill("SIGUSR2");
  await work();
  service.resume();
  service.child.kill("SIGUSR2");
  while (!existsSync(file)) await pause();
  await pause(); // it is written in one go, and may be in the middle of it
  service.pause();
  const times = timeByOwner(file);
  rmSync(file);
  return times;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 500));

const shownShare = 0.005;

export const profileTable = (times: readonly OwnedTime[]): string =>
  table(
    ["whose code", "CPU", "most of it in"],
    times
      .filter(({ share }) => share >= shownShare)
      .map(({ owner, share, mostIn }) => [owner, `${short(100 * share)} %`, mostIn.join(", ")]),
  );
