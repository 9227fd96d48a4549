import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who answers for a unit: never two at once where the rule says one. Ends are the first day no longer held. */
export class Appointments1700000002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE responder (
        id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_code      text COLLATE "C" NOT NULL REFERENCES unit (code),
        community_code text COLLATE "C" NOT NULL CHECK (community_code ~ '^\\d{12}$'),
        person_id      text NOT NULL,
        name           text NOT NULL,
        post           text NOT NULL,
        phone          text NOT NULL,
        valid_from     date NOT NULL,
        valid_until    date CHECK (valid_until > valid_from),
        version        integer NOT NULL DEFAULT 1,
        CHECK (left(community_code, 6) = left(unit_code, 6)),
        CONSTRAINT one_responder_per_unit_and_community EXCLUDE USING gist
          (unit_code WITH =, community_code WITH =, daterange(valid_from, valid_until) WITH &&)
      );
      CREATE INDEX responder_community ON responder (community_code, unit_code);
      CREATE INDEX responder_unit ON responder (unit_code, community_code);

      CREATE TABLE chief_responder (
        id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_code   text COLLATE "C" NOT NULL REFERENCES unit (code),
        person_id   text NOT NULL,
        name        text NOT NULL,
        post        text NOT NULL,
        phone       text NOT NULL,
        valid_from  date NOT NULL,
        valid_until date CHECK (valid_until > valid_from),
        version     integer NOT NULL DEFAULT 1,
        CONSTRAINT one_chief_responder_per_unit EXCLUDE USING gist
          (unit_code WITH =, daterange(valid_from, valid_until) WITH &&)
      );

      CREATE TABLE liaison (
        id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_code     text COLLATE "C" NOT NULL REFERENCES unit (code),
        division_code text COLLATE "C" NOT NULL CHECK (division_code ~ '^\\d{9}(\\d{3})?$'),
        person_id     text NOT NULL,
        name          text NOT NULL,
        post          text NOT NULL,
        phone         text NOT NULL,
        valid_from    date NOT NULL,
        valid_until   date CHECK (valid_until > valid_from),
        CONSTRAINT one_period_per_liaison EXCLUDE USING gist
          (unit_code WITH =, division_code WITH =, person_id WITH =, daterange(valid_from, valid_until) WITH &&)
      );

      CREATE TABLE team_member (
        id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_code      text COLLATE "C" NOT NULL REFERENCES unit (code),
        home_unit_code text COLLATE "C" NOT NULL REFERENCES unit (code),
        person_id      text NOT NULL,
        name           text NOT NULL,
        post           text NOT NULL,
        valid_from     date NOT NULL,
        valid_until    date CHECK (valid_until > valid_from),
        CHECK (team_code <> home_unit_code),
        CONSTRAINT one_team_per_person EXCLUDE USING gist
          (person_id WITH =, daterange(valid_from, valid_until) WITH &&)
      );
      CREATE INDEX team_member_team ON team_member (team_code, person_id);

      CREATE VIEW responder_duty AS
        SELECT department.code AS unit_code, community.code AS community_code, department.district_code,
               daterange(department.valid_from, department.valid_until)
                 * daterange(community.valid_from, community.valid_until) AS valid_during
        FROM unit AS department
        JOIN unit AS community USING (district_code)
        WHERE department.posts_responders AND community.kind IN ('COMMUNITY_OFFICE', 'VILLAGE_COMMITTEE');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP VIEW responder_duty; DROP TABLE team_member, liaison, chief_responder, responder",
    );
  }
}
