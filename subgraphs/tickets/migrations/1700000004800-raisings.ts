import type { MigrationInterface, QueryRunner } from "typeorm";

/** Why a whistle was raised and what was tried below; null for those raised before both were asked for. */
export class Raisings1700000004800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE whistle
        ADD COLUMN raising_reason text,
        ADD COLUMN raising_tried  text,
        ADD CONSTRAINT raised_with_reason CHECK (
          (raising_reason IS NULL) = (raising_tried IS NULL)
          AND (raising_reason IS NULL OR raised_from_number IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE whistle DROP COLUMN raising_reason, DROP COLUMN raising_tried");
  }
}
