import { defineConfig } from "vitest/config";
import { Tally } from "./test/testkit/tally.ts";

export default defineConfig({
  // Without the alias our modules load graphql's ESM build and Apollo's load its CommonJS build: two realms.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["{gateway,subgraphs,schema,infra,test}/**/*.test.ts"],
    setupFiles: ["test/testkit/setup.ts"],
    globalSetup: ["test/testkit/postgres.ts"],
    reporters: ["default", new Tally()],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
