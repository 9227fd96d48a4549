import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { follow } from "./following.ts";

const lines: { level: number; msg: string }[] = [];
const log = pino({ level: "info" }, { write: (line) => lines.push(JSON.parse(line)) });
let reachable: boolean;
let rounds: number;
/** How often it was asked whether there is news; what answers the last time. */
let listened: number;
let tellNews: () => void;
/** Does a part of what piled up. */
let workOff: (at: Date) => Promise<boolean>;
let begin: (newsAfterMilliseconds?: number, intervalMilliseconds?: number) => void;
let stop: () => Promise<void>;

beforeEach(() => {
  lines.length = rounds = listened = 0;
  const catchUp = async () => {
    rounds += 1;
    if (!reachable) throw new Error("the gateway is down");
    return 0;
  };
  const untilNews = (stop: AbortSignal) => {
    listened += 1;
    return new Promise<void>((resolve, reject) => {
      tellNews = resolve;
      stop.addEventListener("abort", () => reject(new Error("stopped")));
    });
  };
  const subgraph = {
    name: "tickets",
    catchUp,
    untilNews,
    upkeep: async () => {},
    workOff: (at: Date) => workOff(at),
    followClock: () => async () => {},
  };
  reachable = true;
  workOff = async () => false;
  begin = (newsAfterMilliseconds, intervalMilliseconds = 1) => {
    stop = follow({
      subgraph,
      intervalMilliseconds,
      newsAfterMilliseconds,
      clock: () => new Date(0),
      log,
    });
  };
});
afterEach(() => stop());

const afterRounds = (more: number): Promise<void> => {
  const target = rounds + more;
  return vi.waitFor(() => expect(rounds).toBeGreaterThanOrEqual(target), { interval: 1 });
};

it("says nothing as long as it works", async () => {
  begin(0);
  await afterRounds(5);
  expect(lines).toEqual([]);
});

it("logs a failure that lasts once, and once that it is over", async () => {
  begin(0);
  reachable = false;
  await afterRounds(10);
  expect(lines.map(({ msg }) => msg)).toEqual(["fails, and will be tried again"]);
  reachable = true;
  await afterRounds(3);
  expect(lines.map(({ msg }) => msg)).toEqual(["fails, and will be tried again", "works again"]);
});

it("says nothing of a failure that passes", async () => {
  begin();
  reachable = false;
  await afterRounds(3);
  reachable = true;
  await afterRounds(3);
  expect(lines).toEqual([]);
});

it("does nothing more once stopped", async () => {
  begin();
  await afterRounds(1);
  await stop();
  const last = rounds;
  await new Promise(setImmediate);
  expect(rounds).toBe(last);
});

describe("one who looks once a day", () => {
  const day = 86_400_000;
  const settled = () => new Promise(setImmediate);

  it("is woken by what is new, once for all that came meanwhile", async () => {
    begin(0, day);
    await settled();
    expect([rounds, listened]).toEqual([0, 1]);
    for (const time of [1, 2, 3]) {
      tellNews();
      tellNews();
      await settled();
      expect([rounds, listened]).toEqual([time, time + 1]);
    }
  });

  it("is not called again and again to what it cannot take", async () => {
    reachable = false;
    begin(0, day);
    tellNews();
    await settled();
    tellNews();
    await settled();
    expect([rounds, listened]).toEqual([1, 1]);
  });
});

it("works off what has piled up in parts, and rests four times as long as each took", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    const parts = [100, 50, 10];
    let left = parts.length;
    workOff = async () => {
      if (left === 0) return false;
      left -= 1;
      await vi.advanceTimersByTimeAsync(parts[left] ?? 0);
      return true;
    };
    const leftAfter = async (milliseconds: number) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      return left;
    };
    begin(0, 86_400_000);
    expect(await leftAfter(59_999)).toBe(3);
    expect(await leftAfter(1)).toBe(2);
    expect(await leftAfter(39)).toBe(2);
    expect(await leftAfter(1)).toBe(1);
    expect(await leftAfter(199)).toBe(1);
    expect(await leftAfter(1)).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
