import type { MigrationInterface, QueryRunner } from "typeorm";

/** The open ledger is read by unit and age (ZY-18). */
export class OpenLedger1700000004840 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE INDEX ticket_ledger ON ticket (district_code, ledgered_at) WHERE ledgered_at IS NOT NULL",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX ticket_ledger");
  }
}
