import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Clocks of whistles stand still for a reason (暂停) and are given longer on request (延期审核), and each keeps the office
 * hours it is counted by.
 */
export class PausesAndExtensions1700000004410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE whistle_clock ADD COLUMN paused_at timestamptz(3), ADD COLUMN working_hours jsonb;

      CREATE TABLE whistle_pause (
        district_code        text COLLATE "C" NOT NULL,
        whistle_number       text COLLATE "C" NOT NULL,
        turn                 integer NOT NULL CHECK (turn > 0),
        ground               text NOT NULL CHECK (ground IN ('DEMANDER', 'AUTHORITY', 'CONDITIONS')),
        reason               text NOT NULL,
        paused_at            timestamptz(3) NOT NULL,
        paused_by_unit_code  text COLLATE "C" NOT NULL,
        paused_by_id         text NOT NULL,
        resumed_at           timestamptz(3) CHECK (resumed_at >= paused_at),
        resumed_by_unit_code text COLLATE "C",
        resumed_by_id        text,
        PRIMARY KEY (district_code, whistle_number, turn),
        FOREIGN KEY (district_code, whistle_number) REFERENCES whistle (district_code, number),
        CHECK (num_nonnulls(resumed_at, resumed_by_unit_code, resumed_by_id) IN (0, 3))
      );
      CREATE UNIQUE INDEX paused_once ON whistle_pause (district_code, whistle_number) WHERE resumed_at IS NULL;

      CREATE TABLE whistle_extension (
        district_code        text COLLATE "C" NOT NULL,
        whistle_number       text COLLATE "C" NOT NULL,
        turn                 integer NOT NULL CHECK (turn > 0),
        step                 text NOT NULL,
        ordinal              integer NOT NULL,
        unit_code            text COLLATE "C" NOT NULL,
        asked_by_id          text NOT NULL,
        amount               integer NOT NULL CHECK (amount > 0),
        reason               text NOT NULL,
        asked_at             timestamptz(3) NOT NULL,
        granted              boolean,
        grounds              text,
        decided_at           timestamptz(3),
        decided_by_unit_code text COLLATE "C",
        decided_by_id        text,
        due_at               timestamptz(3),
        PRIMARY KEY (district_code, whistle_number, turn),
        FOREIGN KEY (district_code, whistle_number, step, ordinal)
          REFERENCES whistle_clock (district_code, whistle_number, step, ordinal),
        CHECK (num_nonnulls(granted, grounds, decided_at, decided_by_unit_code, decided_by_id) IN (0, 5)),
        CHECK ((due_at IS NOT NULL) = (granted IS TRUE))
      );
      CREATE UNIQUE INDEX asked_once ON whistle_extension (district_code, whistle_number, step, ordinal)
        WHERE granted IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE whistle_extension, whistle_pause;
      ALTER TABLE whistle_clock DROP COLUMN paused_at, DROP COLUMN working_hours;
    `);
  }
}
