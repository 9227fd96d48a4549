import type { MigrationInterface, QueryRunner } from "typeorm";

export class Whistles1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE whistle_profile (
        district_code text COLLATE "C" NOT NULL CHECK (district_code ~ '^\\d{6}$'),
        version       integer NOT NULL CHECK (version > 0),
        valid_from    date NOT NULL,
        rules         jsonb NOT NULL,
        PRIMARY KEY (district_code, version)
      );
      CREATE FUNCTION refuse_profile_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a whistle profile keeps the version whistles were blown under'
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER whistle_profile_stays BEFORE UPDATE OR DELETE ON whistle_profile
        FOR EACH ROW EXECUTE FUNCTION refuse_profile_change();

      CREATE TABLE whistle (
        district_code         text COLLATE "C" NOT NULL,
        number                text COLLATE "C" NOT NULL CHECK (number ~ '^\\d{6}-W-\\d{8}-\\d{4,}$'),
        kind                  text NOT NULL,
        level                 integer NOT NULL CHECK (level > 0),
        profile_version       integer NOT NULL,
        theme                 text,
        source                text NOT NULL,
        state                 text NOT NULL CHECK (state IN (
                                'DRAFT', 'BLOWN', 'SIGNED', 'ARRIVED', 'MEASURES_ISSUED', 'RESOLVED', 'CONFIRMED',
                                'EVALUATED', 'CLOSED', 'DISPUTED', 'WITHDRAWN', 'RULED_MISUSE')),
        blower_post           text NOT NULL,
        blower_unit_code      text COLLATE "C" NOT NULL,
        blower_id             text NOT NULL,
        division_code         text COLLATE "C" NOT NULL,
        grid_code             text COLLATE "C" CHECK (grid_code ~ '^\\d{15}$'),
        no_grid_yet           boolean NOT NULL,
        estate_code           text COLLATE "C",
        demand                text NOT NULL,
        assembly              text[] NOT NULL DEFAULT '{}',
        created_at            timestamptz(3) NOT NULL,
        blown_at              timestamptz(3),
        resolved_at           timestamptz(3),
        confirmed_at          timestamptz(3),
        confirmation_note     text,
        accepted_by_demander  boolean,
        evaluated_at          timestamptz(3),
        ended_at              timestamptz(3),
        end_reason            text,
        raised_from_number    text COLLATE "C",
        version               integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        FOREIGN KEY (district_code, profile_version) REFERENCES whistle_profile (district_code, version),
        FOREIGN KEY (district_code, raised_from_number) REFERENCES whistle (district_code, number),
        CHECK (left(number, 6) = district_code AND left(division_code, 6) = district_code),
        CONSTRAINT blown_or_waiting CHECK (blown_at IS NOT NULL OR state IN ('DRAFT', 'WITHDRAWN')),
        CONSTRAINT whistle_in_the_grid CHECK ((grid_code IS NULL) = no_grid_yet),
        CONSTRAINT ended_has_an_end CHECK ((state IN ('CLOSED', 'WITHDRAWN', 'RULED_MISUSE')) = (ended_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX raised_once ON whistle (district_code, raised_from_number)
        WHERE raised_from_number IS NOT NULL;
      CREATE INDEX whistle_created ON whistle (district_code, created_at, number);
      CREATE INDEX whistle_division ON whistle (division_code, created_at, number);
      CREATE INDEX whistle_grid ON whistle (grid_code, created_at) WHERE grid_code IS NOT NULL;
      CREATE INDEX whistle_estate ON whistle (estate_code, created_at) WHERE estate_code IS NOT NULL;
      CREATE INDEX whistle_blower ON whistle (blower_unit_code, created_at, number);
      CREATE INDEX whistle_state ON whistle (district_code, state, created_at);
      CREATE INDEX whistle_unplaced ON whistle (district_code, created_at) WHERE no_grid_yet;

      CREATE TABLE whistle_participant (
        district_code        text COLLATE "C" NOT NULL,
        whistle_number       text COLLATE "C" NOT NULL,
        unit_code            text COLLATE "C" NOT NULL,
        unit_kind            text NOT NULL,
        role                 text NOT NULL CHECK (role IN ('LEAD', 'ASSISTING')),
        responder_id         text,
        responder_name       text,
        chief_responder_id   text,
        chief_responder_name text,
        item_code            text COLLATE "C" CHECK (item_code ~ '^\\d{16}$'),
        list_id              text COLLATE "C",
        list_version         integer,
        by_contract          boolean NOT NULL DEFAULT false,
        called_at            timestamptz(3) NOT NULL,
        signed_at            timestamptz(3),
        signed_by            text,
        arrived_at           timestamptz(3),
        arrival_note         text,
        arrival_longitude    double precision,
        arrival_latitude     double precision,
        measures_at          timestamptz(3),
        measures             text,
        resolved_at          timestamptz(3),
        result               text,
        disputed_at          timestamptz(3),
        dispute_reason       text,
        dispute_decision     text CHECK (dispute_decision IN ('UPHELD', 'RELEASED')),
        dispute_grounds      text,
        released_at          timestamptz(3),
        PRIMARY KEY (district_code, whistle_number, unit_code),
        FOREIGN KEY (district_code, whistle_number) REFERENCES whistle (district_code, number),
        CONSTRAINT steps_in_order CHECK (
          (arrived_at IS NULL OR signed_at IS NOT NULL)
          AND (measures_at IS NULL OR arrived_at IS NOT NULL)
          AND (resolved_at IS NULL OR measures_at IS NOT NULL)),
        CHECK ((measures_at IS NULL) = (measures IS NULL)),
        CHECK ((resolved_at IS NULL) = (result IS NULL)),
        CHECK ((arrival_longitude IS NULL) = (arrival_latitude IS NULL)),
        CHECK ((disputed_at IS NULL) = (dispute_reason IS NULL)),
        CHECK (NOT by_contract OR item_code IS NULL)
      );
      CREATE UNIQUE INDEX one_lead ON whistle_participant (district_code, whistle_number)
        WHERE role = 'LEAD' AND released_at IS NULL;
      CREATE INDEX whistle_participant_unit ON whistle_participant (unit_code, whistle_number);

      CREATE TABLE whistle_ticket (
        district_code  text COLLATE "C" NOT NULL,
        whistle_number text COLLATE "C" NOT NULL,
        ticket_number  text COLLATE "C" NOT NULL,
        PRIMARY KEY (district_code, whistle_number, ticket_number),
        FOREIGN KEY (district_code, whistle_number) REFERENCES whistle (district_code, number),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number)
      );
      CREATE INDEX whistle_ticket_ticket ON whistle_ticket (district_code, ticket_number);

      CREATE TABLE whistle_clock (
        district_code  text COLLATE "C" NOT NULL,
        whistle_number text COLLATE "C" NOT NULL,
        step           text NOT NULL CHECK (step IN ('SIGN', 'ARRIVE', 'MEASURES', 'RESOLVE', 'CHECKPOINT')),
        ordinal        integer NOT NULL,
        bearer         text NOT NULL CHECK (bearer IN ('EACH', 'LEAD')),
        started_at     timestamptz(3) NOT NULL,
        due_at         timestamptz(3) NOT NULL CHECK (due_at > started_at),
        met_at         timestamptz(3),
        stopped_at     timestamptz(3),
        escalated_at   timestamptz(3),
        escalated_to   text[] NOT NULL DEFAULT '{}',
        note           text,
        PRIMARY KEY (district_code, whistle_number, step, ordinal),
        FOREIGN KEY (district_code, whistle_number) REFERENCES whistle (district_code, number),
        CHECK ((step = 'CHECKPOINT') = (ordinal > 0)),
        CHECK (note IS NULL OR step = 'CHECKPOINT')
      );
      CREATE INDEX whistle_clock_unescalated ON whistle_clock (district_code, due_at) WHERE escalated_at IS NULL;
      CREATE INDEX whistle_clock_running ON whistle_clock (due_at) WHERE met_at IS NULL AND stopped_at IS NULL;

      CREATE TABLE whistle_filing (
        district_code  text COLLATE "C" NOT NULL,
        whistle_number text COLLATE "C" NOT NULL,
        unit_code      text COLLATE "C" NOT NULL,
        filed_at       timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, whistle_number, unit_code),
        FOREIGN KEY (district_code, whistle_number) REFERENCES whistle (district_code, number)
      );
      CREATE INDEX whistle_filing_unit ON whistle_filing (unit_code, filed_at);

      CREATE TABLE task_force (
        district_code         text COLLATE "C" NOT NULL,
        whistle_number        text COLLATE "C" NOT NULL,
        formed_at             timestamptz(3) NOT NULL,
        duties                jsonb NOT NULL,
        cause                 text NOT NULL,
        plan                  text NOT NULL,
        party_supervisor      text NOT NULL,
        government_supervisor text NOT NULL CHECK (government_supervisor <> party_supervisor),
        PRIMARY KEY (district_code, whistle_number),
        FOREIGN KEY (district_code, whistle_number) REFERENCES whistle (district_code, number)
      );

      CREATE TABLE whistle_sweep (
        district_code text COLLATE "C" NOT NULL,
        id            uuid NOT NULL,
        at            timestamptz(3) NOT NULL,
        escalated     jsonb NOT NULL,
        PRIMARY KEY (district_code, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE whistle_sweep, task_force, whistle_filing, whistle_clock, whistle_ticket, whistle_participant,
        whistle, whistle_profile;
      DROP FUNCTION refuse_profile_change();
    `);
  }
}
