import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who leads whom on a joint task (PG-15); of whistles blown before, as far as who blew and who leads tells it. */
export class CoordinationModes1700000004830 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE whistle ADD COLUMN coordination text
        CHECK (coordination IN ('LOCAL_LED', 'DEPARTMENT_LED', 'DEPARTMENT_TO_LOCAL'));
      UPDATE whistle SET coordination = CASE
        WHEN blower_unit_code ~ '^\\d{9,12}$' THEN 'LOCAL_LED'
        WHEN blower_post IN ('RESPONDER', 'CHIEF_RESPONDER') THEN CASE
          WHEN EXISTS (
            SELECT FROM whistle_participant lead
            WHERE (lead.district_code, lead.whistle_number) = (whistle.district_code, whistle.number)
              AND lead.role = 'LEAD'
              AND lead.unit_kind IN ('SUBDISTRICT_OFFICE', 'INTERNAL_OFFICE', 'COMMUNITY_OFFICE', 'VILLAGE_COMMITTEE'))
          THEN 'DEPARTMENT_TO_LOCAL' ELSE 'DEPARTMENT_LED' END
      END;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE whistle DROP COLUMN coordination");
  }
}
