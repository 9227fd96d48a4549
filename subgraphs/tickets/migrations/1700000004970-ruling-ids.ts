import type { MigrationInterface, QueryRunner } from "typeorm";

/** A ruling is known by an id of its own: whoever reads one without seeing its whistle is not to learn the whistle's number from a cursor. */
export class RulingIds1700000004970 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE duty_ruling ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid()",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE duty_ruling DROP COLUMN id");
  }
}
