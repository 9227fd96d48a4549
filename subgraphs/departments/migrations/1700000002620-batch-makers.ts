import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which unit drew a batch up and which published it (GZ-11). */
export class BatchMakers1700000002620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE list_batch
        ADD opened_by_unit_code    text COLLATE "C",
        ADD published_by_unit_code text COLLATE "C";
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE list_batch DROP opened_by_unit_code, DROP published_by_unit_code");
  }
}
