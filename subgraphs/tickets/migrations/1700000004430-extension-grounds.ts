import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who decided about a longer limit of a ticket, and why (延期审核意见). Of what was decided before nobody wrote it down. */
export class ExtensionGrounds1700000004430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE extension ADD COLUMN grounds text, ADD COLUMN decided_by_unit_code text COLLATE "C",
        ADD CHECK (num_nonnulls(grounds, decided_by_unit_code) IN (0, 2));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE extension DROP COLUMN grounds, DROP COLUMN decided_by_unit_code");
  }
}
