import type { MigrationInterface, QueryRunner } from "typeorm";

/** A class problem is dismissed with the hot class it came of: one more state, in which nothing joins it. */
export class DismissedClassProblems1700000004530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE class_problem DROP CONSTRAINT class_problem_state_check,
        ADD CONSTRAINT class_problem_state_check CHECK (state IN ('OPEN', 'PLANNED', 'CLOSED', 'DISMISSED'));
      DROP INDEX class_problem_open;
      CREATE UNIQUE INDEX class_problem_open
        ON class_problem (district_code, matter_code, coalesce(estate_code, grid_code))
        WHERE state IN ('OPEN', 'PLANNED');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE ticket SET class_problem_number = NULL FROM class_problem problem
        WHERE (problem.district_code, problem.number) = (ticket.district_code, ticket.class_problem_number)
          AND problem.state = 'DISMISSED';
      UPDATE hot_class SET class_problem_number = NULL FROM class_problem problem
        WHERE (problem.district_code, problem.number) = (hot_class.district_code, hot_class.class_problem_number)
          AND problem.state = 'DISMISSED';
      DELETE FROM class_problem WHERE state = 'DISMISSED';
      ALTER TABLE class_problem DROP CONSTRAINT class_problem_state_check,
        ADD CONSTRAINT class_problem_state_check CHECK (state IN ('OPEN', 'PLANNED', 'CLOSED'));
      DROP INDEX class_problem_open;
      CREATE UNIQUE INDEX class_problem_open
        ON class_problem (district_code, matter_code, coalesce(estate_code, grid_code)) WHERE state <> 'CLOSED';
    `);
  }
}
