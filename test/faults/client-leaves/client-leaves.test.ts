import { once } from "node:events";
import type { Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { both, type City, expectWhole, openCity } from "../city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

describe("a client that leaves while a department works on its question", () => {
  it("lets it go of a query: the department learns that nobody waits", async () => {
    const client = new AbortController();
    const given = new Promise<Socket>((resolve) => {
      city.parks.fault = ({ socket }) => resolve(socket as Socket);
    });
    const asking = city.ask(both, { signal: client.signal }).catch(() => "left");
    const connection = await given;
    client.abort();
    await once(connection, "close");
    expect(await asking).toBe("left");
    expect(city.failures).toEqual([]);
    city.parks.fault = undefined;
    await expectWhole(city);
  });

  it("does not take the answer from another who asked the same", async () => {
    const client = new AbortController();
    let answerNow = () => {};
    const given = new Promise<void>((resolve) => {
      city.parks.fault = (response, answer) => {
        answerNow = () => response.end(answer);
        resolve();
      };
    });
    const leaving = city.ask(both, { signal: client.signal }).catch(() => "left");
    const staying = city.ask(both);
    await given;
    client.abort();
    expect(await leaving).toBe("left");
    answerNow();
    expect((await staying).errors).toEqual([]);
    expect(city.parks.asked).toEqual(["query"]);
  });
});
