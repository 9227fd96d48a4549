import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { marketSupervision } from "../../subgraphs/market-supervision/market-supervision.subgraph.ts";
import { openBusinessRegister } from "../../subgraphs/market-supervision/register/business-register.ts";
import { type Command, startCommand } from "../../test/testkit/command.ts";
import { freePort } from "../../test/testkit/free-port.ts";
import { openTestSubgraph } from "../../test/testkit/subgraph.ts";
import { createWorld, usualWorld } from "../dataset/world/world.ts";

const program = "legacy/start-business-register.ts";
const environment = { BUSINESS_REGISTER_KEY: "of this test", DATASET_SEED: "7", DATASET_SCALE: "demo" };
const [shop] = createWorld({ ...usualWorld, seed: "7" }).enterprises();

let port: number;
let command: Command;
beforeAll(async () => {
  port = await freePort();
  command = startCommand(environment, ["--port", String(port)], program);
  await command.ready();
}, 60_000);
afterAll(() => command.kill("SIGKILL"));

describe("the register as a process of its own", { timeout: 60_000 }, () => {
  it("says where it is, and holds the enterprises of the dataset of that seed", async () => {
    expect(await command.ready()).toMatch(
      new RegExp(`holds \\d+ businesses: http://127\\.0\\.0\\.1:${port}$`),
    );
    const subgraph = await openTestSubgraph(marketSupervision, {
      sourceUrl: `http://127.0.0.1:${port}?key=of+this+test&timeout=20000`,
    });
    const { data, errors } = await subgraph.ask(
      `{ business(creditCode: "${shop?.creditCode}") { name address grid { code } } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      business: { name: shop?.name, address: shop?.address, grid: { code: shop?.gridCode } },
    });
    await subgraph.close();
  });

  it("killed and started again, it is found again by whoever had it open", async () => {
    const url = `http://127.0.0.1:${port}?key=of+this+test&timeout=20000`;
    const register = await openBusinessRegister({ url, log: pino({ level: "silent" }) });
    const nameOf = () =>
      register.businesses([shop?.creditCode ?? ""]).then(
        ([business]) => business?.name,
        ({ extensions }) => extensions.code,
      );
    expect(await nameOf()).toBe(shop?.name);
    command.kill("SIGKILL");
    await command.ended();
    expect(await nameOf()).toBe("BUSINESS_REGISTER_UNAVAILABLE");
    command = startCommand(environment, ["--port", String(port)], program);
    await command.ready();
    expect(await nameOf()).toBe(shop?.name);
    await register.close();
  });

  it("ends when it is told to", async () => {
    command.kill("SIGTERM");
    expect(await command.ended()).toBe(0);
  });

  it("started with what it does not know, it says so in one line", async () => {
    const reasons = await Promise.all(
      [
        ["--port", "many"],
        ["--scale", "village"],
        ["--colour", "red"],
      ].map(async (options) => {
        const refused = startCommand(environment, options, program);
        return [await refused.ended(), ...refused.output.stderr.trim().split("\n")];
      }),
    );
    expect(reasons).toEqual([
      [1, expect.stringContaining("many is no port")],
      [1, expect.stringContaining("There is no scale village")],
      [1, expect.stringContaining("--help")],
    ]);
  });
});
