import type { MigrationInterface, QueryRunner } from "typeorm";

export class WhistleEvaluations1700000005200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE whistle_evaluation (
        district_code       text COLLATE "C" NOT NULL,
        whistle_number      text COLLATE "C" NOT NULL,
        evaluator_unit_code text COLLATE "C" NOT NULL,
        subject_unit_code   text COLLATE "C" NOT NULL,
        direction     text NOT NULL CHECK (direction IN ('OF_RESPONDER', 'OF_BLOWER')),
        whistle_kind  text NOT NULL,
        division_code text COLLATE "C" NOT NULL,
        role          text,
        signed_at     timestamptz(3),
        arrived_at    timestamptz(3),
        measures_at   timestamptz(3),
        state         text NOT NULL CHECK (state IN ('DUE', 'GIVEN', 'FILED')),
        due_since     timestamptz(3) NOT NULL,
        year          integer NOT NULL,
        score         integer CHECK (score BETWEEN 0 AND 100),
        opinion       text CHECK (opinion <> ''),
        given_at      timestamptz(3),
        filed_at      timestamptz(3),
        version       integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, whistle_number, evaluator_unit_code, subject_unit_code),
        CHECK (starts_with(whistle_number, district_code || '-W-')),
        CHECK (evaluator_unit_code <> subject_unit_code),
        CHECK (num_nonnulls(score, opinion, given_at) = CASE WHEN state = 'DUE' THEN 0 ELSE 3 END),
        CHECK ((state = 'FILED') = (filed_at IS NOT NULL))
      );
      CREATE INDEX whistle_evaluation_due ON whistle_evaluation (district_code, due_since, whistle_number);
      CREATE INDEX whistle_evaluation_evaluator
        ON whistle_evaluation (evaluator_unit_code, due_since, whistle_number);
      CREATE INDEX whistle_evaluation_subject ON whistle_evaluation (subject_unit_code, year, whistle_number);
      CREATE INDEX whistle_evaluation_division ON whistle_evaluation (division_code, due_since, whistle_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE whistle_evaluation");
  }
}
