import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What tickets are searched by and how often terms are met, and the hot classes that demands fall into. Tickets that were
 * there before are read bit by bit as work that piled up: until then their `terms` are null.
 */
export class TextAndHotClasses1700000004500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_text (
        district_code text COLLATE "C" NOT NULL,
        ticket_number text COLLATE "C" NOT NULL,
        received_at   timestamptz(3) NOT NULL,
        terms         tsvector,
        counted       boolean NOT NULL DEFAULT false,
        PRIMARY KEY (district_code, ticket_number),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number)
      );
      INSERT INTO ticket_text (district_code, ticket_number, received_at)
        SELECT district_code, number, received_at FROM ticket;
      CREATE INDEX ticket_text_terms ON ticket_text USING gin (terms);
      CREATE INDEX ticket_text_latest ON ticket_text (district_code, received_at);
      CREATE INDEX ticket_text_unread ON ticket_text (received_at DESC) WHERE terms IS NULL;
      CREATE INDEX ticket_text_uncounted ON ticket_text (received_at) WHERE NOT counted;
      DROP INDEX ticket_title, demand_text;

      CREATE TABLE term_frequency (
        district_code text COLLATE "C" NOT NULL,
        term          text COLLATE "C" NOT NULL,
        demands       integer NOT NULL,
        PRIMARY KEY (district_code, term)
      );
      CREATE INDEX term_frequency_most ON term_frequency (district_code, demands DESC);

      ALTER TABLE trend_rule
        ADD COLUMN hot_demanders integer NOT NULL DEFAULT 3 CHECK (hot_demanders > 1),
        ADD COLUMN hot_within_hours integer NOT NULL DEFAULT 168 CHECK (hot_within_hours > 0);

      CREATE TABLE hot_class (
        district_code     text COLLATE "C" NOT NULL,
        number            text COLLATE "C" NOT NULL,
        state             text NOT NULL CHECK (state IN ('OPEN', 'DISMISSED', 'MERGED')),
        matter_code       text COLLATE "C",
        division_code     text COLLATE "C" NOT NULL,
        estate_code       text COLLATE "C",
        grid_code         text COLLATE "C",
        demanders         integer NOT NULL,
        ticket_count      integer NOT NULL,
        first_at          timestamptz(3) NOT NULL,
        last_at           timestamptz(3) NOT NULL,
        words             text[] NOT NULL,
        place_names       text[] NOT NULL,
        within_hours      integer NOT NULL,
        class_problem_number text COLLATE "C",
        merged_into_number text COLLATE "C",
        decision_reason   text,
        decided_by_unit_code text COLLATE "C",
        decided_at        timestamptz(3),
        version           integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        FOREIGN KEY (district_code, class_problem_number) REFERENCES class_problem (district_code, number),
        FOREIGN KEY (district_code, merged_into_number) REFERENCES hot_class (district_code, number),
        CHECK ((state = 'MERGED') = (merged_into_number IS NOT NULL)),
        CHECK (state = 'OPEN' OR decided_at IS NOT NULL)
      );
      CREATE INDEX hot_class_strength ON hot_class (district_code, demanders, last_at, number) WHERE state = 'OPEN';

      CREATE TABLE hot_class_ticket (
        district_code    text COLLATE "C" NOT NULL,
        ticket_number    text COLLATE "C" NOT NULL,
        hot_class_number text COLLATE "C" NOT NULL,
        placed_by        text NOT NULL CHECK (placed_by IN ('DETECTION', 'PERSON')),
        PRIMARY KEY (district_code, ticket_number),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number),
        FOREIGN KEY (district_code, hot_class_number) REFERENCES hot_class (district_code, number)
      );
      CREATE INDEX hot_class_ticket_class ON hot_class_ticket (district_code, hot_class_number);
      CREATE INDEX ticket_unlocated ON ticket (district_code, received_at)
        WHERE grid_code IS NULL AND estate_code IS NULL;

      ALTER TABLE class_problem DROP CONSTRAINT class_problem_check,
        ADD CONSTRAINT class_problem_one_place CHECK (num_nonnulls(estate_code, grid_code) <= 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM class_problem WHERE num_nonnulls(estate_code, grid_code) = 0;
      ALTER TABLE class_problem DROP CONSTRAINT class_problem_one_place,
        ADD CONSTRAINT class_problem_check CHECK (num_nonnulls(estate_code, grid_code) = 1);
      DROP INDEX ticket_unlocated;
      DROP TABLE hot_class_ticket, hot_class, term_frequency, ticket_text;
      ALTER TABLE trend_rule DROP COLUMN hot_demanders, DROP COLUMN hot_within_hours;
      CREATE INDEX ticket_title ON ticket USING gin (title gin_trgm_ops);
      CREATE INDEX demand_text ON demand USING gin (text gin_trgm_ops);
    `);
  }
}
