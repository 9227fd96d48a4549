import type { MigrationInterface, QueryRunner } from "typeorm";

/** What came of each import of items, kept with the findings. */
export class Imports1700000002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE item_import (
        id            uuid PRIMARY KEY,
        list_id       text COLLATE "C" NOT NULL,
        batch_number  integer NOT NULL,
        format        text NOT NULL CHECK (format IN ('CSV', 'JSON')),
        dry_run       boolean NOT NULL,
        imported      boolean NOT NULL CHECK (NOT (imported AND dry_run)),
        row_count     integer NOT NULL,
        finding_count integer NOT NULL CHECK (finding_count = 0 OR NOT imported),
        findings      jsonb NOT NULL,
        at            timestamptz(3) NOT NULL,
        FOREIGN KEY (list_id, batch_number) REFERENCES list_batch (list_id, number)
      );
      CREATE INDEX item_import_batch ON item_import (list_id, batch_number, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE item_import");
  }
}
