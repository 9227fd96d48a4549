import { describe, expect, it } from "vitest";
import { saying, whistlesNamed } from "./whistle-address.ts";

describe("an address of whistles", () => {
  it.each([
    ["", {}, "NEWEST"],
    ["division=430105&overdue=true", { division: "430105", overdue: true }, "NEWEST"],
    [
      "calls=430105-HOUSING&role=LEAD&signed=false",
      { calls: "430105-HOUSING", role: "LEAD", signed: false },
      "NEWEST",
    ],
    [
      "states=BLOWN,SIGNED&kinds=TACKLING&level=2&order=OLDEST",
      { states: ["BLOWN", "SIGNED"], kinds: ["TACKLING"], level: 2 },
      "OLDEST",
    ],
    [
      "from=2026-02-01&until=2026-02-28",
      { blownFrom: "2026-02-01T00:00:00+08:00", blownBefore: "2026-03-01T00:00:00+08:00" },
      "NEWEST",
    ],
    [
      "confirmedFrom=2026-12-31&confirmedUntil=2026-12-31",
      { confirmedFrom: "2026-12-31T00:00:00+08:00", confirmedBefore: "2027-01-01T00:00:00+08:00" },
      "NEWEST",
    ],
    [
      "awaits=430105-HOUSING&awaitedSteps=SIGN,ARRIVE&order=DUE_FIRST",
      { awaits: "430105-HOUSING", awaitedSteps: ["SIGN", "ARRIVE"] },
      "DUE_FIRST",
    ],
    ["level=high&until=2026-13-01", { level: "high", blownBefore: "2026-13-01" }, "NEWEST"],
    ["blownFrom=2026-02-01T08:00:00Z&order=nonsense", { blownFrom: "2026-02-01T08:00:00Z" }, "NEWEST"],
  ])("%s", (address, filter, order) => {
    expect(whistlesNamed(new URLSearchParams(address))).toEqual({ filter, order });
  });

  it("is changed in one thing and keeps the others", () => {
    const address = new URLSearchParams("division=430105&kinds=TACKLING");
    expect(saying(address, "kinds", null).toString()).toBe("division=430105");
    expect(address.get("kinds")).toBe("TACKLING");
  });

  it("loses with a called unit what was said of it", () => {
    const address = new URLSearchParams(
      "calls=430105-HOUSING&role=LEAD&timeliness=LATE&signed=true&open=true",
    );
    expect(saying(address, "calls", null).toString()).toBe("open=true");
    expect(saying(address, "calls", "430105-HEALTH").get("timeliness")).toBe("LATE");
  });
});
