import type { MigrationInterface, QueryRunner } from "typeorm";

/** Old people who live alone: one record of a person at a time. */
export class ElderlyLivingAlone1700000008100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE elderly_living_alone (
        district_code    text COLLATE "C" NOT NULL,
        resident_id      text COLLATE "C" NOT NULL,
        person_id        text COLLATE "C",
        place_code       text COLLATE "C" NOT NULL CHECK (place_code ~ '^\\d{12}(\\d{3})?$'),
        name             text NOT NULL CHECK (name <> ''),
        address          text NOT NULL,
        age_group        text NOT NULL CHECK (age_group IN
          ('AGED_60_TO_69', 'AGED_70_TO_79', 'AGED_80_TO_89', 'AGED_90_AND_OVER')),
        living_situation text NOT NULL CHECK (living_situation IN
          ('CHILDREN_NEARBY', 'CHILDREN_ELSEWHERE', 'NO_CHILDREN')),
        uses_smartphone  boolean NOT NULL,
        contact_name     text,
        contact_phone    text COLLATE "C",
        contact_relation text CHECK (contact_relation IN ('CHILD', 'RELATIVE', 'NEIGHBOUR', 'COMMUNITY_WORKER')),
        source           text NOT NULL CHECK (source IN
          ('APPLICATION', 'HOUSEHOLD_VISIT', 'COMMUNITY_REPORT', 'REGISTER_EXCHANGE')),
        recorded_on      date NOT NULL,
        valid_until      date NOT NULL CHECK (valid_until >= recorded_on),
        retain_until     date NOT NULL CHECK (retain_until >= valid_until),
        PRIMARY KEY (district_code, resident_id),
        CHECK (left(resident_id, 7) = district_code || '-'),
        CHECK (left(place_code, 6) = district_code),
        CHECK (num_nulls(contact_name, contact_phone, contact_relation) IN (0, 3)),
        CONSTRAINT no_child_to_call CHECK (living_situation <> 'NO_CHILDREN' OR contact_relation IS DISTINCT FROM 'CHILD')
      );
      CREATE INDEX elderly_living_alone_place ON elderly_living_alone (place_code, resident_id);
      CREATE INDEX elderly_living_alone_person ON elderly_living_alone (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX elderly_living_alone_retention ON elderly_living_alone (retain_until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE elderly_living_alone");
  }
}
