import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { both, type City, expectGap, expectWhole, insides, openCity } from "../city.ts";
import type { Fault } from "../faulty-department.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const json = { "content-type": "application/json" };

const faults: readonly (readonly [name: string, reason: string, Fault])[] = [
  [
    "status 500 and what its database said",
    "STATUS",
    (response) => response.writeHead(500, json).end(JSON.stringify({ errors: [{ message: insides }] })),
  ],
  [
    "status 500 around an answer that looks whole",
    "STATUS",
    (response, answer) => response.writeHead(500, json).end(answer),
  ],
  [
    "a page of HTML",
    "MALFORMED",
    (response) => response.writeHead(200, { "content-type": "text/html" }).end(`<h1>${insides}</h1>`),
  ],
  ["an empty body", "MALFORMED", (response) => response.writeHead(200, json).end()],
  ["JSON that is no answer", "MALFORMED", (response) => response.writeHead(200, json).end(`["${insides}"]`)],
  ["data that is a list", "MALFORMED", (response) => response.writeHead(200, json).end('{"data":[]}')],
  ["null", "MALFORMED", (response) => response.writeHead(200, json).end("null")],
  ["JSON that ends too early", "MALFORMED", (response, answer) => response.end(answer.slice(0, -5))],
  [
    "a body that ends before its stated length",
    "CUT_SHORT",
    (response, answer) => {
      response.writeHead(200, { "content-length": Buffer.byteLength(answer) });
      response.write(answer.slice(0, 20), () => response.destroy());
    },
  ],
  ["garbage instead of HTTP", "MALFORMED", ({ socket }) => socket?.end(`${randomBytes(500)}\r\n\r\n`)],
  [
    "a length that says less than it sends",
    "MALFORMED",
    ({ socket }, answer) => socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n${answer}`),
  ],
];

describe("a department that answers with", () => {
  it.each(faults)(
    "%s is missing from the answer, and asked again the next time",
    async (_, reason, fault) => {
      const [asked, failed] = [city.parks.asked.length, city.failures.length];
      city.parks.fault = fault;
      const answer = await city.ask(both);
      expectGap(answer);
      expect(city.parks.asked.length - asked).toBe(1);

      const told = city.failures.slice(failed);
      expect(told.map(({ error }) => error.reason)).toEqual([reason]);
      expect(answer.errors[0]?.extensions.reference).toBe(told[0]?.reference);

      city.parks.fault = undefined;
      await expectWhole(city);
    },
  );
});
