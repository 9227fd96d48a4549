import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Level and parent follow from the code (GB/T 2260, GB/T 10114), so no row can contradict its own code. Validity ends
 * are exclusive: the first day on which it is no longer so.
 */
export class Divisions1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE division (
        code        text COLLATE "C" PRIMARY KEY CHECK (code ~ '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$'),
        name        text NOT NULL CHECK (name <> ''),
        level       text NOT NULL GENERATED ALWAYS AS (
          CASE length(code) WHEN 2 THEN 'PROVINCE' WHEN 4 THEN 'CITY' WHEN 6 THEN 'DISTRICT'
                            WHEN 9 THEN 'TOWNSHIP' ELSE 'COMMUNITY' END) STORED,
        parent_code text COLLATE "C" GENERATED ALWAYS AS (
          CASE length(code) WHEN 2 THEN NULL WHEN 4 THEN left(code, 2) WHEN 6 THEN left(code, 4)
                            WHEN 9 THEN left(code, 6) ELSE left(code, 9) END) STORED REFERENCES division (code),
        valid_from  date,
        valid_to    date,
        CHECK (valid_to > valid_from)
      );
      CREATE INDEX division_parent ON division (parent_code, code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE division");
  }
}
