import type { MigrationInterface, QueryRunner } from "typeorm";

/** What was asked for stays beside what the owner granted of it, which is never more. */
export class NarrowedGrants1700000010900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_grant
        ADD COLUMN asked_coordinates  text[],
        ADD COLUMN asked_clear        text[],
        ADD COLUMN asked_valid_from   timestamptz(3),
        ADD COLUMN asked_valid_until  timestamptz(3),
        ADD COLUMN asked_list_maximum integer,
        ADD CONSTRAINT asked_for_is_kept_whole CHECK
          (num_nulls(asked_coordinates, asked_clear, asked_valid_from, asked_valid_until) IN (0, 4)
           AND (asked_list_maximum IS NULL OR asked_coordinates IS NOT NULL)),
        ADD CONSTRAINT granted_within_what_was_asked CHECK
          (asked_coordinates IS NULL
           OR (clear <@ asked_clear AND valid_from >= asked_valid_from AND valid_until <= asked_valid_until
               AND coalesce(list_maximum, 100) <= coalesce(asked_list_maximum, 100)))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_grant
        DROP CONSTRAINT granted_within_what_was_asked,
        DROP CONSTRAINT asked_for_is_kept_whole,
        DROP COLUMN asked_coordinates,
        DROP COLUMN asked_clear,
        DROP COLUMN asked_valid_from,
        DROP COLUMN asked_valid_until,
        DROP COLUMN asked_list_maximum
    `);
  }
}
