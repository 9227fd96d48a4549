import type { MigrationInterface, QueryRunner } from "typeorm";

export class Tickets1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel (
        code     text COLLATE "C" PRIMARY KEY,
        name     text NOT NULL,
        name_zh  text NOT NULL,
        function text NOT NULL CHECK (function IN ('ON_COMPLAINT', 'PROACTIVE', 'WHISTLE_REPORT'))
      );

      CREATE TABLE time_limit (
        district_code text COLLATE "C" NOT NULL,
        name          text NOT NULL CHECK (name IN ('EMERGENCY', 'UTILITIES', 'ORDINARY', 'COMPLEX')),
        version       integer NOT NULL,
        amount        integer NOT NULL CHECK (amount > 0),
        unit          text NOT NULL
          CHECK (unit IN ('MINUTES', 'HOURS', 'WORKING_DAYS', 'CALENDAR_DAYS')),
        valid_from    date NOT NULL,
        PRIMARY KEY (district_code, name, version)
      );

      CREATE TABLE class_problem (
        district_code     text COLLATE "C" NOT NULL,
        number            text COLLATE "C" NOT NULL,
        state             text NOT NULL CHECK (state IN ('OPEN', 'PLANNED', 'CLOSED')),
        matter_code       text COLLATE "C" NOT NULL,
        division_code     text COLLATE "C" NOT NULL,
        estate_code       text COLLATE "C",
        grid_code         text COLLATE "C",
        rule_version      integer NOT NULL,
        cause             text,
        cause_recorded_at timestamptz(3),
        plan_field        text,
        plan_text         text,
        quantity_planned  integer CHECK (quantity_planned > 0),
        quantity_done     integer CHECK (quantity_done >= 0),
        quantity_unit     text,
        approved_by_unit_code text COLLATE "C",
        approved_at       timestamptz(3),
        opened_at         timestamptz(3) NOT NULL,
        closed_at         timestamptz(3),
        version           integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        CHECK (num_nonnulls(estate_code, grid_code) = 1),
        CHECK (quantity_done <= quantity_planned),
        CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX class_problem_open
        ON class_problem (district_code, matter_code, coalesce(estate_code, grid_code)) WHERE state <> 'CLOSED';
      CREATE INDEX class_problem_estate ON class_problem (estate_code, opened_at, number);
      CREATE INDEX class_problem_division ON class_problem (division_code, opened_at, number);

      CREATE TABLE trend_rule (
        district_code     text COLLATE "C" NOT NULL,
        version           integer NOT NULL,
        distinct_demanders integer NOT NULL CHECK (distinct_demanders > 1),
        within_hours      integer NOT NULL CHECK (within_hours > 0),
        valid_from        date NOT NULL,
        PRIMARY KEY (district_code, version)
      );

      CREATE TABLE ticket (
        district_code      text COLLATE "C" NOT NULL,
        number             text COLLATE "C" NOT NULL,
        state              text NOT NULL CHECK (state IN (
          'RECEIVED', 'VERIFIED', 'MATCHED', 'DISPATCHED', 'SIGNED', 'IN_PROGRESS', 'WHISTLED', 'HANDLED',
          'FEEDBACK_GIVEN', 'CALLED_BACK', 'STRUCK_OFF', 'ARCHIVED', 'REJECTED', 'RETURNED', 'MERGED',
          'EXTENDED', 'SUPERVISED', 'LEDGERED', 'REOPENED')),
        function           text NOT NULL CHECK (function IN ('ON_COMPLAINT', 'PROACTIVE', 'WHISTLE_REPORT')),
        origin             text NOT NULL CHECK (origin IN ('ON_COMPLAINT', 'PROACTIVE', 'WHISTLE_REPORT')),
        title              text NOT NULL,
        kind               text NOT NULL
          CHECK (kind IN ('CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION')),
        urgency            text NOT NULL CHECK (urgency IN ('ORDINARY', 'URGENT', 'CRITICAL')),
        channel_code       text COLLATE "C" NOT NULL REFERENCES channel (code),
        division_code      text COLLATE "C" NOT NULL,
        grid_code          text COLLATE "C",
        estate_code        text COLLATE "C",
        matter_code        text COLLATE "C",
        item_code          text COLLATE "C",
        list_id            text COLLATE "C",
        list_version       integer,
        matched_on         date,
        matched_unit_code  text COLLATE "C",
        handling_unit_code text COLLATE "C",
        first_receiver_code text COLLATE "C",
        limit_name         text NOT NULL CHECK (limit_name IN ('EMERGENCY', 'UTILITIES', 'ORDINARY', 'COMPLEX')),
        limit_version      integer NOT NULL,
        due_at             timestamptz(3) NOT NULL,
        discovered_at      timestamptz(3) NOT NULL,
        received_at        timestamptz(3) NOT NULL,
        verified_at        timestamptz(3),
        findings           text,
        community_can_solve boolean,
        matched_at         timestamptz(3),
        dispatched_at      timestamptz(3),
        signed_at          timestamptz(3),
        started_at         timestamptz(3),
        whistled_at        timestamptz(3),
        arrived_at         timestamptz(3),
        handled_at         timestamptz(3),
        contacted          boolean,
        solved             boolean,
        reason_unsolved    text,
        handling_account   text,
        public_reply       text,
        feedback_at        timestamptz(3),
        called_back_at     timestamptz(3),
        confirmed_solved   boolean,
        ledgered_at        timestamptz(3),
        strike_off_number  text COLLATE "C",
        struck_off_at      timestamptz(3),
        archived_at        timestamptz(3),
        rejection_grounds  text,
        case_leader_id     text,
        case_leader_name   text,
        case_leader_unit_code text COLLATE "C",
        merged_into_number text COLLATE "C",
        class_problem_number text COLLATE "C",
        version            integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        FOREIGN KEY (district_code, merged_into_number) REFERENCES ticket (district_code, number),
        FOREIGN KEY (district_code, class_problem_number) REFERENCES class_problem (district_code, number),
        UNIQUE (district_code, strike_off_number),
        CHECK (starts_with(number, district_code || '-')),
        CHECK (starts_with(division_code, district_code)),
        CONSTRAINT merged_goes_on_elsewhere CHECK ((state = 'MERGED') = (merged_into_number IS NOT NULL)),
        CONSTRAINT struck_off_only_solved
          CHECK (state NOT IN ('STRUCK_OFF', 'ARCHIVED') OR confirmed_solved IS TRUE)
      );
      CREATE INDEX ticket_received ON ticket (district_code, received_at, number);
      CREATE INDEX ticket_due ON ticket (district_code, due_at, number);
      CREATE INDEX ticket_division ON ticket (division_code, received_at, number);
      CREATE INDEX ticket_grid ON ticket (grid_code, received_at, number);
      CREATE INDEX ticket_estate ON ticket (estate_code, matter_code, received_at, number);
      CREATE INDEX ticket_unit ON ticket (handling_unit_code, received_at, number);
      CREATE INDEX ticket_matter ON ticket (district_code, matter_code, received_at, number);
      CREATE INDEX ticket_state ON ticket (district_code, state, received_at, number);
      CREATE INDEX ticket_merged ON ticket (district_code, merged_into_number)
        WHERE merged_into_number IS NOT NULL;
      CREATE INDEX ticket_class_problem ON ticket (district_code, class_problem_number, received_at, number)
        WHERE class_problem_number IS NOT NULL;
      CREATE INDEX ticket_whistled ON ticket (district_code, received_at, number) WHERE whistled_at IS NOT NULL;
      CREATE INDEX ticket_title ON ticket USING gin (title gin_trgm_ops);

      CREATE TABLE dispatch (
        district_code text COLLATE "C" NOT NULL,
        ticket_number text COLLATE "C" NOT NULL,
        turn          integer NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        matter_code   text COLLATE "C" NOT NULL,
        item_code     text COLLATE "C",
        list_id       text COLLATE "C",
        list_version  integer,
        dispatched_at timestamptz(3) NOT NULL,
        returned_at   timestamptz(3),
        return_grounds text,
        PRIMARY KEY (district_code, ticket_number, turn),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number),
        CHECK ((returned_at IS NULL) = (return_grounds IS NULL))
      );

      CREATE TABLE extension (
        district_code text COLLATE "C" NOT NULL,
        ticket_number text COLLATE "C" NOT NULL,
        turn          integer NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        days          integer NOT NULL CHECK (days > 0),
        reason        text NOT NULL,
        asked_at      timestamptz(3) NOT NULL,
        granted       boolean,
        decided_at    timestamptz(3),
        PRIMARY KEY (district_code, ticket_number, turn),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number),
        CHECK ((granted IS NULL) = (decided_at IS NULL))
      );

      CREATE TABLE supervision (
        district_code text COLLATE "C" NOT NULL,
        ticket_number text COLLATE "C" NOT NULL,
        turn          integer NOT NULL,
        supervisor_unit_code text COLLATE "C" NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        instruction   text NOT NULL,
        at            timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, ticket_number, turn),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE supervision, extension, dispatch, ticket, trend_rule, class_problem, time_limit, channel",
    );
  }
}
