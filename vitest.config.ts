import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/testkit/longest-first.ts";
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
    // As `npm start`: rows of a dataset are more than Node's own young generation holds.
    execArgv: ["--max-semi-space-size=64"],
    // Files share what they import: loading TypeORM, type-graphql and Apollo anew for each took as long as the tests.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    // What comes at all may take its time: stack, PostgreSQL and browser share two cores.
    expect: { poll: { timeout: 12_000 } },
    hookTimeout: 120_000,
  },
});
