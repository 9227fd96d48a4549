import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../../subgraphs/shared/database.ts";
import { createDatabases, type TestDatabases } from "../../../test/testkit/database.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { insertRows } from "./insert-rows.ts";

let databases: TestDatabases;
let database: DataSource;

beforeAll(async () => {
  databases = await createDatabases(["bulk"]);
  database = await openDatabase({ url: databases.urls.bulk ?? "", entities: [], migrations: [] });
  await database.query(`
    CREATE TABLE sample (
      id integer PRIMARY KEY, title text NOT NULL, is_open boolean, day date, held_at timestamptz(3),
      share double precision, words text[], facts jsonb, "order" integer DEFAULT 7)`);
});

afterAll(async () => {
  await database.destroy();
  await databases.drop();
});

const awkward = `"quoted", {braced}, back\\slash, 逗号，NULL, line
break`;

it("keeps every value as it was given", async () => {
  const row = {
    id: 1,
    title: awkward,
    isOpen: false,
    day: "2026-06-30",
    heldAt: new Date("2026-06-30T09:15:00.250+08:00"),
    share: 0.1 + 0.2,
    words: [awkward, "", "NULL"],
    facts: { said: awkward, parts: [{ n: 1 }, null] },
  };
  const empty = {
    id: 2,
    title: "",
    isOpen: null,
    day: null,
    heldAt: null,
    share: null,
    words: [],
    facts: ["a list is JSON here"],
  };
  await insertRows(database.manager, () => undefined)("sample", [row, empty]);

  const [kept, bare] = await database.query(
    `SELECT id, title, is_open AS "isOpen", day::text, held_at AS "heldAt", share, words, facts FROM sample
     WHERE id < 3 ORDER BY id`,
  );
  expect(kept).toEqual(row);
  expect(bare).toEqual(empty);
});

it("sends thousands of rows in few statements and tells how many are in", async () => {
  const told: number[] = [];
  const rows = function* () {
    for (let id = 10; id < 4_510; id++) yield { id, title: "row" };
  };
  const insert = insertRows(database.manager, (count) => told.push(count));
  const statements = await statementsOf(database, () => insert("sample", rows()));
  expect(statements.filter((sql) => sql.startsWith("INSERT"))).toHaveLength(3);
  expect(told).toEqual([2_000, 2_000, 500]);
  const [{ count, usual }] = await database.query(
    `SELECT count(*)::int, min("order") AS usual FROM sample WHERE id >= 10`,
  );
  expect({ count, usual }).toEqual({ count: 4_500, usual: 7 });
});

it("fails on a row that breaks a rule of the table, and on a column the table does not have", async () => {
  const insert = insertRows(database.manager, () => undefined);
  await expect(insert("sample", [{ id: 1, title: "again" }])).rejects.toThrow("sample_pkey");
  await expect(insert("sample", [{ id: 9_001, colour: "red" }])).rejects.toThrow("no column colour");
});
