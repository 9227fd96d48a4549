import type { MigrationInterface, QueryRunner } from "typeorm";

/** Access that was taken, not granted: a grant for one case, with what its owner makes of it afterwards. */
export class BreakGlass1700000010200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE break_glass_rule (
        district_code       text COLLATE "C" NOT NULL,
        valid_from          date NOT NULL,
        minutes             integer NOT NULL CHECK (minutes > 0),
        review_working_days integer NOT NULL CHECK (review_working_days > 0),
        PRIMARY KEY (district_code, valid_from)
      );

      CREATE TABLE break_glass (
        district_code    text COLLATE "C" NOT NULL,
        number           text COLLATE "C" NOT NULL,
        owner            text COLLATE "C" NOT NULL,
        owner_unit       text COLLATE "C" NOT NULL,
        consumer         text COLLATE "C" NOT NULL,
        coordinates      text[] NOT NULL,
        case_number      text COLLATE "C" NOT NULL,
        reason           text NOT NULL,
        broken_at        timestamptz(3) NOT NULL,
        broken_by        text NOT NULL,
        broken_by_post   text NOT NULL,
        ends_at          timestamptz(3) NOT NULL CHECK (ends_at > broken_at),
        review_due_at    timestamptz(3) NOT NULL CHECK (review_due_at > broken_at),
        verdict          text CHECK (verdict IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
        review_reason    text,
        reviewed_at      timestamptz(3),
        reviewed_by      text,
        reviewed_by_unit text COLLATE "C",
        version          integer NOT NULL,
        PRIMARY KEY (district_code, number),
        FOREIGN KEY (district_code, number) REFERENCES data_grant (district_code, number),
        CHECK (num_nulls(verdict, review_reason, reviewed_at, reviewed_by, reviewed_by_unit) IN (0, 5)),
        CONSTRAINT reviewed_by_another CHECK (reviewed_by <> broken_by)
      );
      CREATE INDEX break_glass_owner ON break_glass (district_code, owner, number);
      CREATE INDEX break_glass_to_review ON break_glass (district_code, owner, review_due_at) WHERE verdict IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE break_glass, break_glass_rule");
  }
}
