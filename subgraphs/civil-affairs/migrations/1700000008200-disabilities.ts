import type { MigrationInterface, QueryRunner } from "typeorm";

/** Disabilities as certified: one certificate of a person at a time. */
export class Disabilities1700000008200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disability (
        district_code      text COLLATE "C" NOT NULL,
        resident_id        text COLLATE "C" NOT NULL,
        person_id          text COLLATE "C",
        place_code         text COLLATE "C" NOT NULL CHECK (place_code ~ '^\\d{12}(\\d{3})?$'),
        category           text NOT NULL CHECK (category IN
          ('VISUAL', 'HEARING', 'SPEECH', 'PHYSICAL', 'INTELLECTUAL', 'MENTAL', 'MULTIPLE')),
        grade              text NOT NULL CHECK (grade IN ('ONE', 'TWO', 'THREE', 'FOUR')),
        certificate_number text COLLATE "C" NOT NULL CHECK (certificate_number ~ '^\\d{17}[\\dX][1-7][1-4]$'),
        source             text NOT NULL CHECK (source IN
          ('APPLICATION', 'HOUSEHOLD_VISIT', 'COMMUNITY_REPORT', 'REGISTER_EXCHANGE')),
        issued_on          date NOT NULL,
        valid_until        date NOT NULL CHECK (valid_until >= issued_on),
        retain_until       date NOT NULL CHECK (retain_until >= valid_until),
        PRIMARY KEY (district_code, resident_id),
        UNIQUE (district_code, certificate_number),
        CHECK (left(resident_id, 7) = district_code || '-'),
        CHECK (left(place_code, 6) = district_code)
      );
      CREATE INDEX disability_place ON disability (place_code, resident_id);
      CREATE INDEX disability_person ON disability (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX disability_retention ON disability (retain_until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE disability");
  }
}
