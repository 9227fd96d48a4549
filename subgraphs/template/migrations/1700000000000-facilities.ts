import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the database itself holds to: numbers and grids of the district the row is in. */
export class Facilities1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "facility" (
        district_code     text COLLATE "C" NOT NULL,
        number            text COLLATE "C" NOT NULL CHECK (number ~ '^\\d{6}-FACILITY-\\d{4,}$'),
        name              text NOT NULL CHECK (name <> ''),
        grid_code         text COLLATE "C" NOT NULL CHECK (grid_code ~ '^\\d{15}$'),
        contact_name      text NOT NULL CHECK (contact_name <> ''),
        contact_person_id text COLLATE "C",
        PRIMARY KEY (district_code, number),
        CHECK (left(number, 6) = district_code),
        CHECK (left(grid_code, 6) = district_code)
      );
      CREATE INDEX facility_grid ON "facility" (grid_code, district_code, number);
      CREATE INDEX facility_contact ON "facility" (contact_person_id) WHERE contact_person_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "facility"');
  }
}
