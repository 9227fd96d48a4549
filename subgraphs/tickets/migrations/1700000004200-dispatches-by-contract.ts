import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whether a ticket was sent to a company. Of what was sent before nobody knows: it counts as one, and is shown no demander. */
export class DispatchesByContract1700000004200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatch ADD COLUMN by_contract boolean NOT NULL DEFAULT true;
      ALTER TABLE dispatch ALTER COLUMN by_contract DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE dispatch DROP COLUMN by_contract");
  }
}
