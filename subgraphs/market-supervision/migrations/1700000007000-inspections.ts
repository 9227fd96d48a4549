import type { MigrationInterface, QueryRunner } from "typeorm";

export class Inspections1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inspection (
        district_code   text COLLATE "C" NOT NULL,
        number          text COLLATE "C" NOT NULL,
        credit_code     text COLLATE "C" NOT NULL CHECK (length(credit_code) = 18),
        division_code   text COLLATE "C" NOT NULL,
        grid_code       text COLLATE "C",
        ticket_number   text COLLATE "C",
        drawn_at_random boolean NOT NULL,
        inspected_on    date NOT NULL,
        result          text NOT NULL CHECK (result IN
          ('NOTHING_FOUND', 'CORRECTED_ON_THE_SPOT', 'ORDERED_TO_CORRECT', 'CASE_OPENED', 'NOT_AT_ADDRESS')),
        findings        text CHECK (findings <> ''),
        inspector_name  text NOT NULL,
        PRIMARY KEY (district_code, number),
        CHECK (starts_with(number, district_code || '-I-')),
        CHECK (starts_with(division_code, district_code)),
        CHECK (starts_with(grid_code, division_code)),
        CHECK (starts_with(ticket_number, district_code || '-')),
        CHECK ((result = 'NOTHING_FOUND') = (findings IS NULL)),
        -- Drawn at random is not sent for.
        CHECK (NOT drawn_at_random OR ticket_number IS NULL)
      );
      CREATE INDEX inspection_business ON inspection (credit_code, inspected_on, number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE inspection");
  }
}
