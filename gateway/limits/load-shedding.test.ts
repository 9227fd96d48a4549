import { describe, expect, it } from "vitest";
import { watchEventLoop } from "./event-loop-delay.ts";
import { refuseOverload } from "./load-shedding.ts";

const limits = { underWay: 10, delayMilliseconds: 100 };

describe("a server asked for more than it can do", () => {
  it.each([
    ["as much as it can do", 10, 100, true],
    ["one request more", 11, 0, false],
    ["too much work within its requests", 1, 101, false],
  ])("admits or refuses: %s", (_, underWay, delayMilliseconds, admitted) => {
    const decide = () => refuseOverload({ underWay, delayMilliseconds }, limits);
    if (admitted) decide();
    else {
      expect(decide).toThrow(
        expect.objectContaining({ extensions: expect.objectContaining({ code: "OVERLOADED" }) as unknown }),
      );
    }
  });
});

it("a process that was never watched before is not late", () => {
  const watched = watchEventLoop();
  expect(watched.milliseconds()).toBe(0);
  watched.stop();
});
