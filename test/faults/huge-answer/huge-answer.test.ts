import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { both, type City, expectGap, expectWhole, openCity } from "../city.ts";

const megabyte = 1024 * 1024;

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

/** Sends until nobody takes it any more; how many bytes that were. */
function flood(response: ServerResponse, bytes: number): Promise<number> {
  const piece = Buffer.alloc(64 * 1024, "x");
  let sent = 0;
  return new Promise((resolve) => {
    const more = () => {
      while (sent < bytes && response.write(piece)) sent += piece.length;
      if (sent >= bytes) response.end();
    };
    response.on("drain", more).once("close", () => resolve(sent));
    more();
  });
}

describe("an answer of 500 MB", () => {
  it("that says so is refused before any of it is taken", async () => {
    let sent: Promise<number> | undefined;
    city.parks.fault = (response) => {
      response.writeHead(200, { "content-length": 500 * megabyte });
      sent = flood(response, 500 * megabyte);
    };
    expectGap(await city.ask(both));
    expect(city.failures.map(({ error }) => error.reason)).toEqual(["TOO_LARGE"]);
    expect(await sent).toBeLessThan(20 * megabyte);
  });

  it("in chunks is refused at 10 MB", async () => {
    let sent: Promise<number> | undefined;
    city.parks.fault = (response) => {
      sent = flood(response, 500 * megabyte);
    };
    expectGap(await city.ask(both));
    expect(city.failures.map(({ error }) => error.reason)).toEqual(["TOO_LARGE"]);
    expect(await sent).toBeLessThan(30 * megabyte);
  });

  it("does not count against the department: whoever asks too much must not close it to others", async () => {
    city.parks.fault = (response) =>
      response.writeHead(200, { "content-length": 500 * megabyte }).flushHeaders();
    for (let time = 0; time < 20; time++) expectGap(await city.ask(both));
    expect(city.states).toEqual([]);
    city.parks.fault = undefined;
    await expectWhole(city);
  });
});
