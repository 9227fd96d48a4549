import { describe, expect, it } from "vitest";
import { watchEventLoop } from "./event-loop-delay.ts";
import { overload } from "./load-shedding.ts";

describe("a server asked for more than it can do", () => {
  it.each([
    ["takes as much as it can do", 10, 100, undefined],
    ["takes no request more", 11, 0, "OVERLOADED"],
    ["takes none while those it has keep it too long", 1, 101, "OVERLOADED"],
  ])("%s", (_, underWay, delay, code) => {
    expect(overload({ underWay, delay }, { underWay: 10, delay: 100 })?.extensions.code).toBe(code);
  });
});

it("a process that was never watched before is not late", () => {
  const watched = watchEventLoop();
  expect(watched.milliseconds()).toBe(0);
  watched.stop();
});
