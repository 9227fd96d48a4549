import type { MigrationInterface, QueryRunner } from "typeorm";

/** The roster: who is on duty when. What has begun is history: of a shift nothing changes but that it ends sooner. */
export class DutyShifts1700000002600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE unit ADD COLUMN round_the_clock boolean NOT NULL DEFAULT false;
      UPDATE unit SET round_the_clock = true WHERE kind = 'COMMAND_CENTRE';

      CREATE TABLE duty_shift (
        id            uuid PRIMARY KEY,
        district_code text COLLATE "C" NOT NULL,
        unit_code     text COLLATE "C" NOT NULL REFERENCES unit (code),
        job           text NOT NULL,
        person_id     text NOT NULL,
        name          text NOT NULL,
        post          text NOT NULL,
        phone         text NOT NULL,
        begins_at     timestamptz(3) NOT NULL,
        ends_at       timestamptz(3) NOT NULL CHECK (ends_at > begins_at),
        withdrawn_at  timestamptz(3),
        relieves_id   uuid REFERENCES duty_shift (id),
        version       integer NOT NULL DEFAULT 1,
        CHECK (left(unit_code, 6) = district_code),
        CHECK (withdrawn_at < begins_at),
        CONSTRAINT nobody_on_two_shifts EXCLUDE USING gist
          (person_id WITH =, tstzrange(begins_at, ends_at) WITH &&) WHERE (withdrawn_at IS NULL)
      );
      CREATE INDEX duty_shift_unit ON duty_shift USING gist (unit_code, tstzrange(begins_at, ends_at))
        WHERE withdrawn_at IS NULL;

      CREATE FUNCTION refuse_shift_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE changing text[] := ARRAY['ends_at', 'withdrawn_at', 'version'];
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.ends_at <= OLD.ends_at
          AND to_jsonb(NEW) - changing = to_jsonb(OLD) - changing THEN RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a shift only ends sooner or is withdrawn' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER duty_shift_stands BEFORE UPDATE OR DELETE ON duty_shift
        FOR EACH ROW EXECUTE FUNCTION refuse_shift_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE duty_shift;
      DROP FUNCTION refuse_shift_change();
      ALTER TABLE unit DROP COLUMN round_the_clock;
    `);
  }
}
