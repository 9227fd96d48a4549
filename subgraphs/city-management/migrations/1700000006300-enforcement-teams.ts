import type { MigrationInterface, QueryRunner } from "typeorm";

/** One team a sub-district, nobody in two at once (KF-14). Ends are the first day no longer served. */
export class EnforcementTeams1700000006300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE enforcement_team (
        district_code text COLLATE "C" NOT NULL,
        division_code text COLLATE "C" NOT NULL CHECK (division_code ~ '^\\d{9}$'),
        unit_code     text COLLATE "C" NOT NULL,
        formed_on     date NOT NULL,
        PRIMARY KEY (district_code, division_code),
        CHECK (left(division_code, 6) = district_code),
        CHECK (starts_with(unit_code, division_code || '-'))
      );

      CREATE TABLE enforcement_team_member (
        district_code  text COLLATE "C" NOT NULL,
        id             uuid NOT NULL,
        division_code  text COLLATE "C" NOT NULL,
        home_unit_code text COLLATE "C" NOT NULL,
        person_id      text COLLATE "C" NOT NULL,
        name           text NOT NULL CHECK (name <> ''),
        phone          text COLLATE "C" NOT NULL CHECK (phone ~ '^1[3-9]\\d{9}$'),
        post           text NOT NULL CHECK (post <> ''),
        valid_from     date NOT NULL,
        valid_until    date CHECK (valid_until > valid_from),
        PRIMARY KEY (district_code, id),
        FOREIGN KEY (district_code, division_code) REFERENCES enforcement_team (district_code, division_code),
        -- The home department stays a department of the district: the team itself is nobody's home.
        CHECK (left(home_unit_code, 6) = district_code AND home_unit_code NOT LIKE '%-ENFORCEMENT-TEAM'),
        CONSTRAINT one_enforcement_team_at_a_time EXCLUDE USING gist
          (district_code WITH =, person_id WITH =, daterange(valid_from, valid_until) WITH &&)
      );
      CREATE INDEX enforcement_team_member_team ON enforcement_team_member (district_code, division_code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE enforcement_team_member, enforcement_team");
  }
}
