import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { type KeptProcess, type KeptSettings, keepRunning } from "./kept-process.ts";

const serves =
  "process.send({ ready: true }); setInterval(() => {}, 1e6); process.on('message', () => process.exit());";
const servesUntilItsParentEnds = `${serves} process.on('disconnect', () => process.exit());`;
const endsAtOnce = "process.exit(3)";
const refuses = "process.send({ failed: 'no database' })";

let kept: KeptProcess | undefined;
let children: ChildProcess[];
let pauses: number[];

/** Keeps a process running that does at each start what the next of the programs says, the last one for ever. */
async function keep(programs: readonly string[], settings: Partial<KeptSettings> = {}): Promise<KeptProcess> {
  children = [];
  pauses = [];
  kept = keepRunning({
    name: "The sample",
    start() {
      const program = programs[Math.min(children.length, programs.length - 1)] ?? "";
      const child = spawn(process.execPath, ["-e", program], {
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      });
      children.push(child);
      return child;
    },
    log: pino({ level: "silent" }),
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
    ...settings,
  });
  await kept.ready;
  return kept;
}

const kill = (pid: number | undefined) => process.kill(pid ?? Number.NaN, "SIGKILL");
/** On a machine that is busy with other things, a start takes long. */
const patience = { timeout: 20_000 };
const startsAre = (count: number) => expect.poll(() => children.length, patience).toBe(count);
const servingIs = (index: number) => expect.poll(() => kept?.pid, patience).toBe(children[index]?.pid);
const runs = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

afterEach(async () => {
  await kept?.stop();
  kept = undefined;
  expect(children.filter(runs)).toEqual([]);
});

describe("a process that is kept running", () => {
  it.each([
    [endsAtOnce, "The sample could not start: it ended with 3."],
    [refuses, "The sample could not start: no database"],
  ])("whose first start fails is not tried again", async (program, reason) => {
    await expect(keep([program])).rejects.toThrow(reason);
    expect(children).toHaveLength(1);
  });

  it("is started again when it ends by itself", async () => {
    const { pid } = await keep([servesUntilItsParentEnds]);
    kill(pid);
    await startsAre(2);
    await servingIs(1);
    expect(pauses).toEqual([250]);
  });

  it("that dies at every start is tried after ever longer pauses, until it lives", async () => {
    const { pid } = await keep([serves, endsAtOnce, refuses, endsAtOnce, serves]);
    kill(pid);
    await startsAre(5);
    await servingIs(4);
    expect(pauses).toEqual([250, 500, 1_000, 2_000]);
  });

  it("is not started again once it was stopped, not even out of a pause", async () => {
    const { pid, stop } = await keep([serves], {
      pause: (milliseconds, { signal }) => {
        pauses.push(milliseconds);
        return once(signal, "abort").then(() => Promise.reject(signal.reason));
      },
    });
    kill(pid);
    await expect.poll(() => pauses, patience).toHaveLength(1);
    await stop();
    expect(children).toHaveLength(1);
  });
});

describe("a process that is replaced", () => {
  it("serves until the next is ready, then finishes and goes by itself", async () => {
    const signals: unknown[] = [];
    const { replace } = await keep([serves], { retire: (child) => child.send("retire") });
    const [old] = children;
    old?.once("exit", (code, signal) => signals.push([code, signal]));
    await replace();
    expect(signals).toEqual([[0, null]]);
    expect(children).toHaveLength(2);
    await servingIs(1);
  });

  it("stays when the next cannot start", async () => {
    const { pid, replace } = await keep([serves, endsAtOnce]);
    await expect(replace()).rejects.toThrow("The sample could not start: it ended with 3.");
    expect(kept?.pid).toBe(pid);
  });

  it("and dies before the next is ready is not started a second time beside it", async () => {
    const { pid, replace } = await keep([serves]);
    const replaced = replace();
    kill(pid);
    await replaced;
    expect(children.filter(runs)).toHaveLength(1);
    await servingIs(1);
  });

  it("and dies while the next cannot start is started again", async () => {
    const { pid, replace } = await keep([serves, `setTimeout(() => ${endsAtOnce}, 200)`, serves]);
    const replaced = expect(replace()).rejects.toThrow("could not start");
    kill(pid);
    await replaced;
    await startsAre(3);
    await servingIs(2);
  });
});
