import type { MigrationInterface, QueryRunner } from "typeorm";

/** Agreements that were ended before their time. */
export class AgreementEnds1700000010500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agreement
        ADD ended_at      timestamptz(3),
        ADD ended_by_unit text COLLATE "C",
        ADD end_reason    text,
        ADD version       integer NOT NULL DEFAULT 1,
        ADD CHECK (num_nulls(ended_at, ended_by_unit, end_reason) IN (0, 3));
      ALTER TABLE agreement ALTER version DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE agreement DROP ended_at, DROP ended_by_unit, DROP end_reason, DROP version",
    );
  }
}
