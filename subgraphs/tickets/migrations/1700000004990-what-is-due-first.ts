import type { MigrationInterface, QueryRunner } from "typeorm";

/** Lists of what waits for a unit, the first due on top: when a whistle's next clock ends is kept beside its state. */
export class WhatIsDueFirst1700000004990 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE whistle ADD COLUMN due_at timestamptz(3) NOT NULL DEFAULT '9999-12-31T00:00:00Z';
      UPDATE whistle SET due_at = next.due_at FROM (
        SELECT district_code, whistle_number, min(due_at) AS due_at FROM whistle_clock
        WHERE met_at IS NULL AND stopped_at IS NULL AND (paused_at IS NULL OR paused_at >= due_at)
        GROUP BY district_code, whistle_number
      ) AS next WHERE (whistle.district_code, whistle.number) = (next.district_code, next.whistle_number);
      CREATE INDEX whistle_due ON whistle (district_code, due_at, number);
      CREATE INDEX whistle_open_due ON whistle (district_code, due_at, number)
        WHERE state IN ('DRAFT', 'BLOWN', 'SIGNED', 'ARRIVED', 'MEASURES_ISSUED', 'DISPUTED', 'RESOLVED');
      CREATE INDEX whistle_participant_owing ON whistle_participant (unit_code, district_code, whistle_number)
        WHERE released_at IS NULL AND resolved_at IS NULL;
      CREATE INDEX whistle_extension_undecided ON whistle_extension (district_code, whistle_number)
        WHERE decided_at IS NULL;
      CREATE INDEX extension_undecided ON extension (district_code, ticket_number) WHERE decided_at IS NULL;
      CREATE INDEX grid_task_open ON grid_task (district_code, assigned_at, class_problem_number, grid_code)
        WHERE done_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX whistle_participant_owing, whistle_extension_undecided, extension_undecided, grid_task_open;
      ALTER TABLE whistle DROP COLUMN due_at;
    `);
  }
}
