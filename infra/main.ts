import { StartupError } from "./startup-error.ts";

/**
 * Runs a program that lives until it is told to end: stops it in order on SIGINT, SIGTERM or when its parent is gone;
 * a second signal ends it at once. What the operator can mend is one line and exit code 1, without a stack.
 */
export async function runUntilStopped(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  let running: { stop(): Promise<void> } | undefined;
  let stopping = false;
  const stop = (code: number) => async () => {
    if (stopping) process.exit(code === 0 ? 130 : code);
    stopping = true;
    await running?.stop();
    process.exit(code);
  };
  process.on("SIGINT", stop(0));
  process.on("SIGTERM", stop(0));
  process.on("disconnect", stop(0));
  try {
    running = await start();
    if (stopping) await running.stop();
  } catch (error) {
    const line = error instanceof StartupError ? error.message : String((error as Error)?.stack ?? error);
    process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}
