import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabases, type TestDatabases } from "../../test/testkit/database.ts";
import { StartupError } from "../startup-error.ts";
import { provision } from "./provision.ts";

const names = ["grids", "departments", "tickets", "evaluation"];
const adminUrl = inject("adminUrl");

/** Answers with the first row, through one connection of its own. */
async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows[0];
  } finally {
    await client.end();
  }
}

function withLogin(url: string, username: string, password: string): string {
  const changed = new URL(url);
  changed.username = username;
  changed.password = password;
  return changed.href;
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = database;
  return changed.href;
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

async function dropAll(urls: Record<string, string>): Promise<void> {
  for (const name of Object.values(urls).map((url) => escapeIdentifier(databaseOf(url)))) {
    await ask(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    await ask(adminUrl, `DROP ROLE ${name}`);
  }
}

describe("a subgraph's role", () => {
  let databases: TestDatabases;
  const url = (name: string) => databases.urls[name] ?? expect.unreachable(`no URL for ${name}`);

  beforeAll(async () => {
    databases = await createDatabases(names);
  });
  afterAll(() => databases.drop());

  it.each(names)("%s works in its own database", async (name) => {
    await ask(url(name), "CREATE TABLE own AS SELECT 1 AS id");
    expect(await ask(url(name), "SELECT id FROM own")).toEqual({ id: 1 });
  });

  const pairs = names.flatMap((role) =>
    names.filter((other) => other !== role).map((other) => [role, other]),
  );
  it.each(pairs)("%s cannot enter the database of %s", async (role, other) => {
    const trespass = withDatabase(url(role ?? ""), new URL(url(other ?? "")).pathname);
    await expect(ask(trespass, "SELECT 1")).rejects.toMatchObject({ code: "42501" });
  });

  it.each([
    ["make a role", "CREATE ROLE another"],
    ["make a database", "CREATE DATABASE another"],
    ["read the server's files", "SELECT pg_read_file('postgresql.conf')"],
  ])("cannot %s", async (_, sql) => {
    await expect(ask(url("grids"), sql)).rejects.toMatchObject({ code: "42501" });
  });

  it("is refused with another role's password", async () => {
    const borrowed = withLogin(
      url("grids"),
      new URL(url("grids")).username,
      new URL(url("tickets")).password,
    );
    await expect(ask(borrowed, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  });

  it.each([
    ["statement_timeout", "30s"],
    ["lock_timeout", "5s"],
    ["idle_in_transaction_session_timeout", "1min"],
    ["TimeZone", "UTC"],
  ])("starts with %s = %s", async (setting, value) => {
    expect(Object.values((await ask(url("grids"), `SHOW ${setting}`)) ?? {})).toEqual([value]);
  });

  it("finds Chinese by trigram and orders it by code point", async () => {
    expect(
      await ask(url("grids"), "SELECT show_trgm('西长街') <> '{}' AS found, '一' < '丁' AS ordered"),
    ).toEqual({
      found: true,
      ordered: true,
    });
  });

  it("can exclude overlapping terms of an assignment", async () => {
    await ask(
      url("grids"),
      "CREATE TABLE term (grid int, during daterange, EXCLUDE USING gist (grid WITH =, during WITH &&))",
    );
  });
});

describe("provisioning", () => {
  const unique = () => `test_${randomBytes(5).toString("hex")}`;

  it("again changes nothing and keeps the data", async () => {
    const prefix = unique();
    const first = await provision(adminUrl, ["grids"], { prefix });
    await ask(first.grids ?? "", "CREATE TABLE kept (id int)");
    const second = await provision(adminUrl, ["grids"], { prefix });
    expect(second).toEqual(first);
    expect(await ask(second.grids ?? "", "SELECT count(*)::int AS n FROM kept")).toEqual({ n: 0 });
    await dropAll(first);
  });

  it("by several starters at once gives all of them the same databases", async () => {
    const prefix = unique();
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => provision(adminUrl, names, { prefix })));
    for (const other of others) expect(other).toEqual(first);
    await dropAll(first ?? {});
  });

  it("makes role, password and database as a given URL says", async () => {
    const [role, database] = [unique(), unique()];
    const url = withDatabase(withLogin(adminUrl, role, "p%40ss%2Fword"), database);
    const given = new Map([["grids", url]]);
    expect(await provision(adminUrl, ["grids"], { given })).toEqual({ grids: url });
    expect(await ask(url, "SELECT current_user AS role, current_database() AS database")).toEqual({
      role,
      database,
    });
    await ask(adminUrl, `DROP DATABASE ${database} WITH (FORCE)`);
    await ask(adminUrl, `DROP ROLE ${role}`);
  });

  it("takes names that need quoting", async () => {
    const prefix = `${unique()} "Kaifu" 区`;
    const urls = await provision(adminUrl, ["西长街"], { prefix });
    expect(await ask(urls.西长街 ?? "", "SELECT current_database() AS name")).toEqual({
      name: `${prefix}_西长街`,
    });
    await dropAll(urls);
  });

  describe("by an administrator who is no superuser", () => {
    const steward = unique();
    const stewardUrl = withLogin(adminUrl, steward, "p%40ss%2Fword");
    const prefix = unique();

    beforeAll(() => ask(adminUrl, `CREATE ROLE ${steward} LOGIN CREATEROLE CREATEDB PASSWORD 'p@ss/word'`));

    it("needs only CREATEROLE and CREATEDB", async () => {
      const database = new URL(adminUrl).pathname.slice(1);
      await ask(adminUrl, `GRANT CONNECT ON DATABASE ${database} TO ${steward}`);
      const urls = await provision(stewardUrl, ["grids", "tickets"], { prefix });
      expect(await provision(stewardUrl, ["grids", "tickets"], { prefix })).toEqual(urls);
      expect(
        await ask(urls.grids ?? "", "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"),
      ).toEqual({
        rolsuper: false,
      });
      const trespass = withDatabase(urls.grids ?? "", new URL(urls.tickets ?? "").pathname);
      await expect(ask(trespass, "SELECT 1")).rejects.toMatchObject({ code: "42501" });
      await dropAll(urls);
      await ask(adminUrl, `REVOKE CONNECT ON DATABASE ${database} FROM ${steward}`);
      await ask(adminUrl, `DROP ROLE ${steward}`);
    });
  });

  describe("is refused with one line", () => {
    it("without a password to derive the roles' from", async () => {
      await expect(provision("postgres://postgres@127.0.0.1/postgres", names)).rejects.toThrow(StartupError);
    });

    const named = (role: string, database: string) =>
      withDatabase(withLogin(adminUrl, role, "secret"), database);
    it.each<[string, Record<string, string>, RegExp]>([
      ["the same role for two", { grids: named("one", "a"), tickets: named("one", "b") }, /the user one:/],
      [
        "the same database for two",
        { grids: named("one", "a"), tickets: named("two", "a") },
        /the database a:/,
      ],
      [
        "the administrator for one",
        { grids: named(new URL(adminUrl).username, "a") },
        /the user .*: each subgraph needs its own/,
      ],
      ["no database", { grids: named("one", "") }, /does not say all of user, password and database/],
    ])("given %s", async (_, urls, reason) => {
      const given = new Map(Object.entries(urls));
      await expect(provision(adminUrl, Object.keys(urls), { given })).rejects.toThrow(reason);
    });

    it("where nobody listens, naming the server and not the password", async () => {
      const refusal = provision("postgres://admin:secret@127.0.0.1:1/postgres", names);
      await expect(refusal).rejects.toThrow(
        /^PostgreSQL at 127\.0\.0\.1:1 does not let admin in: .*ECONNREFUSED/,
      );
      await expect(refusal).rejects.not.toThrow(/secret/);
    });

    it("to an administrator who may not make roles and databases", async () => {
      const { urls, drop } = await createDatabases(["grids"]);
      await expect(provision(urls.grids ?? "", names)).rejects.toThrow(
        /needs the attributes CREATEROLE and CREATEDB/,
      );
      await drop();
    });

    it("when a database of that name belongs to somebody else", async () => {
      const prefix = unique();
      await ask(adminUrl, `CREATE DATABASE ${prefix}_grids`);
      await expect(provision(adminUrl, ["grids"], { prefix })).rejects.toThrow(
        `The database ${prefix}_grids belongs to`,
      );
      await dropAll({ grids: withDatabase(adminUrl, `${prefix}_grids`) });
    });
  });
});
