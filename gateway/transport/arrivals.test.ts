import { describe, expect, it } from "vitest";
import { Arrivals } from "./arrivals.ts";

/** Arrivals begun at once, and whether they were stopped. */
function begun() {
  const state = { stopped: 0 };
  const arrivals = new Arrivals<number>(async () => () => void state.stopped++);
  return { arrivals, state };
}

const value = (number: number) => ({ done: false, value: number });
const over = { done: true, value: undefined };

describe("events over a connection shared with others", () => {
  it("are taken in order, waited for when there are none", async () => {
    const { arrivals } = begun();
    const first = arrivals.next();
    arrivals.push(1);
    arrivals.push(2);
    expect(await first).toEqual(value(1));
    expect(await arrivals.next()).toEqual(value(2));
  });

  it("that pile up are given to the last one that fits, then the way to go on", async () => {
    const { arrivals, state } = begun();
    const first = arrivals.next();
    for (let event = 0; event < 500; event++) arrivals.push(event);
    const taken = [await first];
    for (let event = 1; event < 101; event++) taken.push(await arrivals.next());
    expect(taken).toEqual(Array.from({ length: 101 }, (_, event) => value(event)));
    await expect(arrivals.next()).rejects.toMatchObject({ extensions: { code: "SUBSCRIPTION_SLOW" } });
    expect(await arrivals.next()).toEqual(over);
    expect(state.stopped).toBe(1);
  });

  it("end while one is awaited, when the taker leaves", async () => {
    const { arrivals, state } = begun();
    const waiting = arrivals.next();
    await arrivals.return();
    expect(await waiting).toEqual(over);
    expect(state.stopped).toBe(1);
  });

  it("that cannot begin tell why", async () => {
    const arrivals = new Arrivals<number>(() => Promise.reject(new Error("not today")));
    await expect(arrivals.next()).rejects.toThrow("not today");
  });
});
