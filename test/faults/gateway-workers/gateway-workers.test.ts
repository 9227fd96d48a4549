import { readdirSync, readFileSync } from "node:fs";
import { readlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createPrivateJwk } from "../../../subgraphs/shared/signing-key.ts";
import { allGone, type Command, processesOf, startCommand } from "../../testkit/command.ts";
import { freePort } from "../../testkit/free-port.ts";
import { temporaryDirectory } from "../../testkit/temporary-directory.ts";
import { startSampleSubgraph } from "./sample-subgraph.ts";
import { type Outcome, type SteadyLoad, startLoad } from "./steady-load.ts";

// A start takes seconds; on a machine that is busy with other things, many.
vi.setConfig({ testTimeout: 120_000 });

const workers = 2;
const clients = 10;
const question = JSON.stringify({ query: `{ division(code: "430105") { name } }` });
const answer = JSON.stringify({ data: { division: { name: "开福区" } } });

let url: string;
let environment: Record<string, string>;
let privateKey: Awaited<ReturnType<typeof createPrivateJwk>>;
let gateway: Command;
let stopSubgraph: () => Promise<void>;

beforeAll(async () => {
  const subgraphPort = await freePort();
  const port = await freePort();
  const directory = await temporaryDirectory();
  const keyFile = join(directory, "gateway-key.json");
  privateKey = await createPrivateJwk();
  await writeFile(keyFile, JSON.stringify(privateKey), { mode: 0o600 });
  stopSubgraph = await startSampleSubgraph(subgraphPort);
  url = `http://127.0.0.1:${port}`;
  environment = {
    PORT: String(port),
    DATA_DIRECTORY: directory,
    GATEWAY_KEY_FILE: keyFile,
    SUBGRAPH_URL_GRIDS: `http://127.0.0.1:${subgraphPort}`,
    WORKERS: String(workers),
  };
  await startGateway();
});
afterAll(async () => {
  const processes = processesOf(gateway);
  gateway.kill("SIGKILL");
  await allGone(processes);
  await stopSubgraph();
});

async function startGateway(): Promise<void> {
  gateway = startCommand(environment, [], "start-gateway.ts");
  await untilLogged("gateway ready");
}

const untilLogged = (message: string) =>
  vi.waitFor(() => expect(gateway.output.stderr).toContain(`"msg":"${message}"`), { timeout: 60_000 });

const running = () => processesOf(gateway).filter((each) => each.command.endsWith("start-gateway-worker.ts"));

/** Puts the gateway under load until each client has been answered some times, and some times more after the event. */
async function underLoad(event: (load: SteadyLoad) => Promise<void> | void): Promise<readonly Outcome[]> {
  const load = startLoad(`${url}/graphql`, question, clients);
  await untilAnswered(load, 5 * clients);
  await event(load);
  await load.stop();
  return load.outcomes;
}

const untilAnswered = (load: SteadyLoad, more: number) => {
  const goal = load.outcomes.length + more;
  return vi.waitFor(() => expect(load.outcomes.length).toBeGreaterThanOrEqual(goal), { timeout: 30_000 });
};

const failed = ({ status, text }: Outcome): boolean => status !== 200 || text.trim() !== answer;

// What a process holds, and what can be read off it, Linux alone shows.
describe.skipIf(process.platform !== "linux")("the workers of a gateway", () => {
  it("share a port and the key, which nobody can read off them", async () => {
    expect(running()).toHaveLength(workers);
    const published = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const response = await fetch(`${url}/.well-known/jwks.json`, { headers: { connection: "close" } });
        return ((await response.json()) as { keys: { x: string }[] }).keys.map(({ x }) => x);
      }),
    );
    expect(new Set(published.flat())).toEqual(new Set([privateKey.x]));

    for (const { pid, command } of processesOf(gateway)) {
      expect(command).not.toContain(privateKey.d);
      expect(readFileSync(`/proc/${pid}/environ`, "utf8")).not.toContain(privateKey.d);
    }
  });

  it("under load, one killed loses no more than it had under way, the other nothing, and it is back", async () => {
    let held = 0;
    const outcomes = await underLoad(async (load) => {
      const pids = running().map(({ pid }) => pid);
      const holding = await Promise.all(pids.map((pid) => connectionsOf(pid, load)));
      held = Math.max(...holding);
      expect(holding.reduce((sum, each) => sum + each)).toBe(clients);
      process.kill(pids[holding.indexOf(held)] ?? 0, "SIGKILL");
      await untilLogged("a process is back");
      await untilAnswered(load, 5 * clients);
    });
    expect(outcomes.filter(failed).length).toBeLessThanOrEqual(held);
    expect(running()).toHaveLength(workers);
  });

  it("under load, replaced one after the other at SIGHUP, they fail no request", async () => {
    const before = running().map(({ pid }) => pid);
    const outcomes = await underLoad(async (load) => {
      gateway.kill("SIGHUP");
      await untilLogged("the gateway's workers have been replaced");
      await untilAnswered(load, 5 * clients);
    });
    expect(outcomes.filter(failed)).toEqual([]);
    const after = running().map(({ pid }) => pid);
    expect(after).toHaveLength(workers);
    expect(after.filter((pid) => before.includes(pid))).toEqual([]);
  });

  it("under load, told to end, they fail no request on a connection that was open, and leave nothing running", async () => {
    const processes = processesOf(gateway);
    const outcomes = await underLoad(async () => {
      gateway.kill("SIGTERM");
      expect(await gateway.ended()).toBe(0);
    });
    expect(outcomes.filter((each) => failed(each) && !each.first)).toEqual([]);
    await allGone(processes);
  });

  it("under load, without their supervisor, they answer what is under way and end by themselves", async () => {
    await startGateway();
    const processes = processesOf(gateway);
    const outcomes = await underLoad(async () => {
      gateway.kill("SIGKILL");
      await allGone(processes);
    });
    expect(outcomes.filter((each) => failed(each) && !each.first)).toEqual([]);
  });
});

/** How many of the load's connections a process holds. */
async function connectionsOf(pid: number, { outcomes }: SteadyLoad): Promise<number> {
  const ports = new Set(outcomes.map(({ connection }) => connection));
  const rows = readFileSync(`/proc/${pid}/net/tcp`, "utf8").trim().split("\n").slice(1);
  const ofLoad = rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , remote]) => ports.has(Number.parseInt(remote?.split(":")[1] ?? "", 16)))
    .map((row) => `socket:[${row[9]}]`);
  const held = await Promise.all(
    readdirSync(`/proc/${pid}/fd`).map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => "")),
  );
  return held.filter((link) => ofLoad.includes(link)).length;
}
