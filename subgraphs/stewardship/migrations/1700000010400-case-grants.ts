import type { MigrationInterface, QueryRunner } from "typeorm";

/** What was let be read for one case is looked up with the case. */
export class CaseGrants1700000010400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE INDEX data_grant_case ON data_grant (case_number) WHERE case_number IS NOT NULL",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX data_grant_case");
  }
}
