import type { MigrationInterface, QueryRunner } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabases } from "../../test/testkit/database.ts";
import { openDatabase } from "./database.ts";

let url: string;
let drop: () => Promise<void>;
beforeAll(async () => {
  const made = await createDatabases(["migrated"]);
  drop = made.drop;
  url = made.urls.migrated ?? "";
});
afterAll(() => drop());

/** Writes down what it was held to. */
class Limits1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE TABLE migrated_within AS SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE migrated_within");
  }
}

describe("a database whose role is held to seconds", () => {
  const limited = () => `${url}?options=${encodeURIComponent("-c statement_timeout=7s -c lock_timeout=5s")}`;
  const open = () => openDatabase({ url: limited(), entities: [], migrations: [Limits1700000000001] });

  it("is migrated without limits by one of those who open it, and asked within them", async () => {
    const opened = await Promise.all([open(), open(), open()]);
    try {
      for (const database of opened) {
        expect(await database.query("SELECT * FROM migrated_within")).toEqual([
          { statement: "0", lock: "0" },
        ]);
        // On the connection that migrated, which is given back first, and on others.
        const limits = Array.from({ length: 3 }, () => database.query("SHOW statement_timeout"));
        expect(await Promise.all(limits)).toEqual(Array(3).fill([{ statement_timeout: "7s" }]));
      }
    } finally {
      await Promise.all(opened.map((database) => database.destroy()));
    }
  });
});
