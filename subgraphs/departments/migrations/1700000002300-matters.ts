import type { MigrationInterface, QueryRunner } from "typeorm";

/** The catalogue of matters and, by version, which department leads which matter where (PG-4). */
export class Matters1700000002300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION searchable(name text, keywords text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT name || ' ' || array_to_string(keywords, ' ')
      $$;

      CREATE TABLE matter (
        code          text COLLATE "C" PRIMARY KEY CHECK (code ~ '^\\d{6}-\\d{2}(\\d{2})?$'),
        district_code text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(code, 6)) STORED,
        parent_code   text COLLATE "C" GENERATED ALWAYS AS (CASE WHEN length(code) = 11 THEN left(code, 9) END) STORED
                        REFERENCES matter (code),
        name          text NOT NULL,
        keywords      text[] NOT NULL DEFAULT '{}',
        UNIQUE NULLS NOT DISTINCT (district_code, parent_code, name)
      );
      CREATE INDEX matter_parent ON matter (parent_code, code);
      CREATE INDEX matter_search ON matter USING gin (bigrams(searchable(name, keywords)));

      CREATE TABLE dispatch_catalogue (
        district_code     text COLLATE "C" NOT NULL,
        version           integer NOT NULL CHECK (version > 0),
        effective_from    date NOT NULL,
        arbiter_unit_code text COLLATE "C" NOT NULL REFERENCES unit (code),
        PRIMARY KEY (district_code, version),
        UNIQUE (district_code, effective_from)
      );

      CREATE TABLE dispatch_rule (
        district_code     text COLLATE "C" NOT NULL,
        catalogue_version integer NOT NULL,
        matter_code       text COLLATE "C" NOT NULL REFERENCES matter (code),
        unit_code         text COLLATE "C" NOT NULL REFERENCES unit (code),
        division_code     text COLLATE "C" NOT NULL,
        item_code         text COLLATE "C" REFERENCES power_item (code),
        PRIMARY KEY (district_code, catalogue_version, matter_code, unit_code, division_code),
        FOREIGN KEY (district_code, catalogue_version) REFERENCES dispatch_catalogue (district_code, version),
        CHECK (left(matter_code, 6) = district_code AND left(division_code, 6) = district_code)
      );
      CREATE INDEX dispatch_rule_item ON dispatch_rule (item_code);

      CREATE TABLE overlap_rule (
        district_code     text COLLATE "C" NOT NULL,
        catalogue_version integer NOT NULL,
        matter_code       text COLLATE "C" NOT NULL REFERENCES matter (code),
        division_code     text COLLATE "C" NOT NULL,
        unit_code         text COLLATE "C" NOT NULL REFERENCES unit (code),
        document          text NOT NULL,
        PRIMARY KEY (district_code, catalogue_version, matter_code, division_code),
        FOREIGN KEY (district_code, catalogue_version) REFERENCES dispatch_catalogue (district_code, version),
        CHECK (left(matter_code, 6) = district_code AND left(division_code, 6) = district_code)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE overlap_rule, dispatch_rule, dispatch_catalogue, matter;
      DROP FUNCTION searchable(text, text[]);
    `);
  }
}
