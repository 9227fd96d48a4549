import type { MigrationInterface, QueryRunner } from "typeorm";

/** Complaints as 市场监督管理投诉举报处理暂行办法 has them handled: each state carries what led to it and nothing more. */
export class ConsumerComplaints1700000007200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consumer_complaint (
        district_code   text COLLATE "C" NOT NULL,
        number          text COLLATE "C" NOT NULL,
        state           text NOT NULL CHECK (state IN ('RECEIVED', 'ACCEPTED', 'REJECTED', 'MEDIATED', 'CLOSED')),
        credit_code     text COLLATE "C" NOT NULL CHECK (length(credit_code) = 18),
        division_code   text COLLATE "C" NOT NULL,
        grid_code       text COLLATE "C",
        ticket_number   text COLLATE "C",
        consumer_name   text NOT NULL CHECK (consumer_name <> ''),
        consumer_phone  text NOT NULL,
        person_id       text,
        facts           text NOT NULL CHECK (facts <> ''),
        request         text NOT NULL CHECK (request <> ''),
        disputed_fen    integer CHECK (disputed_fen >= 0),
        received_at     timestamptz(3) NOT NULL,
        decided_at      timestamptz(3),
        rejection_reason text CHECK (rejection_reason IN ('NOT_COMPETENT', 'HANDLED_ELSEWHERE',
          'NO_CONSUMER_DISPUTE', 'TIME_BARRED', 'PAPERS_MISSING', 'OTHER_BY_LAW')),
        rejection_explanation text,
        mediated_at     timestamptz(3),
        outcome         text CHECK (outcome IN ('AGREED', 'NOT_AGREED', 'REFUSED', 'WITHDRAWN', 'TIME_UP')),
        outcome_account text,
        recovered_fen   integer CHECK (recovered_fen > 0),
        closed_at       timestamptz(3),
        feedback        text,
        version         integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        CHECK (starts_with(number, district_code || '-X-')),
        CHECK (starts_with(division_code, district_code)),
        CHECK (starts_with(grid_code, division_code)),
        CHECK (starts_with(ticket_number, district_code || '-')),
        CHECK ((decided_at IS NULL) = (state = 'RECEIVED')),
        CHECK (num_nonnulls(rejection_reason, rejection_explanation)
          = CASE WHEN state = 'REJECTED' THEN 2 ELSE 0 END),
        CHECK (num_nonnulls(mediated_at, outcome, outcome_account)
          = CASE WHEN state IN ('MEDIATED', 'CLOSED') THEN 3 ELSE 0 END),
        CHECK (recovered_fen IS NULL OR outcome = 'AGREED'),
        CHECK (num_nonnulls(closed_at, feedback) = CASE WHEN state = 'CLOSED' THEN 2 ELSE 0 END),
        CHECK (received_at <= decided_at AND decided_at <= mediated_at AND mediated_at <= closed_at)
      );
      CREATE INDEX consumer_complaint_division ON consumer_complaint (division_code, received_at, number);
      CREATE INDEX consumer_complaint_business ON consumer_complaint (credit_code, received_at, number);
      CREATE INDEX consumer_complaint_ticket ON consumer_complaint (district_code, ticket_number)
        WHERE ticket_number IS NOT NULL;
      CREATE INDEX consumer_complaint_person ON consumer_complaint (person_id) WHERE person_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE consumer_complaint");
  }
}
