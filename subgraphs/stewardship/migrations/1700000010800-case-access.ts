import type { MigrationInterface, QueryRunner } from "typeorm";

/** What owners open to whoever is called to a case, and cases they closed to somebody. Both are of the book of grants. */
export class CaseAccess1700000010800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_access_rule (
        district_code     text COLLATE "C" NOT NULL,
        number            text COLLATE "C" NOT NULL CHECK (number ~ '^\\d{6}-C-\\d{4,}$' AND left(number, 6) = district_code),
        owner             text COLLATE "C" NOT NULL REFERENCES subgraph_owner (subgraph),
        owner_unit        text COLLATE "C" NOT NULL,
        parts             text[] NOT NULL CHECK (cardinality(parts) > 0 AND parts <@ ARRAY['HANDLING', 'LEAD', 'ASSISTING']),
        coordinates       text[] NOT NULL CHECK (cardinality(coordinates) > 0),
        clear             text[] NOT NULL,
        list_maximum      integer CHECK (list_maximum > 0),
        valid_from        timestamptz(3) NOT NULL,
        valid_until       timestamptz(3) NOT NULL CHECK (valid_until > valid_from),
        reason            text NOT NULL,
        set_at            timestamptz(3) NOT NULL,
        set_by            text NOT NULL,
        withdrawn_at      timestamptz(3),
        withdrawn_by_unit text COLLATE "C",
        withdrawal_reason text,
        version           integer NOT NULL,
        PRIMARY KEY (district_code, number),
        CHECK (num_nulls(withdrawn_at, withdrawn_by_unit, withdrawal_reason) IN (0, 3))
      );
      CREATE INDEX case_access_rule_book ON case_access_rule (valid_until) WHERE withdrawn_at IS NULL;
      CREATE TRIGGER case_access_rule_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON case_access_rule
        FOR EACH STATEMENT EXECUTE FUNCTION raise_grant_version();

      CREATE TABLE case_exclusion (
        district_code text COLLATE "C" NOT NULL,
        number        text COLLATE "C" NOT NULL CHECK (number ~ '^\\d{6}-X-\\d{4,}$' AND left(number, 6) = district_code),
        owner         text COLLATE "C" NOT NULL REFERENCES subgraph_owner (subgraph),
        owner_unit    text COLLATE "C" NOT NULL,
        case_number   text COLLATE "C" NOT NULL CHECK (left(case_number, 6) = district_code),
        unit          text COLLATE "C" NOT NULL CHECK (left(unit, 6) = district_code),
        reason        text NOT NULL,
        excluded_at   timestamptz(3) NOT NULL,
        excluded_by   text NOT NULL,
        lifted_at     timestamptz(3),
        lift_reason   text,
        version       integer NOT NULL,
        PRIMARY KEY (district_code, number),
        CHECK (num_nulls(lifted_at, lift_reason) IN (0, 2))
      );
      CREATE UNIQUE INDEX case_exclusion_in_force ON case_exclusion (case_number, owner, unit) WHERE lifted_at IS NULL;
      CREATE TRIGGER case_exclusion_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON case_exclusion
        FOR EACH STATEMENT EXECUTE FUNCTION raise_grant_version();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE case_access_rule, case_exclusion");
  }
}
