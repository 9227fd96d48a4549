import { pino } from "pino";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { follow } from "./following.ts";

const lines: { level: number; msg: string }[] = [];
const log = pino({ level: "info" }, { write: (line) => lines.push(JSON.parse(line)) });
let reachable: boolean;
let rounds: number;
let stop: () => Promise<void>;

beforeEach(() => {
  lines.length = rounds = 0;
  const catchUp = async () => {
    rounds += 1;
    if (!reachable) throw new Error("the gateway is down");
    return 0;
  };
  const subgraph = { name: "tickets", catchUp, upkeep: async () => {} };
  reachable = true;
  stop = follow({ subgraph, intervalMilliseconds: 1, clock: () => new Date(0), log });
});
afterEach(() => stop());

const afterRounds = (more: number): Promise<void> => {
  const target = rounds + more;
  return vi.waitFor(() => expect(rounds).toBeGreaterThanOrEqual(target), { interval: 1 });
};

it("says nothing as long as it works", async () => {
  await afterRounds(5);
  expect(lines).toEqual([]);
});

it("logs a failure that lasts once, and once that it is over", async () => {
  reachable = false;
  await afterRounds(10);
  expect(lines.map(({ msg }) => msg)).toEqual(["fails, and will be tried again"]);
  reachable = true;
  await afterRounds(3);
  expect(lines.map(({ msg }) => msg)).toEqual(["fails, and will be tried again", "works again"]);
});

it("does nothing more once stopped", async () => {
  await afterRounds(1);
  await stop();
  const last = rounds;
  await new Promise(setImmediate);
  expect(rounds).toBe(last);
});
