import type { MigrationInterface, QueryRunner } from "typeorm";

/** Residents' committees by election: two are never in office at once. */
export class ResidentsCommittees1700000008300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE residents_committee (
        district_code   text COLLATE "C" NOT NULL,
        community_code  text COLLATE "C" NOT NULL,
        elected_on      date NOT NULL,
        term            integer NOT NULL CHECK (term > 0),
        in_office_from  date NOT NULL CHECK (in_office_from >= elected_on),
        in_office_until date NOT NULL CHECK (in_office_until > in_office_from),
        office_phone    text COLLATE "C" NOT NULL,
        source          text NOT NULL CHECK (source IN
          ('APPLICATION', 'HOUSEHOLD_VISIT', 'COMMUNITY_REPORT', 'REGISTER_EXCHANGE')),
        retain_until    date NOT NULL CHECK (retain_until >= in_office_until),
        PRIMARY KEY (district_code, community_code, elected_on),
        CHECK (left(community_code, 6) = district_code AND length(community_code) = 12),
        -- Communities whose fourth part is below 200 have a residents' committee; villages have one of their own law.
        CHECK (substr(community_code, 10, 3) < '200'),
        CONSTRAINT one_committee_in_office EXCLUDE USING gist (district_code WITH =, community_code WITH =,
          daterange(in_office_from, in_office_until, '[]') WITH &&)
      );
      CREATE INDEX residents_committee_retention ON residents_committee (retain_until);

      CREATE TABLE committee_member (
        district_code  text COLLATE "C" NOT NULL,
        community_code text COLLATE "C" NOT NULL,
        elected_on     date NOT NULL,
        rank           integer NOT NULL CHECK (rank BETWEEN 1 AND 9),
        name           text NOT NULL CHECK (name <> ''),
        office         text NOT NULL CHECK (office IN ('CHAIR', 'VICE_CHAIR', 'MEMBER')),
        PRIMARY KEY (district_code, community_code, elected_on, rank),
        CONSTRAINT chair_comes_first CHECK ((office = 'CHAIR') = (rank = 1)),
        FOREIGN KEY (district_code, community_code, elected_on) REFERENCES residents_committee ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE committee_member, residents_committee");
  }
}
