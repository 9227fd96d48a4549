import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Who read what, a chain for each owner and district: each record seals the one before it. Records only ever come, and
 * go by the retention alone, which first puts on record how far it cuts and with which hash.
 */
export class AccessRecords1700000010300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_chain (
        district_code text COLLATE "C" NOT NULL,
        subgraph      text COLLATE "C" NOT NULL,
        sequence      integer NOT NULL,
        hash          text COLLATE "C" NOT NULL,
        PRIMARY KEY (district_code, subgraph)
      ) WITH (fillfactor = 50);

      CREATE TABLE access_record (
        district_code  text COLLATE "C" NOT NULL CHECK (length(district_code) = 6),
        subgraph       text COLLATE "C" NOT NULL,
        sequence       integer NOT NULL CHECK (sequence > 0),
        at             timestamptz(3) NOT NULL,
        person_id      text COLLATE "C" NOT NULL,
        post           text NOT NULL,
        unit           text COLLATE "C" NOT NULL,
        on_behalf_of   text COLLATE "C",
        operation_name text,
        operation_hash text COLLATE "C" NOT NULL,
        entity_type    text COLLATE "C" NOT NULL,
        entity_keys    text NOT NULL,
        fields         text[] NOT NULL,
        subjects       text[] NOT NULL,
        basis          text COLLATE "C",
        case_number    text COLLATE "C",
        grant_numbers  text[] NOT NULL,
        outcome        text COLLATE "C" NOT NULL CHECK (outcome IN ('GIVEN', 'MASKED', 'WITHHELD', 'NONE', 'FAILED')),
        rows_given     integer NOT NULL CHECK (rows_given >= 0),
        previous_hash  text COLLATE "C" NOT NULL CHECK (length(previous_hash) = 64),
        hash           text COLLATE "C" NOT NULL CHECK (length(hash) = 64),
        PRIMARY KEY (district_code, subgraph, sequence)
      );
      CREATE INDEX access_record_at ON access_record (district_code, at, subgraph, sequence);
      CREATE INDEX access_record_person ON access_record (district_code, person_id, at);
      CREATE INDEX access_record_case ON access_record (district_code, case_number, at) WHERE case_number IS NOT NULL;
      CREATE INDEX access_record_subjects ON access_record USING gin (subjects) WHERE subjects <> '{}';

      CREATE TABLE retention_rule (
        district_code text COLLATE "C" NOT NULL,
        subgraph      text COLLATE "C" NOT NULL,
        years         integer NOT NULL CHECK (years > 0),
        PRIMARY KEY (district_code, subgraph)
      );

      CREATE TABLE chain_cut (
        district_code text COLLATE "C" NOT NULL,
        subgraph      text COLLATE "C" NOT NULL,
        sequence      integer NOT NULL,
        hash          text COLLATE "C" NOT NULL,
        records       integer NOT NULL CHECK (records > 0),
        cut_at        timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, subgraph, sequence)
      );

      CREATE TABLE unusual_access_rule (
        district_code text COLLATE "C" NOT NULL,
        kind          text COLLATE "C" NOT NULL CHECK (kind IN ('BULK_READING', 'NO_OPEN_CASE')),
        subgraph      text COLLATE "C" NOT NULL,
        threshold     integer NOT NULL CHECK (threshold >= 0),
        PRIMARY KEY (district_code, kind, subgraph)
      );

      CREATE FUNCTION refuse_access_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF EXISTS (SELECT FROM chain_cut AS cut WHERE cut.district_code = OLD.district_code
                       AND cut.subgraph = OLD.subgraph AND cut.sequence >= OLD.sequence) THEN
            RETURN OLD;
          END IF;
        END IF;
        RAISE EXCEPTION 'access records are neither changed nor removed' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER access_record_append_only BEFORE UPDATE OR DELETE ON access_record
        FOR EACH ROW EXECUTE FUNCTION refuse_access_record_change();
      CREATE TRIGGER access_record_no_truncate BEFORE TRUNCATE ON access_record
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_access_record_change();

      CREATE FUNCTION refuse_false_cut() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF EXISTS (SELECT FROM access_record AS record WHERE record.district_code = NEW.district_code
                       AND record.subgraph = NEW.subgraph AND record.sequence = NEW.sequence
                       AND record.hash = NEW.hash) THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'a cut ends at a record there is, and stays' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER chain_cut_append_only BEFORE INSERT OR UPDATE OR DELETE ON chain_cut
        FOR EACH ROW EXECUTE FUNCTION refuse_false_cut();
      CREATE TRIGGER chain_cut_no_truncate BEFORE TRUNCATE ON chain_cut
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_false_cut();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE unusual_access_rule, chain_cut, retention_rule, access_record, access_chain;
      DROP FUNCTION refuse_access_record_change(), refuse_false_cut();
    `);
  }
}
