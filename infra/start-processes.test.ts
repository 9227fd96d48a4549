import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { subgraphs } from "../schema/subgraphs.ts";
import { allGone, type Command, freePorts, processesOf, startCommand } from "../test/testkit/command.ts";
import { temporaryDirectory } from "../test/testkit/temporary-directory.ts";
import { rolePassword } from "./postgres/role-password.ts";
import { variableOf } from "./settings.ts";

// A start takes seconds; on a machine that is busy with other things, many.
vi.setConfig({ testTimeout: 120_000 });

const names = subgraphs.map(({ name }) => name);
const adminUrl = inject("adminUrl");
/** A start names its databases itself; a server of the developer's own may hold some that are in use. */
const databaseOf = (name: string): string => `whistlegraph_${name.replaceAll("-", "_")}`;

let directory: string;
let ports: Record<string, string>;
let gatewayUrl: string;
let command: Command;
let token: string;

async function start(settings: Record<string, string>, options: readonly string[] = []): Promise<void> {
  command = startCommand({ ...ports, DATA_DIRECTORY: directory, ...settings }, options);
  [, token = ""] = /Bearer (\S+)'/.exec(await command.ready()) ?? [];
}

async function onServer<Row = unknown>(sql: string, url = adminUrl): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const within = (database: string): string => Object.assign(new URL(adminUrl), { pathname: database }).href;

beforeAll(async () => {
  const inUse = await onServer("SELECT datname FROM pg_database WHERE datname LIKE 'whistlegraph\\_%'");
  if (inUse.length > 0) throw new Error("the test server holds Whistlegraph's databases: use another");
  directory = await temporaryDirectory();
  ports = await freePorts(names);
  gatewayUrl = `http://127.0.0.1:${ports.PORT}`;
  await start({ DATABASE_URL: adminUrl }, ["--processes"]);
});
afterAll(async () => {
  command.kill("SIGKILL");
  await command.ended();
  await allGone(processesOf(command));
  for (const name of names.map(databaseOf)) {
    await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await onServer(`DROP ROLE IF EXISTS ${name}`);
  }
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly path: unknown; readonly extensions: Record<string, unknown> }[];
}

async function ask(query: string, url = gatewayUrl): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { status: response.status, text, ...JSON.parse(text) };
}

async function health(url = gatewayUrl): Promise<{ status: number; subgraphs?: Record<string, string> }> {
  const response = await fetch(`${url}/health/ready`);
  return { ...((await response.json()) as object), status: response.status };
}

const processOf = (name: string) =>
  processesOf(command).find((each) => each.command.endsWith(`start-subgraph.ts ${name}`));
const subgraphUrl = (name: string): string => ports[variableOf("SUBGRAPH_URL", name)] ?? "";
const allReady = Object.fromEntries(names.map((name) => [name, "ready"]));
const untilAllReady = () =>
  expect.poll(async () => (await health()).subgraphs, { timeout: 20_000 }).toEqual(allReady);

/** Asks two departments at once. */
const twoDepartments = `{ division(code: "430105") { name } tickets(first: 1) { edges { node { number } } } }`;

it("each subgraph runs in a process of its own, and the graph answers", async () => {
  expect(await health()).toEqual({ status: 200, subgraphs: allReady });
  for (const name of names) expect(processOf(name)).toBeDefined();
  expect((await ask(twoDepartments)).data).toEqual({ division: null, tickets: { edges: [] } });
});

it("a subgraph reached directly refuses, whatever the token", async () => {
  for (const name of names) {
    const { status, errors, data } = await ask("{ __typename }", subgraphUrl(name));
    expect([name, status, errors?.[0]?.extensions.code, data]).toEqual([
      name,
      401,
      "UNSIGNED_REQUEST",
      undefined,
    ]);
  }
});

