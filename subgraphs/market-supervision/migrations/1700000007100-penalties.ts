import type { MigrationInterface, QueryRunner } from "typeorm";

export class Penalties1700000007100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE penalty (
        district_code     text COLLATE "C" NOT NULL,
        number            text COLLATE "C" NOT NULL,
        credit_code       text COLLATE "C" NOT NULL CHECK (length(credit_code) = 18),
        division_code     text COLLATE "C" NOT NULL,
        grid_code         text COLLATE "C",
        inspection_number text COLLATE "C",
        kind              text NOT NULL CHECK (kind IN
          ('WARNING', 'FINE', 'CONFISCATION', 'SUSPENSION', 'LICENCE_REVOCATION')),
        grounds           text NOT NULL CHECK (grounds <> ''),
        legal_basis       text NOT NULL CHECK (legal_basis <> ''),
        amount_fen        integer CHECK (amount_fen > 0),
        decided_on        date NOT NULL,
        published_from    date,
        published_until   date,
        case_officer_name text NOT NULL,
        PRIMARY KEY (district_code, number),
        FOREIGN KEY (district_code, inspection_number) REFERENCES inspection (district_code, number),
        CHECK (starts_with(number, district_code || '-P-')),
        CHECK (starts_with(division_code, district_code)),
        CHECK (starts_with(grid_code, division_code)),
        CHECK (CASE kind WHEN 'WARNING' THEN amount_fen IS NULL WHEN 'FINE' THEN amount_fen IS NOT NULL ELSE true END),
        CHECK ((published_from IS NULL) = (published_until IS NULL)),
        CHECK (decided_on <= published_from AND published_from < published_until)
      );
      CREATE INDEX penalty_business ON penalty (credit_code, decided_on, number);
      CREATE INDEX penalty_inspection ON penalty (district_code, inspection_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE penalty");
  }
}
