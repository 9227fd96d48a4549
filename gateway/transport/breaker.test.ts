import { beforeEach, describe, expect, it } from "vitest";
import { type Admission, Breaker, type BreakerState } from "./breaker.ts";

let breaker: Breaker;
let now: number;
let states: BreakerState[];

beforeEach(() => {
  now = 0;
  states = [];
  breaker = new Breaker({ onChange: (state) => states.push(state), now: () => now });
});

const admitted = (): Admission => {
  const admission = breaker.admit();
  if (!admission) throw new Error("not admitted");
  return admission;
};
const fail = (times: number): void => {
  for (let failure = 0; failure < times; failure++) breaker.failed(admitted());
};

describe("a subgraph that fails again and again", () => {
  it("is left in peace after ten failures in a row", () => {
    fail(9);
    expect(breaker.state).toBe("CLOSED");
    fail(1);
    expect(breaker.state).toBe("OPEN");
    expect(breaker.admit()).toBeUndefined();
  });

  it("is asked on while it answers now and then", () => {
    for (let round = 0; round < 10; round++) {
      fail(9);
      breaker.succeeded(admitted());
    }
    expect(breaker.state).toBe("CLOSED");
  });

  it("is tried with one question after five seconds; the others need not wait for what comes of it", () => {
    fail(10);
    now = 4_999;
    expect(breaker.admit()).toBeUndefined();
    now = 5_000;
    expect(breaker.admit()).toBe("TRIAL");
    expect(breaker.admit()).toBeUndefined();
  });

  it("is asked as usual once it has answered", () => {
    fail(10);
    now = 5_000;
    breaker.succeeded(admitted());
    expect(breaker.admit()).toBe("ORDINARY");
    expect(states).toEqual(["OPEN", "TRIED", "CLOSED"]);
    fail(9);
    expect(breaker.state).toBe("CLOSED");
  });

  it("rests again when the trial fails", () => {
    fail(10);
    now = 5_000;
    const trial = admitted();
    now = 8_000;
    breaker.failed(trial);
    now = 12_999;
    expect(breaker.admit()).toBeUndefined();
    now = 13_000;
    expect(breaker.admit()).toBe("TRIAL");
  });

  it("is tried again when nothing is heard of the trial", () => {
    fail(10);
    now = 5_000;
    admitted();
    now = 10_000;
    expect(breaker.admit()).toBe("TRIAL");
  });

  it("is not judged by what was asked before it rested", () => {
    const early = [admitted(), admitted()] as const;
    fail(10);
    breaker.succeeded(early[0]);
    expect(breaker.state).toBe("OPEN");
    now = 5_000;
    admitted();
    breaker.failed(early[1]);
    expect(breaker.state).toBe("TRIED");
  });
});
