import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { publicSecurity } from "../../../subgraphs/public-security/public-security.subgraph.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { startCommand } from "../../../test/testkit/command.ts";
import { createDatabases, type TestDatabases } from "../../../test/testkit/database.ts";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { loadDataset } from "../../dataset/load/load.ts";
import { createWorld, usualWorld } from "../../dataset/world/world.ts";
import { loadPoliceArchive } from "./load.ts";
import { type ArchiveUrls, provisionPoliceArchive } from "./provision.ts";

const adminUrl = inject("adminUrl");
const prefix = `test_${randomBytes(5).toString("hex")}`;
const world = createWorld(usualWorld);

let urls: ArchiveUrls;
let subgraph: TestSubgraph;

beforeAll(async () => {
  urls = await provisionPoliceArchive(adminUrl, { prefix });
  expect(await loadPoliceArchive(urls.owner, world)).toBe(true);
  subgraph = await openTestSubgraph(publicSecurity, { sourceUrl: urls.reader });
});
afterAll(async () => {
  await subgraph?.close();
  const name = `${prefix}_police_archive`;
  await ask(adminUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  await ask(adminUrl, `DROP ROLE IF EXISTS ${escapeIdentifier(`${name}_reader`)}`);
  await ask(adminUrl, `DROP ROLE IF EXISTS ${escapeIdentifier(name)}`);
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the police archive of the local stack", () => {
  it("is made once: made again it is what it was, and read with the same password", async () => {
    expect(await provisionPoliceArchive(adminUrl, { prefix })).toEqual(urls);
    expect(await loadPoliceArchive(urls.owner, world)).toBe(false);
    const [{ calls } = { calls: 0 }] = await ask(urls.reader, "SELECT count(JQBH)::int AS calls FROM T_JQ");
    expect(calls).toBe([...world.policeCalls()].length);
  });

  it("is made by a command of its own, read by the role, with the password and in the database that are given", async () => {
    const wanted = new URL(adminUrl);
    const name = `${prefix}_archive`;
    wanted.username = `${name}_given`;
    wanted.password = "given";
    wanted.pathname = name;
    const command = startCommand(
      { DATABASE_URL: adminUrl, SOURCE_URL_PUBLIC_SECURITY: wanted.href },
      [],
      "legacy/make-police-archive.ts",
    );
    expect(await command.ended()).toBe(0);
    expect(command.output.stdout).toContain(`database ${name}`);
    expect(await ask(wanted.href, "SELECT count(JQBH)::int AS calls FROM T_JQ")).toEqual([{ calls: 0 }]);
    await expect(ask(wanted.href, "DELETE FROM T_JQ")).rejects.toMatchObject({ code: "25006" });
    await ask(adminUrl, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`);
    for (const role of [`${name}_given`, name]) await ask(adminUrl, `DROP ROLE ${escapeIdentifier(role)}`);
  });

  it("is entered by no other role", async () => {
    const others: TestDatabases = await createDatabases(["grids"]);
    const trespass = new URL(others.urls.grids ?? "");
    trespass.pathname = new URL(urls.owner).pathname;
    await expect(ask(trespass.href, "SELECT 1")).rejects.toMatchObject({ code: "42501" });
    await others.drop();
  });

  it("is read through the subgraph without a value it does not know", async () => {
    const chief = person(Post.CHIEF_RESPONDER, { unit: "430105-PUBLIC-SECURITY", division: "430105" });
    const { data, errors } = await subgraph.ask<
      Record<string, { edges: { node: Record<string, unknown> }[] }>
    >(
      `{ policeCalls(filter: {}, first: 100) { edges { node { takenAt kind station { code } } } }
         rentedHouses(within: "430105", first: 100) { edges { node { use area safety tenants { name } station { code }
           floatingPeople { edges { node { number reason arrivedOn } } } } } }
         keyPlaces(within: "430105", first: 100) { edges { node { kinds securityClass } } } }`,
      {},
      { as: chief },
    );
    expect(errors).toEqual([]);
    for (const list of ["policeCalls", "rentedHouses", "keyPlaces"]) {
      const nodes = data[list]?.edges.map(({ node }) => node) ?? [];
      expect(nodes.length).toBeGreaterThan(10);
      expect(nodes.flatMap((node) => Object.values(node)).filter((value) => value === null)).toEqual([]);
    }
  });
});

describe("the subgraph's own part of the dataset", () => {
  it("is loaded with its log, which the feed then tells", async () => {
    const databases = await createDatabases([publicSecurity.name]);
    const given = new Map(Object.entries(databases.urls));
    expect(await loadDataset(given, { scale: "demo", seed: 1, today: "2026-06-30" })).toBe(true);
    const url = databases.urls[publicSecurity.name] ?? "";
    const [counted] = await ask(
      url,
      `SELECT (SELECT count(*)::int FROM disclosure_delay) AS delays,
              (SELECT count(*)::int FROM disclosure_extension) AS extensions,
              (SELECT count(*)::int FROM log_entry WHERE kind LIKE 'DISCLOSURE_%') AS entries`,
    );
    expect(counted).toEqual({ delays: 15, extensions: 5, entries: 25 });
    await databases.drop();
  });
});
