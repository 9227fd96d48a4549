import type { MigrationInterface, QueryRunner } from "typeorm";

export class Units1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Two Chinese characters are a word, and a trigram index cannot find them: the search goes by pairs instead.
    await runner.query(`
      CREATE FUNCTION bigrams(phrase text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT coalesce(array_agg(DISTINCT substr(phrase, place, 2)), '{}')
        FROM generate_series(1, length(phrase) - 1) AS place
      $$;
    `);
    await runner.query(`
      CREATE TABLE unit (
        code                         text COLLATE "C" PRIMARY KEY
                                       CHECK (code ~ '^\\d{6}(\\d{3}(\\d{3})?)?(-[A-Z0-9]+)*$'),
        district_code                text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(code, 6)) STORED,
        name                         text NOT NULL,
        second_name                  text,
        kind                         text NOT NULL CHECK (kind IN (
                                       'DISTRICT_GOVERNMENT', 'DEPARTMENT', 'SUBDISTRICT_OFFICE', 'COMMUNITY_OFFICE',
                                       'VILLAGE_COMMITTEE', 'INTERNAL_OFFICE', 'PUBLIC_INSTITUTION', 'STATION',
                                       'ENFORCEMENT_TEAM', 'GOVERNANCE_CENTRE', 'COMMAND_CENTRE', 'PARTY_BRANCH',
                                       'COMPANY')),
        level                        text NOT NULL CHECK (level IN ('DISTRICT', 'SUBDISTRICT', 'COMMUNITY', 'GRID')),
        parent_code                  text COLLATE "C" REFERENCES unit (code),
        division_code                text COLLATE "C" NOT NULL,
        government                   boolean NOT NULL,
        planning_participation       boolean NOT NULL DEFAULT false,
        stationed_body_coordination  boolean NOT NULL DEFAULT false,
        decision_proposal            boolean NOT NULL DEFAULT false,
        posts_responders             boolean NOT NULL DEFAULT false,
        full_time_staff              integer CHECK (full_time_staff >= 0),
        valid_from                   date NOT NULL,
        valid_until                  date CHECK (valid_until > valid_from),
        CHECK (parent_code <> code),
        CHECK (kind <> 'COMPANY' OR NOT government),
        CONSTRAINT capabilities_are_of_subdistricts CHECK (kind = 'SUBDISTRICT_OFFICE'
          OR NOT (planning_participation OR stationed_body_coordination OR decision_proposal))
      );
      CREATE INDEX unit_parent ON unit (parent_code, code);
      CREATE INDEX unit_district ON unit (district_code, code);
      CREATE INDEX unit_division ON unit (division_code, code);
      CREATE INDEX unit_name ON unit USING gin (bigrams(name || ' ' || coalesce(second_name, '')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE unit; DROP FUNCTION bigrams(text)");
  }
}
