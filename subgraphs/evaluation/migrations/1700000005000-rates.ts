import type { MigrationInterface, QueryRunner } from "typeorm";

export class Rates1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rate_rule (
        district_code   text COLLATE "C" NOT NULL CHECK (district_code ~ '^[0-9]{6}$'),
        version         integer NOT NULL CHECK (version > 0),
        valid_from      date NOT NULL,
        response_weight integer NOT NULL CHECK (response_weight >= 0),
        solved_weight   integer NOT NULL CHECK (solved_weight >= 0),
        satisfied_weight integer NOT NULL CHECK (satisfied_weight >= 0),
        basically_satisfied_factor integer NOT NULL CHECK (basically_satisfied_factor BETWEEN 0 AND 1000),
        day_boundary    text NOT NULL CHECK (day_boundary IN ('NOON', 'MIDNIGHT')),
        base_weighting  text NOT NULL CHECK (base_weighting IN ('RATED_TICKETS', 'EQUAL')),
        points_per_percentage_point integer NOT NULL CHECK (points_per_percentage_point >= 0),
        deduction_counting text NOT NULL CHECK (deduction_counting IN ('WHOLE_POINTS', 'PRO_RATA')),
        PRIMARY KEY (district_code, version),
        UNIQUE (district_code, valid_from),
        CHECK (response_weight + solved_weight + satisfied_weight = 1000)
      );

      CREATE TABLE call_back (
        district_code      text COLLATE "C" NOT NULL,
        ticket_number      text COLLATE "C" NOT NULL,
        ordinal            integer NOT NULL CHECK (ordinal > 0),
        feedback_at        timestamptz(3) NOT NULL,
        division_code      text COLLATE "C" NOT NULL,
        handling_unit_code text COLLATE "C" NOT NULL,
        matter_code        text COLLATE "C",
        recorded_at        timestamptz(3) NOT NULL,
        caller_post        text NOT NULL,
        caller_unit_code   text COLLATE "C" NOT NULL,
        caller_id          text NOT NULL,
        channel            text NOT NULL CHECK (channel IN ('PHONE', 'MESSAGE', 'NET')),
        attempts           integer NOT NULL CHECK (attempts > 0),
        valid              boolean NOT NULL,
        invalid_reason     text
          CHECK (invalid_reason IN ('UNREACHABLE', 'WRONG_NUMBER', 'NOT_THE_DEMANDER', 'REFUSED')),
        contacted          boolean,
        solved             boolean,
        satisfaction       text
          CHECK (satisfaction IN ('SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'NOT_RATED')),
        opinion            text,
        counting_day       date NOT NULL,
        PRIMARY KEY (district_code, ticket_number, ordinal),
        CHECK (starts_with(ticket_number, district_code || '-')),
        CHECK (starts_with(division_code, district_code)),
        CHECK (caller_unit_code <> handling_unit_code),
        CHECK (valid = (invalid_reason IS NULL)),
        CHECK (num_nonnulls(contacted, solved, satisfaction) = CASE WHEN valid THEN 3 ELSE 0 END)
      );
      CREATE UNIQUE INDEX call_back_valid ON call_back (district_code, ticket_number, feedback_at) WHERE valid;
      CREATE INDEX call_back_recorded ON call_back (district_code, recorded_at, ticket_number, ordinal);
      CREATE INDEX call_back_division ON call_back (division_code, recorded_at, ticket_number, ordinal);
      CREATE INDEX call_back_unit ON call_back (handling_unit_code, recorded_at, ticket_number, ordinal);
      CREATE INDEX call_back_matter ON call_back (matter_code, recorded_at, ticket_number, ordinal);

      -- What is looked for among many that went well.
      CREATE INDEX call_back_invalid ON call_back (district_code, recorded_at, ticket_number, ordinal)
        WHERE NOT valid;
      CREATE INDEX call_back_unsolved ON call_back (district_code, recorded_at, ticket_number, ordinal)
        WHERE NOT solved;
      CREATE INDEX call_back_dissatisfied ON call_back (district_code, recorded_at, ticket_number, ordinal)
        WHERE satisfaction = 'DISSATISFIED';

      -- One row per day and thing rated, kept up with every call-back: rates are read from here, never by scanning.
      CREATE TABLE rate_rollup (
        district_code text COLLATE "C" NOT NULL,
        subject_kind  text NOT NULL CHECK (subject_kind IN ('UNIT', 'DIVISION', 'MATTER')),
        subject_code  text COLLATE "C" NOT NULL,
        day           date NOT NULL,
        recorded      integer NOT NULL,
        valid         integer NOT NULL,
        contacted     integer NOT NULL,
        solved        integer NOT NULL,
        satisfied     integer NOT NULL,
        basically_satisfied integer NOT NULL,
        dissatisfied  integer NOT NULL,
        PRIMARY KEY (district_code, subject_kind, subject_code, day)
      );
      CREATE INDEX rate_rollup_subject ON rate_rollup (subject_kind, subject_code, day);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE rate_rollup, call_back, rate_rule");
  }
}
