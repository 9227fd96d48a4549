import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";
import { provision } from "../../infra/postgres/provision.ts";

export interface TestDatabases {
  /** By subgraph name, each for the role that owns the database. */
  urls: Record<string, string>;
  /** Removes databases and roles, whoever is still connected. */
  drop(): Promise<void>;
}

/** Empty databases for one test file, made as a start makes them, under names no other file uses. */
export async function createDatabases(names: readonly string[]): Promise<TestDatabases> {
  const adminUrl = inject("adminUrl");
  const prefix = `test_${randomBytes(5).toString("hex")}`;
  const urls = await provision(adminUrl, names, { prefix });
  return {
    urls,
    async drop() {
      const admin = new Client({ connectionString: adminUrl });
      await admin.connect();
      try {
        for (const name of names.map((name) => escapeIdentifier(`${prefix}_${name.replaceAll("-", "_")}`))) {
          await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
          await admin.query(`DROP ROLE IF EXISTS ${name}`);
        }
      } finally {
        await admin.end();
      }
    },
  };
}
