import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { both, type City, expectGap, expectWhole, openCity } from "../city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity({ restMilliseconds: 50 });
});
afterEach(() => city.close());

describe("a department that takes no connections", () => {
  it("is missing from the answer, and is there again once it does", async () => {
    await city.parks.refuse();
    expectGap(await city.ask(both));
    expect(city.failures.map(({ error }) => error.reason)).toEqual(["REFUSED"]);
    await city.parks.listen();
    await expectWhole(city);
  });

  it("restarted between two questions, is not missed at all", async () => {
    await expectWhole(city);
    await city.parks.refuse();
    await city.parks.listen();
    await expectWhole(city);
  });
});

describe("a department that resets the connection", () => {
  it("is asked a query once more, and no more", async () => {
    city.parks.fault = ({ socket }) => socket?.resetAndDestroy();
    expectGap(await city.ask(both));
    expect(city.parks.asked).toEqual(["query", "query"]);
    expect(city.failures.map(({ error }) => error.reason)).toEqual(["CUT_OFF"]);
  });

  it("once, is not missed at all", async () => {
    city.parks.fault = ({ socket }) => {
      city.parks.fault = undefined;
      socket?.resetAndDestroy();
    };
    await expectWhole(city);
    expect(city.failures).toEqual([]);
  });

  it("again and again is left in peace after ten failures, and asked again when it has recovered", async () => {
    city.parks.fault = ({ socket }) => socket?.resetAndDestroy();
    while (!city.states.includes("OPEN")) expectGap(await city.ask(both));
    expect(city.failures).toHaveLength(10);
    const { reference } = city.failures.at(-1) ?? {};

    const asked = city.parks.asked.length;
    const spared = await city.ask(both);
    expectGap(spared);
    expect(city.parks.asked).toHaveLength(asked);
    expect(spared.errors[0]?.extensions.reference).toBe(reference);

    city.parks.fault = undefined;
    await expect.poll(async () => (await city.ask(both)).errors).toEqual([]);
    expect(city.states).toEqual(["OPEN", "TRIED", "CLOSED"]);
  });
});
