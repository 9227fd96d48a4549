import { monitorEventLoopDelay } from "node:perf_hooks";

export interface EventLoopDelay {
  /** How late, lately, this process has come to what it had to do. */
  milliseconds(): number;
  stop(): void;
}

const resolution = 20;
const window = 500;

/** Watches how late timers come. One long piece of work counts by half: only one after another makes a process late. */
export function watchEventLoop(): EventLoopDelay {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  let latest = 0;
  const timer = setInterval(() => {
    const mean = Number.isFinite(delays.mean) ? Math.max(0, delays.mean / 1e6 - resolution) : 0;
    latest = (latest + mean) / 2;
    delays.reset();
  }, window).unref();
  return {
    milliseconds: () => latest,
    stop() {
      clearInterval(timer);
      delays.disable();
    },
  };
}
