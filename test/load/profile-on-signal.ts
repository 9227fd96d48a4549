import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";

/**
 * Loaded with `--import` into a service to be profiled: SIGUSR2 begins a CPU profile, a second one ends it and writes it
 * to `CPU_PROFILE`. Unlike `--cpu-prof` it leaves out the start, and the time the service was held still.
 */
const file = process.env.CPU_PROFILE ?? "service.cpuprofile";
let session: Session | undefined;

process.on("SIGUSR2", async () => {
  if (!session) {
    session = new Session();
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.start");
    return;
  }
  const { profile } = await session.post("Profiler.stop");
  writeFileSync(file, JSON.stringify(profile));
  session.disconnect();
  session = undefined;
});
