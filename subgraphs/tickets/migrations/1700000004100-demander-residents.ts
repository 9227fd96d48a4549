import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which resident a demander is, where that is known: what departments hold of them belongs to the case. */
export class DemanderResidents1700000004100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE demander ADD COLUMN resident_id text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE demander DROP COLUMN resident_id");
  }
}
