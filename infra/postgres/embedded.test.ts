import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "../../test/testkit/free-port.ts";
import { temporaryDirectory } from "../../test/testkit/temporary-directory.ts";
import { StartupError } from "../startup-error.ts";
import { findBinaries } from "./binaries.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded.ts";
import { operatingUser } from "./operating-user.ts";
import { commandLine } from "./os-process.ts";

const script = `
  import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, "embedded.ts"))};
  const [directory, port] = process.argv.slice(1);
  await startEmbeddedPostgres({ directory, port: Number(port), durable: true });
  console.log("ready");
`;

let directory: string;
let cluster: string;
let port: number;
const running = new Set<EmbeddedPostgres>();

async function start({ durable = false, on = directory } = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ directory: on, port, durable });
  running.add(postgres);
  return postgres;
}

function startInAnotherProcess(on = directory): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, on, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

async function answers(): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return once(socket, "connect")
    .then(
      () => true,
      () => false,
    )
    .finally(() => socket.destroy());
}

async function removed(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

beforeAll(async () => {
  directory = await temporaryDirectory();
  port = await freePort();
  const first = await startEmbeddedPostgres({ directory, port, durable: false });
  cluster = first.cluster;
  await ask(first.adminUrl, "CREATE TABLE kept AS SELECT 1 AS survivor");
  await ask(first.adminUrl, "CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
  await first.stop();
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  running.clear();
});

afterAll(async () => {
  await removed(cluster);
  await removed(directory);
});

describe("a cluster", () => {
  it("keeps its data from one start to the next", async () => {
    const { adminUrl } = await start();
    expect(await ask(adminUrl, "SELECT survivor FROM kept")).toBe(1);
  });

  it("is stopped once however often stop is called", async () => {
    const postgres = await start();
    await Promise.all([postgres.stop(), postgres.stop()]);
    await postgres.stop();
    expect(await answers()).toBe(false);
  });

  it("keeps the administrator's password where only its owner reads it", async () => {
    const file = join(directory, "admin-password");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { adminUrl } = await start();
    expect(new URL(adminUrl).password).toBe((await readFile(file, "utf8")).trim());
  });

  it("is reached over TCP from this machine alone, speaks UTF-8 and keeps UTC", async () => {
    const { adminUrl } = await start();
    const settings = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      server_encoding: "UTF8",
      TimeZone: "UTC",
    };
    for (const [setting, value] of Object.entries(settings)) {
      expect(await ask(adminUrl, `SHOW ${setting}`), setting).toBe(value);
    }
  });

  it("gives up durability only when told to", async () => {
    const careless = await start({ durable: false });
    expect(await ask(careless.adminUrl, "SHOW fsync")).toBe("off");
    await careless.stop();
    const careful = await start({ durable: true });
    expect(await ask(careful.adminUrl, "SHOW fsync")).toBe("on");
  });

  it.each(["postgres", "template1"])(
    "lets no role but the superuser into the database %s",
    async (database) => {
      const { adminUrl } = await start();
      const url = new URL(adminUrl);
      url.username = url.password = "stranger";
      url.pathname = database;
      await expect(ask(url.href, "SELECT 1")).rejects.toMatchObject({ code: "42501" });
    },
  );
});

describe("after a start that died", () => {
  it("the server stops by itself when the process that started it is killed", async () => {
    const other = startInAnotherProcess();
    await once(other.stdout as NodeJS.ReadableStream, "data");
    expect(await answers()).toBe(true);
    other.kill("SIGKILL");
    await vi.waitFor(async () => expect(await answers()).toBe(false), { timeout: 10_000 });
  });

  it("the next start, at once, finds the data", async () => {
    const other = startInAnotherProcess();
    await once(other.stdout as NodeJS.ReadableStream, "data");
    other.kill("SIGKILL");
    await once(other, "exit");
    const { adminUrl } = await start();
    expect(await ask(adminUrl, "SELECT survivor FROM kept")).toBe(1);
  });

  it("a server left running on the cluster is stopped", async () => {
    const user = operatingUser(cluster);
    const leftover = spawn(
      findBinaries(user).postgres,
      ["-p", String(await freePort()), "-D", cluster, "-c", "unix_socket_directories="],
      { ...user, cwd: "/", env: { LC_ALL: "C" }, detached: true, stdio: ["ignore", "ignore", "pipe"] },
    );
    const gone = once(leftover, "exit");
    for await (const text of leftover.stderr) if (String(text).includes("ready to accept")) break;

    const { adminUrl } = await start();
    expect(await gone).toEqual([0, null]);
    expect(await ask(adminUrl, "SELECT survivor FROM kept")).toBe(1);
  });

  it("a lock whose process number now belongs to another program is set aside, the program spared", async () => {
    const bystander = spawn("sleep", ["60"]);
    await writeFile(join(cluster, "postmaster.pid"), `${bystander.pid}\n${cluster}\n`);
    await start();
    expect(commandLine(bystander.pid ?? 0)).toContain("sleep");
    bystander.kill();
  });

  it("a cluster whose making was cut off is made anew", async () => {
    const fresh = await temporaryDirectory();
    const other = startInAnotherProcess(fresh);
    await vi.waitFor(async () => expect((await readdir(fresh)).join()).toContain("initialising-"), {
      timeout: 20_000,
      interval: 5,
    });
    other.kill("SIGKILL");
    await once(other, "exit");
    expect(await readdir(fresh)).not.toContain("cluster");

    const postgres = await start({ on: fresh });
    expect(await ask(postgres.adminUrl, "SELECT 1")).toBe(1);
    await postgres.stop();
    await removed(postgres.cluster);
    await removed(fresh);
  });
});

describe("refused with one line", () => {
  async function refusal(on = directory): Promise<string> {
    const error = await start({ on }).then(
      () => expect.unreachable("it started"),
      (error: unknown) => error,
    );
    expect(error).toBeInstanceOf(StartupError);
    const { message } = error as StartupError;
    expect(message).not.toContain("\n");
    return message;
  }

  it("a port in use, with nothing made or left running", async () => {
    const fresh = await temporaryDirectory();
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(port, "127.0.0.1", resolve));
    try {
      expect(await refusal(fresh)).toMatch(new RegExp(`port ${port} .* POSTGRES_PORT`));
      expect(await readdir(fresh)).toEqual([]);
    } finally {
      occupant.close();
      await removed(fresh);
    }
  });

  it("a directory that cannot be written", async () => {
    const file = join(directory, "a-file");
    await writeFile(file, "");
    expect(await refusal(join(file, "below"))).toMatch(/data directory .*a-file\/below cannot be written/);
  });

  it("a second start while the first runs, which goes on", async () => {
    const { adminUrl } = await start();
    expect(await refusal()).toContain(`already runs on ${directory} (process ${process.pid})`);
    expect(await ask(adminUrl, "SELECT 1")).toBe(1);
  });

  it("a folder called cluster that holds something else, which is left as it was", async () => {
    const fresh = await temporaryDirectory();
    await mkdir(join(fresh, "cluster"));
    await writeFile(join(fresh, "cluster", "notes.txt"), "mine");
    await chmod(join(fresh, "cluster"), 0o755);
    expect(await refusal(fresh)).toContain("is not a whole PostgreSQL cluster");
    expect(await readdir(join(fresh, "cluster"))).toEqual(["notes.txt"]);
    await removed(fresh);
  });

  it.each([
    ["lost", undefined, "admin-password is missing"],
    ["changed", "wrong", "does not open the cluster"],
  ])("a password file that is %s, with no server left running", async (_, content, line) => {
    const file = join(directory, "admin-password");
    await rename(file, `${file}.kept`);
    if (content) await writeFile(file, content);
    expect(await refusal()).toContain(line);
    await rename(`${file}.kept`, file);
    expect(await answers()).toBe(false);
  });

  it("a server that gives up, with its log as the cause", async () => {
    const settings = join(cluster, "postgresql.conf");
    const good = await readFile(settings, "utf8");
    await writeFile(settings, `${good}\nshared_preload_libraries = 'absent'\n`);
    const error = await start().catch((error: StartupError) => error);
    await writeFile(settings, good);
    expect(error).toMatchObject({ message: expect.stringContaining('could not access file "absent"') });
    expect((error as Error & { cause: Error }).cause.message).toContain("FATAL");
  });
});
