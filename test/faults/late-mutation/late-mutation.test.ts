import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type City, openCity } from "../city.ts";
import type { Fault } from "../faulty-department.ts";

let city: City;
beforeEach(async () => {
  city = await openCity({ mutationMilliseconds: 100 });
});
afterEach(() => city.close());

const plant = 'mutation { plant(park: "1") { id trees } }';

/** All of them after the effect: the department did what it was asked, and its answer is lost. */
const faults: readonly (readonly [string, Fault])[] = [
  ["never comes", () => undefined],
  ["is lost with the connection", ({ socket }) => socket?.resetAndDestroy()],
  ["is cut short", ({ socket }) => socket?.end("HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{")],
  ["is an error", (response) => response.writeHead(502).end()],
];

describe("a mutation whose answer", () => {
  it.each(faults)("%s had its effect once, and is not sent again", async (_, fault) => {
    city.parks.fault = fault;
    const { status, data, errors } = await city.ask(plant);
    expect({ status, data }).toEqual({ status: 200, data: { plant: null } });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ["plant"],
        extensions: expect.objectContaining({ code: "SUBGRAPH_UNAVAILABLE", details: { subgraph: "parks" } }),
      }),
    ]);
    expect(city.parks.asked).toEqual(["mutation"]);
    expect(city.parks.effects).toBe(1);
  });

  it("comes late is waited for, longer than for a query", async () => {
    await city.close();
    city = await openCity({ queryMilliseconds: 50 });
    let answerNow = () => {};
    city.parks.fault = (response, answer) => {
      if (city.parks.asked.at(-1) === "mutation") answerNow = () => response.end(answer);
    };
    const planting = city.ask(plant);
    await expect.poll(() => city.parks.effects).toBe(1);
    expect((await city.ask("{ parks { id } }")).errors).toHaveLength(1);
    answerNow();
    expect((await planting).data).toEqual({ plant: { id: "1", trees: 7 } });
  });
});

it("a mutation that met a department that takes no connections is not tried again either", async () => {
  await city.parks.refuse();
  expect((await city.ask(plant)).errors).toHaveLength(1);
  expect(city.failures.map(({ error }) => error.reason)).toEqual(["REFUSED"]);
  await city.parks.listen();
  expect(city.parks.effects).toBe(0);
});
