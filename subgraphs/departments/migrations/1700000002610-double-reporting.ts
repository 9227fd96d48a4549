import type { MigrationInterface, QueryRunner } from "typeorm";

/** 双报到: which bodies and people report to which community, from when until when (PG-17). */
export class DoubleReporting1700000002610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE double_reporting (
        id             uuid PRIMARY KEY,
        kind           text NOT NULL CHECK (kind IN ('PARTY_BODY', 'PARTY_MEMBER', 'CADRE', 'TEMPORARY_POST')),
        district_code  text COLLATE "C" NOT NULL,
        community_code text COLLATE "C" NOT NULL CHECK (community_code ~ '^\\d{12}$'),
        unit_code      text COLLATE "C" NOT NULL REFERENCES unit (code),
        person_id      text,
        name           text,
        post           text,
        valid_from     date NOT NULL,
        valid_until    date CHECK (valid_until > valid_from),
        version        integer NOT NULL DEFAULT 1,
        CHECK (left(community_code, 6) = district_code),
        CHECK ((kind = 'PARTY_BODY') = (person_id IS NULL)),
        CHECK ((person_id IS NULL) = (name IS NULL)),
        CHECK (kind = 'TEMPORARY_POST' OR post IS NULL),
        CONSTRAINT reports_once EXCLUDE USING gist (
          community_code WITH =, kind WITH =, (coalesce(person_id, unit_code)) WITH =,
          daterange(valid_from, valid_until) WITH &&)
      );
      CREATE INDEX double_reporting_community ON double_reporting (community_code, valid_from);
      CREATE INDEX double_reporting_unit ON double_reporting (unit_code, valid_from);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE double_reporting");
  }
}
