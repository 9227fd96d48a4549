import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the demander said of the handling when called back, for the enterprise-demand report (PG-13). */
export class Satisfaction1700000004920 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE ticket ADD satisfaction text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE ticket DROP satisfaction");
  }
}
