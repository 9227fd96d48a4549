import type { MigrationInterface, QueryRunner } from "typeorm";

/** What arbiters decided about contested duties, to be found again by matter, unit and place; those decided before too. */
export class DutyRulings1700000004810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE whistle ADD COLUMN matter_code text COLLATE "C";
      UPDATE whistle SET matter_code = behind.matter_code
      FROM (
        SELECT link.district_code, link.whistle_number, min(ticket.matter_code) AS matter_code
        FROM whistle_ticket link
        JOIN ticket ON (ticket.district_code, ticket.number) = (link.district_code, link.ticket_number)
        WHERE ticket.matter_code IS NOT NULL
        GROUP BY link.district_code, link.whistle_number
      ) AS behind
      WHERE (whistle.district_code, whistle.number) = (behind.district_code, behind.whistle_number);

      CREATE TABLE duty_ruling (
        district_code         text COLLATE "C" NOT NULL,
        whistle_number        text COLLATE "C" NOT NULL,
        unit_code             text COLLATE "C" NOT NULL,
        role                  text NOT NULL CHECK (role IN ('LEAD', 'ASSISTING')),
        matter_code           text COLLATE "C",
        division_code         text COLLATE "C" NOT NULL,
        reason                text NOT NULL,
        decision              text NOT NULL CHECK (decision IN ('UPHELD', 'RELEASED')),
        grounds               text NOT NULL,
        responsible_unit_code text COLLATE "C",
        arbiter_post          text NOT NULL,
        arbiter_unit_code     text COLLATE "C" NOT NULL,
        decided_at            timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, whistle_number, unit_code),
        FOREIGN KEY (district_code, whistle_number, unit_code)
          REFERENCES whistle_participant (district_code, whistle_number, unit_code),
        CHECK (decision = 'RELEASED' OR responsible_unit_code = unit_code)
      );
      CREATE INDEX duty_ruling_matter ON duty_ruling (district_code, matter_code, decided_at);
      CREATE INDEX duty_ruling_decided ON duty_ruling (district_code, decided_at);

      INSERT INTO duty_ruling
      SELECT DISTINCT ON (contested.district_code, contested.whistle_number, contested.unit_code)
             contested.district_code, contested.whistle_number, contested.unit_code, contested.role,
             whistle.matter_code, whistle.division_code, contested.dispute_reason, contested.dispute_decision,
             contested.dispute_grounds,
             CASE contested.dispute_decision WHEN 'UPHELD' THEN contested.unit_code ELSE entry.payload ->> 'replacement' END,
             entry.actor_post, entry.actor_unit, entry.at
      FROM whistle_participant contested
      JOIN whistle ON (whistle.district_code, whistle.number) = (contested.district_code, contested.whistle_number)
      JOIN log_entry entry ON entry.subject = contested.whistle_number
        AND entry.kind = 'WHISTLE_DISPUTE_DECIDED' AND entry.payload ->> 'unit' = contested.unit_code
      WHERE contested.dispute_decision IS NOT NULL
      ORDER BY contested.district_code, contested.whistle_number, contested.unit_code, entry.sequence DESC;

      CREATE FUNCTION refuse_ruling_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a ruling stands as it was given' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER duty_ruling_stands BEFORE UPDATE OR DELETE ON duty_ruling
        FOR EACH ROW EXECUTE FUNCTION refuse_ruling_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE duty_ruling;
      DROP FUNCTION refuse_ruling_change();
      ALTER TABLE whistle DROP COLUMN matter_code;
    `);
  }
}
