import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Mediations know the whistle that calls them, and mediators are reminded of their time to come as called units are of
 * theirs (GZ-15, GZ-16). Whoever was called before this came is reminded at the limit, if it has not come by then.
 */
export class MediationsOfWhistles1700000004960 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispute_mediation ADD COLUMN whistle_number text COLLATE "C",
        ADD FOREIGN KEY (district_code, whistle_number) REFERENCES whistle (district_code, number);
      CREATE INDEX dispute_mediation_whistle ON dispute_mediation (district_code, whistle_number)
        WHERE whistle_number IS NOT NULL;

      ALTER TABLE mediator ADD COLUMN ordinal integer;
      UPDATE mediator SET ordinal = placed.ordinal FROM (
        SELECT district_code, ticket_number, turn, unit_code,
               row_number() OVER (PARTITION BY district_code, ticket_number, turn ORDER BY invited_at, unit_code) AS ordinal
        FROM mediator) placed
      WHERE (mediator.district_code, mediator.ticket_number, mediator.turn, mediator.unit_code)
          = (placed.district_code, placed.ticket_number, placed.turn, placed.unit_code);
      ALTER TABLE mediator ALTER COLUMN ordinal SET NOT NULL, ADD CHECK (ordinal > 0),
        ADD UNIQUE (district_code, ticket_number, turn, ordinal);

      INSERT INTO reminder (district_code, subject, step, ordinal, moment, at)
      SELECT district_code, ticket_number || '-M' || turn, 'MEDIATE', mediator.ordinal, 'LIMIT', due_at
      FROM mediator JOIN dispute_mediation USING (district_code, ticket_number, turn)
      WHERE state = 'OPEN' AND arrived_at IS NULL AND due_at > now();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminder WHERE step = 'MEDIATE';
      ALTER TABLE mediator DROP COLUMN ordinal;
      ALTER TABLE dispute_mediation DROP COLUMN whistle_number;
    `);
  }
}
