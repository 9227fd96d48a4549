import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../infra/postgres/embedded.ts";
import { freePort } from "./free-port.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** URL of a server on which the tests may make roles and databases. */
    adminUrl: string;
  }
}

/** Gives every test file one PostgreSQL to make its databases on: `TEST_DATABASE_URL`, or one made for this run. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide("adminUrl", given);
    return undefined;
  }
  const directory = await temporaryDirectory();
  const postgres = await startEmbeddedPostgres({ directory, port: await freePort(), durable: false });
  project.provide("adminUrl", postgres.adminUrl);
  return async () => {
    await postgres.stop();
    for (const path of [postgres.cluster, directory]) await rm(path, { recursive: true, force: true });
  };
}
