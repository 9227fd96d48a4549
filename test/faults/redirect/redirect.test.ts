import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { both, type City, expectGap, openCity } from "../city.ts";

let city: City;
let elsewhere: Server;
let visits = 0;

beforeAll(async () => {
  city = await openCity();
  elsewhere = createServer((_, response) => {
    visits += 1;
    response.end('{"data":{"parks":[]}}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  elsewhere.close();
  await city.close();
});

it.each([301, 302, 303, 307, 308])(
  "a department cannot send the gateway elsewhere in its place: %s is not followed",
  async (status) => {
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/latest/meta-data`;
    city.parks.fault = (response) => response.writeHead(status, { location }).end();
    expectGap(await city.ask(both));
    expect(visits).toBe(0);
  },
);
