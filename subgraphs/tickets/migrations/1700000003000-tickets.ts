import type { MigrationInterface, QueryRunner } from "typeorm";

export class Tickets1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket (
        district_code      text COLLATE "C" NOT NULL,
        number             text COLLATE "C" NOT NULL,
        state              text NOT NULL,
        division_code      text COLLATE "C" NOT NULL,
        handling_unit_code text COLLATE "C",
        received_at        timestamptz(3) NOT NULL,
        signed_at          timestamptz(3),
        version            integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE ticket");
  }
}
