import type { MigrationInterface, QueryRunner } from "typeorm";

/** Where a community lies whose grids are not drawn yet: without it the map of a district would have white patches. */
export class DivisionLand1700000001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE division
        ADD COLUMN land polygon CHECK (npoints(land) >= 3),
        ADD COLUMN land_synthetic boolean,
        ADD CHECK (land IS NULL OR length(code) = 12),
        ADD CHECK ((land IS NULL) = (land_synthetic IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE division DROP COLUMN land, DROP COLUMN land_synthetic");
  }
}
