import type { MigrationInterface, QueryRunner } from "typeorm";

/** A class problem may be opened by somebody's judgement, and worked off grid by grid (动态研判, ZY-21). */
export class GridTasks1700000004940 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE class_problem
        ALTER rule_version DROP NOT NULL,
        ADD title text CHECK (title <> ''),
        ADD grounds text CHECK (grounds <> ''),
        ADD CONSTRAINT class_problem_opening CHECK (num_nonnulls(rule_version, grounds) = 1),
        ADD CONSTRAINT class_problem_titled CHECK (num_nonnulls(title, grounds) <> 1);
      CREATE INDEX class_problem_field ON class_problem (district_code, plan_field, opened_at)
        WHERE plan_field IS NOT NULL;

      CREATE TABLE grid_task (
        district_code        text COLLATE "C" NOT NULL,
        class_problem_number text COLLATE "C" NOT NULL,
        grid_code            text COLLATE "C" NOT NULL,
        task                 text NOT NULL CHECK (task <> ''),
        targets              integer NOT NULL CHECK (targets >= 0),
        reached              integer NOT NULL DEFAULT 0 CHECK (reached BETWEEN 0 AND targets),
        assigned_at          timestamptz(3) NOT NULL,
        reported_at          timestamptz(3),
        done_at              timestamptz(3),
        PRIMARY KEY (district_code, class_problem_number, grid_code),
        FOREIGN KEY (district_code, class_problem_number) REFERENCES class_problem (district_code, number),
        CHECK ((done_at IS NOT NULL) = (reported_at IS NOT NULL AND reached = targets))
      );
      CREATE INDEX grid_task_grid ON grid_task (grid_code, class_problem_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE grid_task;
      DROP INDEX class_problem_field;
      ALTER TABLE class_problem DROP title, DROP grounds, ALTER rule_version SET NOT NULL;
    `);
  }
}
