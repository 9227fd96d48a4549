import type { MigrationInterface, QueryRunner } from "typeorm";

/** Office hours that units have of their own (单位工作时间, GZ-16). */
export class UnitWorkingHours1700000004420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_working_hours (
        district_code text COLLATE "C" NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        valid_from    date NOT NULL,
        spans         jsonb NOT NULL CHECK (jsonb_array_length(spans) > 0),
        set_at        timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, unit_code, valid_from),
        CHECK (left(unit_code, 6) = district_code)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE unit_working_hours");
  }
}
