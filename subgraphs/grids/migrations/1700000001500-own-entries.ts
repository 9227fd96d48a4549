import type { MigrationInterface, QueryRunner } from "typeorm";

/** A resident who signs in is found by their identity in whatever district has them on record. */
export class OwnEntries1700000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX resident_person ON resident (person_id) WHERE person_id IS NOT NULL");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX resident_person");
  }
}
