import type { MigrationInterface, QueryRunner } from "typeorm";

/** Photos and recordings are kept here, and no longer somewhere on the web. */
export class Media1700000004600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE media (
        id            uuid PRIMARY KEY,
        person_id     text COLLATE "C" NOT NULL,
        uploaded_at   timestamptz(3) NOT NULL,
        kind          text CHECK (kind IN ('PHOTO', 'VOICE', 'VIDEO')),
        content_type  text,
        bytes         integer,
        digest        text COLLATE "C",
        district_code text COLLATE "C",
        demand_number text COLLATE "C",
        place         smallint,
        FOREIGN KEY (district_code, demand_number) REFERENCES demand (district_code, number),
        CHECK (num_nulls(kind, content_type, bytes, digest) IN (0, 4)),
        CHECK (num_nulls(district_code, demand_number, place) IN (0, 3)),
        CHECK (demand_number IS NULL OR digest IS NOT NULL)
      );
      CREATE UNIQUE INDEX media_demand ON media (demand_number, place) WHERE demand_number IS NOT NULL;
      CREATE INDEX media_unclaimed ON media (uploaded_at) WHERE demand_number IS NULL;
      ALTER TABLE demand DROP COLUMN media;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE demand ADD COLUMN media text[] NOT NULL DEFAULT '{}';
      DROP TABLE media;
    `);
  }
}
