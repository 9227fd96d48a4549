import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What owners let others read. `grant_version` is the number of the last change of any of it: raised in the transaction
 * of the change, whose row lock lasts to its commit, so that a number once seen stands for everything up to it.
 */
export class DataGrants1700000010100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE numbering (
        district_code text COLLATE "C" NOT NULL,
        mark          text COLLATE "C" NOT NULL,
        last          integer NOT NULL,
        PRIMARY KEY (district_code, mark)
      );

      CREATE TABLE agreement (
        district_code      text COLLATE "C" NOT NULL,
        number             text COLLATE "C" NOT NULL CHECK (number ~ '^\\d{6}-A-\\d{4,}$' AND left(number, 6) = district_code),
        parties            text[] NOT NULL CHECK (cardinality(parties) = 2 AND parties[1] <> parties[2]),
        purpose            text NOT NULL,
        valid_from         date NOT NULL,
        valid_until        date NOT NULL CHECK (valid_until > valid_from),
        registered_at      timestamptz(3) NOT NULL,
        registered_by_unit text COLLATE "C" NOT NULL,
        PRIMARY KEY (district_code, number)
      );

      CREATE TABLE data_grant (
        district_code     text COLLATE "C" NOT NULL,
        number            text COLLATE "C" NOT NULL CHECK (number ~ '^\\d{6}-[GB]-\\d{4,}$' AND left(number, 6) = district_code),
        state             text NOT NULL CHECK (state IN ('REQUESTED', 'APPROVED', 'REFUSED', 'REVOKED')),
        owner             text COLLATE "C" NOT NULL REFERENCES subgraph_owner (subgraph),
        owner_unit        text COLLATE "C" NOT NULL,
        consumer          text COLLATE "C" NOT NULL CHECK (left(consumer, 6) = district_code),
        posts             text[] CHECK (cardinality(posts) > 0),
        coordinates       text[] NOT NULL CHECK (cardinality(coordinates) > 0),
        purposes          text[] NOT NULL CHECK (cardinality(purposes) > 0),
        rows              text NOT NULL CHECK (rows IN ('OWN_DIVISION', 'OWN_GRIDS', 'THIS_CASE', 'ALL')),
        clear             text[] NOT NULL,
        case_number       text COLLATE "C",
        valid_from        timestamptz(3) NOT NULL,
        valid_until       timestamptz(3) NOT NULL CHECK (valid_until > valid_from),
        list_maximum      integer CHECK (list_maximum > 0),
        requested_at      timestamptz(3) NOT NULL,
        requested_by      text NOT NULL,
        requested_by_unit text COLLATE "C" NOT NULL,
        requested_by_post text NOT NULL,
        request_reason    text NOT NULL,
        decided_at        timestamptz(3),
        decided_by        text,
        decided_by_unit   text COLLATE "C",
        decision_reason   text,
        revoked_at        timestamptz(3),
        revoked_by_unit   text COLLATE "C",
        revocation_reason text,
        version           integer NOT NULL,
        PRIMARY KEY (district_code, number),
        CHECK (num_nulls(decided_at, decided_by, decided_by_unit, decision_reason) IN (0, 4)),
        CHECK (num_nulls(revoked_at, revoked_by_unit, revocation_reason) IN (0, 3)),
        CONSTRAINT decided_by_another CHECK (decided_by <> requested_by),
        CONSTRAINT decided_before_it_opens_anything CHECK
          (state = 'REQUESTED' OR decided_at IS NOT NULL OR number LIKE '%-B-%'),
        CONSTRAINT glass_is_broken_for_one_case CHECK
          (number NOT LIKE '%-B-%' OR (rows = 'THIS_CASE' AND case_number IS NOT NULL))
      );
      CREATE INDEX data_grant_book ON data_grant (valid_until) WHERE state = 'APPROVED';
      CREATE INDEX data_grant_owner ON data_grant (district_code, owner, number);
      CREATE INDEX data_grant_consumer ON data_grant (district_code, consumer, number);
      CREATE INDEX data_grant_coordinates ON data_grant USING gin (coordinates);

      CREATE TABLE grant_version (
        single  boolean PRIMARY KEY DEFAULT true CHECK (single),
        version integer NOT NULL
      );
      INSERT INTO grant_version (version) VALUES (0);

      CREATE FUNCTION raise_grant_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE grant_version SET version = version + 1;
        RETURN NULL;
      END $$;
      CREATE TRIGGER data_grant_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON data_grant
        FOR EACH STATEMENT EXECUTE FUNCTION raise_grant_version();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE grant_version, data_grant, agreement, numbering;
      DROP FUNCTION raise_grant_version();
    `);
  }
}
