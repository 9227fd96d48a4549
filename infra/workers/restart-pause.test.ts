import { describe, expect, it } from "vitest";
import { restartPause } from "./restart-pause.ts";

describe("a process that ended by itself", () => {
  it.each([
    { previous: undefined, lived: 0, pause: 250, why: "the first time" },
    { previous: 250, lived: 0, pause: 500, why: "died at its start" },
    { previous: 500, lived: 59_999, pause: 1_000, why: "died young" },
    { previous: 16_000, lived: 10, pause: 30_000, why: "longest pause" },
    { previous: 30_000, lived: 10, pause: 30_000, why: "never longer" },
    { previous: 30_000, lived: 60_000, pause: 250, why: "had served long" },
  ])("after $previous ms and a life of $lived ms waits $pause ms: $why", ({ previous, lived, pause }) => {
    expect(restartPause(previous, lived)).toBe(pause);
  });
});
