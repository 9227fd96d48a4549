import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** URL of a server on which the tests may make roles and databases. */
    adminUrl: string;
  }
}

/** Gives every test file one PostgreSQL server to make its databases on. */
export async function setup(project: TestProject): Promise<void> {
  project.provide("adminUrl", process.env.TEST_DATABASE_URL ?? "");
}
