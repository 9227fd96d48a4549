import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables every subgraph keeps in its own database: the log, running numbers, idempotency keys and positions in others' feeds. */
class Foundations1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE log_entry (
        sequence   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        position   integer UNIQUE,
        subject    text NOT NULL,
        kind       text NOT NULL,
        at         timestamptz(3) NOT NULL,
        actor_id   text NOT NULL,
        actor_post text NOT NULL,
        actor_unit text NOT NULL,
        payload    jsonb NOT NULL
      );
      CREATE INDEX log_entry_subject ON log_entry (subject, sequence);
      CREATE INDEX log_entry_unplaced ON log_entry (sequence) WHERE position IS NULL;

      CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.position IS NULL
          AND to_jsonb(NEW) - 'position' = to_jsonb(OLD) - 'position' THEN RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER log_entry_append_only BEFORE UPDATE OR DELETE ON log_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
      CREATE TRIGGER log_entry_no_truncate BEFORE TRUNCATE ON log_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();

      CREATE TABLE running_number (
        district_code text COLLATE "C" NOT NULL,
        series        text COLLATE "C" NOT NULL,
        day           date NOT NULL,
        last          integer NOT NULL,
        PRIMARY KEY (district_code, series, day)
      );

      CREATE TABLE idempotency_key (
        principal_id text NOT NULL,
        key          text NOT NULL,
        fingerprint  text NOT NULL,
        answer       jsonb NOT NULL,
        at           timestamptz(3) NOT NULL,
        PRIMARY KEY (principal_id, key)
      );

      CREATE TABLE feed_position (
        feed     text PRIMARY KEY,
        position integer NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE feed_position, idempotency_key, running_number, log_entry;
      DROP FUNCTION refuse_log_change();
    `);
  }
}

/**
 * Wakes whoever follows the log as soon as entries are committed. The notice says only that there is something to read:
 * what is new is read by position, so that a notice may be lost or come twice.
 */
class FeedNotices1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION tell_of_log_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('feed', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER log_entry_notice AFTER INSERT ON log_entry
        FOR EACH STATEMENT EXECUTE FUNCTION tell_of_log_entry();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER log_entry_notice ON log_entry;
      DROP FUNCTION tell_of_log_entry();
    `);
  }
}

export const foundations = [Foundations1700000000000, FeedNotices1700000000100];
