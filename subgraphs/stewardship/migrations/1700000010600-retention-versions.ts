import type { MigrationInterface, QueryRunner } from "typeorm";

/** A rule of how long records are kept is never changed: a new version takes its place, from a day on and with a reason. */
export class RetentionVersions1700000010600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Less was never lawful, whatever was set by hand.
      UPDATE retention_rule SET years = 3 WHERE years < 3;
      ALTER TABLE retention_rule
        ADD version     integer NOT NULL DEFAULT 1 CHECK (version > 0),
        ADD valid_from  date NOT NULL DEFAULT '2000-01-01',
        ADD set_at      timestamptz(3),
        ADD set_by      text,
        ADD set_by_unit text COLLATE "C",
        ADD reason      text,
        ADD CHECK (num_nulls(set_at, set_by, set_by_unit, reason) IN (0, 4)),
        ADD CONSTRAINT kept_as_long_as_the_law_says CHECK (years >= 3),
        DROP CONSTRAINT retention_rule_pkey,
        ADD PRIMARY KEY (district_code, subgraph, version);
      ALTER TABLE retention_rule ALTER version DROP DEFAULT, ALTER valid_from DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM retention_rule AS rule USING retention_rule AS later
      WHERE later.district_code = rule.district_code AND later.subgraph = rule.subgraph AND later.version > rule.version;
      ALTER TABLE retention_rule
        DROP CONSTRAINT retention_rule_pkey,
        DROP CONSTRAINT kept_as_long_as_the_law_says,
        DROP version, DROP valid_from, DROP set_at, DROP set_by, DROP set_by_unit, DROP reason,
        ADD PRIMARY KEY (district_code, subgraph);
    `);
  }
}
