import type { MigrationInterface, QueryRunner } from "typeorm";

export class AssessmentPlans1700000005400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assessment_plan (
        district_code       text COLLATE "C" NOT NULL,
        number              text COLLATE "C" NOT NULL,
        kind                text NOT NULL CHECK (kind IN ('COMPREHENSIVE', 'SPECIAL_EVALUATION', 'SINGLE_ITEM')),
        year                integer NOT NULL,
        title               text NOT NULL CHECK (title <> ''),
        organiser_unit_code text COLLATE "C" NOT NULL,
        satisfaction_weight integer CHECK (satisfaction_weight BETWEEN 0 AND 1000),
        veto_items          jsonb NOT NULL,
        created_at          timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, number),
        CHECK (starts_with(number, district_code || '-A-')),
        CHECK (kind <> 'SPECIAL_EVALUATION' OR satisfaction_weight IS NOT NULL),
        CHECK (kind = 'SINGLE_ITEM' OR organiser_unit_code = district_code)
      );
      CREATE INDEX assessment_plan_created ON assessment_plan (district_code, created_at, number);

      CREATE TABLE assessed_unit (
        district_code text COLLATE "C" NOT NULL,
        plan_number   text COLLATE "C" NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        kind          text NOT NULL CHECK (kind IN ('COMPREHENSIVE', 'SPECIAL_EVALUATION', 'SINGLE_ITEM')),
        year          integer NOT NULL,
        score         integer CHECK (score BETWEEN 0 AND 100),
        surveyed      integer CHECK (surveyed > 0),
        satisfied     integer CHECK (satisfied BETWEEN 0 AND surveyed),
        total         double precision CHECK (total BETWEEN 0 AND 100),
        opinion       text CHECK (opinion <> ''),
        recorded_at   timestamptz(3),
        version       integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, plan_number, unit_code),
        FOREIGN KEY (district_code, plan_number) REFERENCES assessment_plan (district_code, number),
        CHECK (num_nonnulls(score, total, opinion, recorded_at) IN (0, 4)),
        CHECK ((surveyed IS NULL) = (satisfied IS NULL))
      );
      -- A sub-district, or any unit, is comprehensively assessed once a year (GZ-10).
      CREATE UNIQUE INDEX assessed_unit_once ON assessed_unit (district_code, year, unit_code)
        WHERE kind = 'COMPREHENSIVE';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE assessed_unit, assessment_plan");
  }
}
