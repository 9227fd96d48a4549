import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { both, type City, expectGap, expectWhole, openCity } from "../city.ts";
import type { Fault } from "../faulty-department.ts";

let city: City;
beforeEach(async () => {
  city = await openCity({ queryMilliseconds: 100, restMilliseconds: 50 });
});
afterEach(() => city.close());

const hangs: Fault = () => undefined;

const trickles: Fault = (response, answer) => {
  response.writeHead(200, { "content-length": Buffer.byteLength(answer) });
  let sent = 0;
  const drip = setInterval(() => response.write(answer.charAt(sent++)), 20);
  response.once("close", () => clearInterval(drip));
};

describe.each([
  ["hangs", hangs],
  ["trickles, a byte now and then", trickles],
])("a department that %s", (_, fault) => {
  it("is given up in time, and not asked again for the same answer", async () => {
    city.parks.fault = fault;
    expectGap(await city.ask(both));
    expect(city.parks.asked).toEqual(["query"]);
    expect(city.failures.map(({ error }) => error.reason)).toEqual(["TIMED_OUT"]);
    city.parks.fault = undefined;
    await expectWhole(city);
  });

  it("is left in peace after ten failures, and asked again when it has recovered", async () => {
    city.parks.fault = fault;
    for (const answer of await askTogether(12)) expectGap(answer);
    expect(city.states[0]).toBe("OPEN");

    city.parks.fault = undefined;
    await expect.poll(async () => (await city.ask(both)).errors).toEqual([]);
    expect(city.states.at(-1)).toBe("CLOSED");
  });
});

describe("one question that hangs", () => {
  it("does not take along those that were asked with it", async () => {
    await city.close();
    city = await openCity({ queryMilliseconds: 1_000 });
    await askTogether(1);
    let hung = false;
    city.parks.fault = (response, answer) => {
      if (hung) response.end(answer);
      hung = true;
    };
    const answers = await askTogether(20);
    expect(answers.filter(({ errors }) => errors.length > 0)).toHaveLength(1);
    expect(city.failures.map(({ error }) => error.reason)).toEqual(["TIMED_OUT"]);
  });
});

/** Different questions: the same one would be asked once for all who ask it together. */
const askTogether = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, first) =>
      city.ask("query($first: Int) { streets { name } parks(first: $first) { id trees } }", {
        variables: { first },
      }),
    ),
  );
