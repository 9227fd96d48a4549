import type { MigrationInterface, QueryRunner } from "typeorm";

export class Divisions1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE division (
        code        text COLLATE "C" PRIMARY KEY,
        name        text NOT NULL,
        level       text NOT NULL,
        parent_code text COLLATE "C" REFERENCES division (code)
      );
      CREATE INDEX division_parent ON division (parent_code, code);
      CREATE INDEX division_name ON division USING gin (name gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE division");
  }
}
