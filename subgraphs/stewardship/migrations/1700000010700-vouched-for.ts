import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whether the token says for whom somebody read. Nobody knows it of records that were sealed without: null there, for good. */
export class VouchedFor1700000010700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access_record
        ADD on_behalf_of_vouched boolean,
        ADD CONSTRAINT nobody_is_vouched_for CHECK (on_behalf_of IS NOT NULL OR on_behalf_of_vouched IS NOT TRUE);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE access_record DROP on_behalf_of_vouched");
  }
}
