import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { subgraphs } from "../schema/subgraphs.ts";
import { allGone, type Command, freePorts, processesOf, startCommand } from "../test/testkit/command.ts";
import { temporaryDirectory } from "../test/testkit/temporary-directory.ts";
import { variableOf } from "./settings.ts";

// A start takes seconds; on a machine that is busy with other things, many.
vi.setConfig({ testTimeout: 120_000 });

const names = subgraphs.map(({ name }) => name);
const readyLine =
  /^Whistlegraph is ready after \d+\.\d s: open (http:\/\/127\.0\.0\.1:\d+) or run (curl .+)$/;
const curl = spawnSync("curl", ["--version"]).status === 0;

let directory: string;
let ports: Record<string, string>;
const started = new Set<Command>();

const start = (environment: Record<string, string> = {}, options: string[] = []): Command => {
  const command = startCommand({ ...ports, DATA_DIRECTORY: directory, ...environment }, options);
  started.add(command);
  return command;
};

beforeAll(async () => {
  directory = await temporaryDirectory();
  ports = await freePorts(names);
});
afterEach(async () => {
  for (const command of started) {
    command.kill("SIGKILL");
    await command.ended();
  }
  started.clear();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const getJson = async (url: string): Promise<unknown> => (await fetch(url)).json();

/** Asks the database of the grids subgraph on the embedded server, which must be running. */
async function askDatabase(sql: string): Promise<unknown> {
  const password = (await readFile(join(directory, "admin-password"), "utf8")).trim();
  const url = `postgres://postgres:${password}@127.0.0.1:${ports.POSTGRES_PORT}/whistlegraph_grids`;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("one command", () => {
  it("starts everything, says so in one line, and on SIGINT ends everything with exit code 0", async () => {
    const command = start();
    const [, url, sample] = readyLine.exec(await command.ready()) ?? [];
    expect(await getJson(`${url}/health/live`)).toEqual({ status: "live" });
    expect(await getJson(`${url}/health/ready`)).toEqual({
      status: "ready",
      subgraphs: Object.fromEntries(names.map((name) => [name, "ready"])),
    });
    if (curl) {
      const { stdout } = await promisify(execFile)("/bin/sh", ["-c", sample ?? ""]);
      expect(JSON.parse(stdout)).toEqual({ data: { tickets: { edges: [] } } });
    }
    await askDatabase("CREATE TABLE kept AS SELECT 1 AS survivor");
    const verifying = startCommand(
      { ...ports, DATA_DIRECTORY: directory },
      ["--owner", "civil-affairs"],
      "access-verify.ts",
    );
    expect(await verifying.ended()).toBe(1);
    expect(verifying.output.stderr).toContain("no access records of civil-affairs");

    const processes = processesOf(command, directory);
    command.kill("SIGINT");
    expect(await command.ended()).toBe(0);
    await allGone(processes);
  });

  it("killed outright leaves nothing running; the next start recovers, finds its data and suffers no second", async () => {
    const killed = start();
    await killed.ready();
    const processes = processesOf(killed, directory);
    killed.kill("SIGKILL");
    expect(await killed.ended()).toBe("SIGKILL");
    await allGone(processes);

    const next = start();
    await next.ready();
    expect(await askDatabase("SELECT survivor FROM kept")).toEqual([{ survivor: 1 }]);
    expect(await refusal(await freePorts(names))).toBe(
      `Whistlegraph already runs on ${directory} (process ${next.pid}): stop it first.`,
    );

    const following = processesOf(next, directory);
    next.kill("SIGTERM");
    expect(await next.ended()).toBe(0);
    await allGone(following);
  });

  it("told to end while it is starting ends in order too", async () => {
    const command = start();
    await expect.poll(() => existsSync(join(directory, "started-by")), { timeout: 20_000 }).toBe(true);
    const processes = processesOf(command, directory);
    command.kill("SIGINT");
    expect(await command.ended()).toBe(0);
    expect(command.output.stdout).toBe("");
    await allGone(processes);
  });
});

describe("a start that cannot succeed is refused in one line, with exit code 1 and nothing left running:", () => {
  it("a port in use", async () => {
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(Number(ports.PORT), "127.0.0.1", resolve));
    expect(await refusal()).toMatch(
      new RegExp(
        `^The gateway cannot use port ${ports.PORT} on 127\\.0\\.0\\.1 \\(.*\\): set PORT to a free one\\.$`,
      ),
    );
    occupant.close();
  });

  it("a data folder that cannot be written", async () => {
    const file = join(directory, "a-file");
    await writeFile(file, "");
    expect(await refusal({ DATA_DIRECTORY: join(file, "below") })).toMatch(
      /^The data directory .*a-file\/below cannot be written: /,
    );
  });

  it("a wrong setting", async () => {
    expect(await refusal({ POSTGRES_PORT: "many" })).toBe(
      "Settings refused: POSTGRES_PORT is not a port from 1 to 65535.",
    );
  });

  it("a folder with a bad whistle profile, with every hole at its line", async () => {
    const folder = join(directory, "profiles");
    await mkdir(folder);
    const sound = join(
      import.meta.dirname,
      "../subgraphs/tickets/whistle/profile/profiles/nanjing-gulou.json",
    );
    const text = (await readFile(sound, "utf8")).replace('"320106"', '"330106"');
    await writeFile(join(folder, "a-sound.json"), text);
    const file = join(folder, "b-holed.json");
    await writeFile(file, text.replace('"HOURS"', '"WEEKS"').replace('"level": 1', '"level": 0'));
    const [told, ...holes] = await refusalLines({ WHISTLE_PROFILES: folder });
    expect(told).toMatch(/^WHISTLE_PROFILES refused: /);
    expect(holes.length).toBeGreaterThan(1);
    for (const hole of holes) expect(hole).toMatch(/b-holed\.json:\d+:\d+ [A-Z_]+ .+ \(.+\)$/);
    expect(holes.join("\n")).toContain(" CLOCK_WITHOUT_UNIT ");
  });

  it("a database that does not let a subgraph in", async () => {
    const urls = names.map((name) => [
      variableOf("DATABASE_URL", name),
      `postgres://owner:hunter2@127.0.0.1:${ports.POSTGRES_PORT}/${name}`,
    ]);
    const line = await refusal(Object.fromEntries(urls));
    expect(line).toMatch(/^PostgreSQL at 127\.0\.0\.1:\d+ does not let owner in: .*ECONNREFUSED/);
    expect(line).not.toContain("hunter2");
  });

  it("an option that does not exist", async () => {
    expect(await refusal({}, ["--process"])).toBe("Unknown option '--process'. See npm start -- --help.");
  });
});

async function refusal(environment: Record<string, string> = {}, options: string[] = []): Promise<string> {
  const lines = await refusalLines(environment, options);
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

async function refusalLines(environment: Record<string, string>, options: string[] = []): Promise<string[]> {
  const command = start(environment, options);
  expect(await command.ended()).toBe(1);
  expect(command.output.stdout).toBe("");
  expect(processesOf(command)).toEqual([]);
  return command.output.stderr.split("\n").filter((line) => !/( …|^)$/.test(line));
}
