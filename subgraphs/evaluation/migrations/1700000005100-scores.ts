import type { MigrationInterface, QueryRunner } from "typeorm";

export class Scores1700000005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE score_sheet (
        district_code text COLLATE "C" NOT NULL,
        number        text COLLATE "C" NOT NULL,
        period_from   date NOT NULL,
        period_to     date NOT NULL,
        rule_district_code text COLLATE "C" NOT NULL,
        rule_version  integer NOT NULL,
        base          double precision CHECK (base BETWEEN 0 AND 100),
        units         integer NOT NULL,
        computed_at   timestamptz(3) NOT NULL,
        published_at  timestamptz(3),
        version       integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        UNIQUE (district_code, period_from, period_to),
        FOREIGN KEY (rule_district_code, rule_version) REFERENCES rate_rule (district_code, version),
        CHECK (starts_with(number, district_code || '-P-')),
        CHECK (period_from <= period_to)
      );

      CREATE TABLE score (
        district_code text COLLATE "C" NOT NULL,
        sheet_number  text COLLATE "C" NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        recorded      integer NOT NULL,
        valid         integer NOT NULL,
        contacted     integer NOT NULL,
        solved        integer NOT NULL,
        satisfied     integer NOT NULL,
        basically_satisfied integer NOT NULL,
        dissatisfied  integer NOT NULL,
        response_rate double precision CHECK (response_rate BETWEEN 0 AND 100),
        solved_rate   double precision CHECK (solved_rate BETWEEN 0 AND 100),
        satisfied_rate double precision CHECK (satisfied_rate BETWEEN 0 AND 100),
        score         double precision CHECK (score BETWEEN 0 AND 100),
        satisfaction  double precision CHECK (satisfaction BETWEEN 0 AND 100),
        deduction     double precision CHECK (deduction >= 0),
        PRIMARY KEY (district_code, sheet_number, unit_code),
        FOREIGN KEY (district_code, sheet_number) REFERENCES score_sheet (district_code, number) ON DELETE CASCADE,
        -- No valid call-back: no score, never 0 or 100 (ZY-19).
        CHECK (num_nonnulls(response_rate, solved_rate, satisfied_rate, score) = CASE WHEN valid > 0 THEN 4 ELSE 0 END),
        CHECK ((satisfaction IS NULL) = (satisfied + basically_satisfied + dissatisfied = 0)),
        CHECK ((deduction IS NULL) = (satisfaction IS NULL))
      );
      CREATE INDEX score_unit ON score (unit_code, sheet_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE score, score_sheet");
  }
}
