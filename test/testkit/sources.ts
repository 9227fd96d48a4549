import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";
import type { World } from "../../infra/dataset/world/world.ts";
import { startBusinessRegister } from "../../infra/legacy/business-register/business-register-server.ts";
import { licenceRecords, registerRecord } from "../../infra/legacy/business-register/register-records.ts";
import { loadPoliceArchive } from "../../infra/legacy/police-archive/load.ts";
import { provisionPoliceArchive } from "../../infra/legacy/police-archive/provision.ts";

export interface TestSources {
  /** By the subgraph that reads each. */
  readonly urls: ReadonlyMap<string, string>;
  /** The police archive as the police themselves use it. */
  readonly policeArchive: string;
  close(): Promise<void>;
}

const key = "test";

/** The systems that departments had before, started for one test file: empty, or filled from a world. */
export async function openTestSources(world?: World): Promise<TestSources> {
  const enterprises = world ? [...world.enterprises()] : [];
  const register = await startBusinessRegister({
    businesses: enterprises.map(registerRecord),
    licences: enterprises.flatMap(licenceRecords),
    key,
    listen: 0,
  });
  const adminUrl = inject("adminUrl");
  const prefix = `test_${randomBytes(5).toString("hex")}`;
  const { owner, reader } = await provisionPoliceArchive(adminUrl, { prefix });
  if (world) await loadPoliceArchive(owner, world);
  return {
    urls: new Map([
      ["market-supervision", `${register.url}?key=${key}`],
      ["public-security", reader],
    ]),
    policeArchive: owner,
    async close() {
      await register.close();
      const admin = new Client({ connectionString: adminUrl });
      await admin.connect();
      try {
        const { pathname, username } = new URL(owner);
        await admin.query(
          `DROP DATABASE IF EXISTS ${escapeIdentifier(decodeURIComponent(pathname.slice(1)))} WITH (FORCE)`,
        );
        for (const role of [new URL(reader).username, username]) {
          await admin.query(`DROP ROLE IF EXISTS ${escapeIdentifier(decodeURIComponent(role))}`);
        }
      } finally {
        await admin.end();
      }
    },
  };
}
