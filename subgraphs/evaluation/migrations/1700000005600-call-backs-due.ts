import type { MigrationInterface, QueryRunner } from "typeorm";

export class CallBacksDue1700000005600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call_back_due (
        district_code      text COLLATE "C" NOT NULL,
        ticket_number      text COLLATE "C" NOT NULL,
        feedback_at        timestamptz(3) NOT NULL,
        division_code      text COLLATE "C" NOT NULL,
        handling_unit_code text COLLATE "C" NOT NULL,
        PRIMARY KEY (district_code, ticket_number),
        CHECK (starts_with(ticket_number, district_code || '-')),
        CHECK (starts_with(division_code, district_code))
      );
      CREATE INDEX call_back_due_oldest ON call_back_due (district_code, feedback_at, ticket_number);
      CREATE INDEX call_back_due_division ON call_back_due (division_code, feedback_at, ticket_number);
      CREATE INDEX call_back_due_unit ON call_back_due (handling_unit_code, feedback_at, ticket_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE call_back_due");
  }
}