describe("while one department's system is down", () => {
  it("killed: the rest is answered, the gap is named without saying where it runs, and it is started again", async () => {
    process.kill(processOf("grids")?.pid ?? 0, "SIGKILL");
    await expectGap("grids", { division: null, tickets: { edges: [] } });
    expect(await health()).toMatchObject({ status: 200, subgraphs: { ...allReady, grids: "unreachable" } });

    await untilAllReady();
    expect((await ask(twoDepartments)).errors).toBeUndefined();
  });

  it("its database gone: so is it, and the gateway stays ready", async () => {
    await letIn("grids", false);
    expect(await health(subgraphUrl("grids"))).toMatchObject({ status: 503 });
    expect(await health()).toMatchObject({ status: 200, subgraphs: { ...allReady, grids: "unavailable" } });
    await expectGap("grids", { division: null, tickets: { edges: [] } });

    await letIn("grids", true);
    await untilAllReady();
    expect((await ask(twoDepartments)).errors).toBeUndefined();
  });

  async function expectGap(subgraph: string, data: unknown): Promise<void> {
    const answer = await ask(twoDepartments);
    expect(answer.data).toEqual(data);
    expect(answer.errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({
          code: "SUBGRAPH_UNAVAILABLE",
          details: { subgraph, owner: "GOVERNANCE-CENTRE", ownerZh: "社会治安综合治理中心" },
        }),
      }),
    ]);
    expect(answer.text).not.toMatch(/https?:|127\.0\.0\.1|ECONN|postgres/);
    expect(answer.text).not.toContain(new URL(subgraphUrl(subgraph)).port);
  }

  async function letIn(name: string, allowed: boolean): Promise<void> {
    const database = databaseOf(name);
    await onServer(`ALTER DATABASE ${database} ALLOW_CONNECTIONS ${allowed}`);
    await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`);
  }
});

describe("the end", () => {
  it("killed outright, no subgraph outlives the start; the next one, with workers, takes the databases as they are", async () => {
    await onServer("CREATE TABLE kept AS SELECT 1 AS survivor", within(databaseOf("tickets")));
    const processes = processesOf(command);
    command.kill("SIGKILL");
    expect(await command.ended()).toBe("SIGKILL");
    await allGone(processes);

    const password = (name: string) =>
      rolePassword(decodeURIComponent(new URL(adminUrl).password), databaseOf(name));
    const urls = names.map((name) => {
      const url = Object.assign(new URL(within(databaseOf(name))), {
        username: databaseOf(name),
        password: password(name),
      });
      return [variableOf("DATABASE_URL", name), url.href] as const;
    });
    const archive = within(databaseOf("police-archive"));
    await start({ ...Object.fromEntries(urls), SOURCE_URL_PUBLIC_SECURITY: archive, WORKERS: "2" });
    expect(
      processesOf(command).filter((each) => /start-gateway-worker\.ts$/.test(each.command)),
    ).toHaveLength(2);
    for (const name of names) expect(processOf(name)).toBeDefined();
    expect((await ask(twoDepartments)).errors).toBeUndefined();
    expect(await onServer("SELECT survivor FROM kept", within(databaseOf("tickets")))).toEqual([
      { survivor: 1 },
    ]);
  });

  it("told to end, it answers what is under way, refuses what comes, and leaves nothing running", async () => {
    const blocker = new Client({ connectionString: within(databaseOf("tickets")) });
    await blocker.connect();
    await blocker.query("BEGIN; LOCK TABLE ticket IN ACCESS EXCLUSIVE MODE");
    const underWay = ask(twoDepartments);
    await expect
      .poll(() =>
        onServer(
          "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename = 'whistlegraph_tickets'",
        ),
      )
      .toHaveLength(1);

    const processes = processesOf(command);
    command.kill("SIGTERM");
    await expect
      .poll(async () => (await ask("{ __typename }")).status, { interval: 5, timeout: 5_000 })
      .toBe(503);
    await blocker.query("COMMIT");
    await blocker.end();

    expect(await underWay).toMatchObject({ status: 200, data: { tickets: { edges: [] } } });
    expect(await command.ended()).toBe(0);
    await allGone(processes);
  });
});
