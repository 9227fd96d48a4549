import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Where, about what, with whom and in which month a ticket is filed, beside what it is searched by and in the same index: common
 * words of one place are found without reading what was said everywhere else.
 */
export class TicketFiling1700000004520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION filed_under(filed ticket) RETURNS text[] LANGUAGE sql STABLE AS $$
        SELECT array_agg(DISTINCT entry) FROM unnest(ARRAY[
          left(filed.division_code, 6), left(filed.division_code, 9), left(filed.division_code, 12),
          filed.grid_code, filed.estate_code, filed.matter_code, filed.handling_unit_code,
          to_char(filed.received_at AT TIME ZONE 'UTC', 'YYYY-MM')
        ]) AS entry WHERE entry IS NOT NULL
      $$;
      ALTER TABLE ticket_text ADD COLUMN filed_under text[] COLLATE "C" NOT NULL DEFAULT '{}';
      DROP INDEX ticket_text_terms; -- to be made once is a fraction of being kept up row by row
      UPDATE ticket_text SET filed_under = filed_under(ticket) FROM ticket
        WHERE (ticket.district_code, ticket.number) = (ticket_text.district_code, ticket_text.ticket_number);
      CREATE INDEX ticket_text_terms ON ticket_text USING gin (terms, filed_under);

      CREATE FUNCTION file_ticket_anew() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE ticket_text SET filed_under = filed_under(NEW)
            WHERE district_code = NEW.district_code AND ticket_number = NEW.number;
          RETURN NULL;
        END
      $$;
      CREATE TRIGGER ticket_filed_anew AFTER UPDATE ON ticket FOR EACH ROW
        WHEN ((OLD.division_code, OLD.grid_code, OLD.estate_code, OLD.matter_code, OLD.handling_unit_code)
          IS DISTINCT FROM (NEW.division_code, NEW.grid_code, NEW.estate_code, NEW.matter_code, NEW.handling_unit_code))
        EXECUTE FUNCTION file_ticket_anew();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ticket_filed_anew ON ticket;
      DROP FUNCTION file_ticket_anew();
      DROP INDEX ticket_text_terms;
      ALTER TABLE ticket_text DROP COLUMN filed_under;
      DROP FUNCTION filed_under(ticket);
      CREATE INDEX ticket_text_terms ON ticket_text USING gin (terms);
    `);
  }
}
