import type { MigrationInterface, QueryRunner } from "typeorm";

/** Clocks ring by alarms of their own: nobody sweeps a district for those that ran out. */
export class NoWhistleSweeps1700000004950 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE whistle_sweep");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE whistle_sweep (
        district_code text COLLATE "C" NOT NULL,
        id            uuid NOT NULL,
        at            timestamptz(3) NOT NULL,
        escalated     jsonb NOT NULL,
        PRIMARY KEY (district_code, id)
      )`);
  }
}
