import { pino } from "pino";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { follow } from "./following.ts";

const lines: { level: number; msg: string }[] = [];
const log = pino({ level: "info" }, { write: (line) => lines.push(JSON.parse(line)) });
let reachable: boolean;
let rounds: number;
let begin: (newsAfterMilliseconds?: number) => void;
let stop: () => Promise<void>;

beforeEach(() => {
  lines.length = rounds = 0;
  const catchUp = async () => {
    rounds += 1;
    if (!reachable) throw new Error("the gateway is down");
    return 0;
  };
  const subgraph = { name: "tickets", catchUp, upkeep: async () => {}, followClock: () => async () => {} };
  reachable = true;
  begin = (newsAfterMilliseconds) => {
    stop = follow({
      subgraph,
      intervalMilliseconds: 1,
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
