import type { MigrationInterface, QueryRunner } from "typeorm";

export class NegativeList1700000005300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE negative_list_rule (
        district_code text COLLATE "C" NOT NULL CHECK (district_code ~ '^[0-9]{6}$'),
        valid_from    date NOT NULL,
        statement_working_days integer NOT NULL CHECK (statement_working_days > 0),
        PRIMARY KEY (district_code, valid_from)
      );

      CREATE TABLE negative_list_entry (
        district_code    text COLLATE "C" NOT NULL,
        number           text COLLATE "C" NOT NULL,
        state            text NOT NULL CHECK (state IN ('PROPOSED', 'STATED', 'UPHELD', 'DISMISSED')),
        offence          text NOT NULL
          CHECK (offence IN ('FAILURE_TO_WHISTLE', 'MISUSE', 'FAILURE_TO_REPORT', 'INACTION')),
        respondent_unit_code text COLLATE "C" NOT NULL,
        division_code    text COLLATE "C" NOT NULL,
        whistle_number   text COLLATE "C",
        ticket_number    text COLLATE "C",
        clock            text,
        due_at           timestamptz(3),
        grounds          text NOT NULL CHECK (grounds <> ''),
        proposed_at      timestamptz(3) NOT NULL,
        proposer_post    text NOT NULL,
        proposer_unit_code text COLLATE "C",
        statement_working_days integer NOT NULL,
        statement        text,
        stated_at        timestamptz(3),
        decision_grounds text,
        consequence      text,
        decided_at       timestamptz(3),
        year             integer NOT NULL,
        version          integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        CHECK (starts_with(number, district_code || '-N-')),
        CHECK (CASE offence WHEN 'FAILURE_TO_WHISTLE' THEN ticket_number ELSE whistle_number END IS NOT NULL),
        CHECK ((clock IS NULL) = (due_at IS NULL)),
        CHECK ((proposer_unit_code IS NULL) = (proposer_post = 'SERVICE')),
        CHECK ((statement IS NULL) = (stated_at IS NULL)),
        CHECK (state <> 'STATED' OR statement IS NOT NULL),
        CHECK (num_nonnulls(decision_grounds, decided_at)
          = CASE WHEN state IN ('UPHELD', 'DISMISSED') THEN 2 ELSE 0 END),
        CHECK ((consequence IS NOT NULL) = (state = 'UPHELD'))
      );
      -- One unit, one whistle or ticket, one offence: however many clocks ran out and whoever proposes.
      CREATE UNIQUE INDEX negative_list_entry_evidence ON negative_list_entry
        (district_code, respondent_unit_code, offence,
          (CASE offence WHEN 'FAILURE_TO_WHISTLE' THEN ticket_number ELSE whistle_number END));
      CREATE INDEX negative_list_entry_proposed ON negative_list_entry (district_code, proposed_at, number);
      CREATE INDEX negative_list_entry_unit ON negative_list_entry (respondent_unit_code, proposed_at, number);
      CREATE INDEX negative_list_entry_division ON negative_list_entry (division_code, proposed_at, number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE negative_list_entry, negative_list_rule");
  }
}
