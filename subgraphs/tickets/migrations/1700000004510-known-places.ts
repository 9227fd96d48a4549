import type { MigrationInterface, QueryRunner } from "typeorm";

/** Places of the grid centre's that the text of a demand names. Of demands that were there before none is known. */
export class KnownPlaces1700000004510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE demand ADD COLUMN known_places jsonb NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE demand DROP COLUMN known_places");
  }
}
