import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Reminders of whistles' clocks and tickets' limits, and how early a district reminds (定期提醒, ZY-17). What runs when
 * this comes is reminded of at its limit: with that it is escalated, and by nothing else.
 */
export class Reminders1700000004400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_rule (
        district_code text COLLATE "C" NOT NULL,
        version       integer NOT NULL,
        percent       integer NOT NULL CHECK (percent BETWEEN 1 AND 99),
        configured    text NOT NULL,
        valid_from    date NOT NULL,
        PRIMARY KEY (district_code, version)
      );

      CREATE TABLE reminder (
        district_code text COLLATE "C" NOT NULL,
        subject       text COLLATE "C" NOT NULL,
        step          text NOT NULL,
        ordinal       integer NOT NULL,
        moment        text NOT NULL CHECK (moment IN ('BEFORE', 'LIMIT')),
        at            timestamptz(3) NOT NULL,
        reminded_at   timestamptz(3),
        reached       text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (district_code, subject, step, ordinal, moment),
        CHECK (reminded_at >= at)
      );
      CREATE INDEX reminder_awaited ON reminder (at) WHERE reminded_at IS NULL;

      INSERT INTO reminder (district_code, subject, step, ordinal, moment, at)
      SELECT district_code, whistle_number, step, ordinal, 'LIMIT', due_at FROM whistle_clock
      WHERE escalated_at IS NULL
        AND (met_at IS NULL OR met_at >= due_at) AND (stopped_at IS NULL OR stopped_at >= due_at)
      UNION ALL
      SELECT district_code, number, 'ANSWER', 0, 'LIMIT', due_at FROM ticket
      WHERE feedback_at IS NULL AND state NOT IN ('REJECTED', 'MERGED') AND due_at > now();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE reminder, reminder_rule");
  }
}
