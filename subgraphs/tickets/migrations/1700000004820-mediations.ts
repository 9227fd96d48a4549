import type { MigrationInterface, QueryRunner } from "typeorm";

/** Disputes: which matters are some, and their mediation with mediators and sittings (GZ-15, GZ-16). */
export class Mediations1700000004820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dispute_class (
        district_code text COLLATE "C" NOT NULL CHECK (district_code ~ '^\\d{6}$'),
        matter_code   text COLLATE "C" NOT NULL,
        version       integer NOT NULL CHECK (version > 0),
        amount        integer NOT NULL CHECK (amount > 0),
        unit          text NOT NULL CHECK (unit IN ('MINUTES', 'HOURS', 'WORKING_DAYS', 'CALENDAR_DAYS')),
        valid_from    date NOT NULL,
        PRIMARY KEY (district_code, matter_code, version)
      );

      CREATE TABLE dispute_mediation (
        district_code  text COLLATE "C" NOT NULL,
        ticket_number  text COLLATE "C" NOT NULL,
        turn           integer NOT NULL CHECK (turn > 0),
        state          text NOT NULL CHECK (state IN ('OPEN', 'AGREED', 'NOT_AGREED')),
        matter_code    text COLLATE "C" NOT NULL,
        division_code  text COLLATE "C" NOT NULL,
        host_unit_code text COLLATE "C" NOT NULL,
        limit_amount   integer NOT NULL,
        limit_unit     text NOT NULL,
        opened_at      timestamptz(3) NOT NULL,
        ended_at       timestamptz(3),
        next_sitting_at timestamptz(3),
        advice         text,
        version        integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, ticket_number, turn),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number),
        CHECK ((state = 'OPEN') = (ended_at IS NULL)),
        CHECK ((state = 'NOT_AGREED') = (advice IS NOT NULL)),
        CHECK (state = 'OPEN' OR next_sitting_at IS NULL)
      );
      CREATE UNIQUE INDEX one_open_mediation ON dispute_mediation (district_code, ticket_number)
        WHERE state = 'OPEN';
      CREATE INDEX dispute_mediation_host ON dispute_mediation (host_unit_code, opened_at);
      CREATE INDEX dispute_mediation_opened ON dispute_mediation (district_code, opened_at);

      CREATE TABLE mediator (
        district_code text COLLATE "C" NOT NULL,
        ticket_number text COLLATE "C" NOT NULL,
        turn          integer NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        post          text,
        invited_at    timestamptz(3) NOT NULL,
        due_at        timestamptz(3) NOT NULL CHECK (due_at > invited_at),
        arrived_at    timestamptz(3),
        arrived_by    text,
        longitude     double precision,
        latitude      double precision,
        PRIMARY KEY (district_code, ticket_number, turn, unit_code),
        FOREIGN KEY (district_code, ticket_number, turn)
          REFERENCES dispute_mediation (district_code, ticket_number, turn),
        CHECK ((arrived_at IS NULL) = (arrived_by IS NULL)),
        CHECK ((longitude IS NULL) = (latitude IS NULL))
      );
      CREATE INDEX mediator_unit ON mediator (unit_code, invited_at);

      CREATE TABLE mediation_sitting (
        district_code text COLLATE "C" NOT NULL,
        ticket_number text COLLATE "C" NOT NULL,
        turn          integer NOT NULL,
        ordinal       integer NOT NULL CHECK (ordinal > 0),
        held_at       timestamptz(3) NOT NULL,
        place         text NOT NULL,
        mediators     text[] NOT NULL CHECK (cardinality(mediators) > 0),
        parties       text NOT NULL,
        outcome       text NOT NULL CHECK (outcome IN ('AGREED', 'NOT_AGREED', 'ADJOURNED')),
        agreement     text,
        recorded_at   timestamptz(3) NOT NULL CHECK (recorded_at >= held_at),
        PRIMARY KEY (district_code, ticket_number, turn, ordinal),
        FOREIGN KEY (district_code, ticket_number, turn)
          REFERENCES dispute_mediation (district_code, ticket_number, turn),
        CHECK ((outcome = 'AGREED') = (agreement IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE mediation_sitting, mediator, dispute_mediation, dispute_class");
  }
}
