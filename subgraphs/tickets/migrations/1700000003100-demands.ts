import type { MigrationInterface, QueryRunner } from "typeorm";

export class Demands1700000003100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE demander (
        district_code text COLLATE "C" NOT NULL,
        id            uuid NOT NULL DEFAULT gen_random_uuid(),
        kind          text NOT NULL CHECK (kind IN ('PERSON', 'FIRM', 'BODY')),
        identity      text COLLATE "C",
        name          text NOT NULL,
        phone         text,
        credit_code   text COLLATE "C",
        person_id     text COLLATE "C",
        PRIMARY KEY (district_code, id),
        CHECK (kind <> 'PERSON' OR credit_code IS NULL)
      );
      CREATE UNIQUE INDEX demander_identity ON demander (district_code, identity, name);
      CREATE INDEX demander_person ON demander (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX demander_firm ON demander (credit_code) WHERE credit_code IS NOT NULL;

      CREATE TABLE demand (
        district_code text COLLATE "C" NOT NULL,
        number        text COLLATE "C" NOT NULL,
        ticket_number text COLLATE "C" NOT NULL,
        demander_id   uuid,
        kind          text NOT NULL
          CHECK (kind IN ('CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION')),
        channel_code  text COLLATE "C" NOT NULL REFERENCES channel (code),
        urgency       text NOT NULL CHECK (urgency IN ('ORDINARY', 'URGENT', 'CRITICAL')),
        text          text NOT NULL,
        who           text,
        happened_at   timestamptz(3),
        cause         text,
        course        text,
        place_text    text,
        longitude     double precision,
        latitude      double precision,
        division_code text COLLATE "C" NOT NULL,
        grid_code     text COLLATE "C",
        estate_code   text COLLATE "C",
        building_code text COLLATE "C",
        media         text[] NOT NULL DEFAULT '{}',
        received_at   timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, number),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number),
        FOREIGN KEY (district_code, demander_id) REFERENCES demander (district_code, id),
        CHECK (starts_with(number, district_code || '-D-')),
        CHECK (starts_with(division_code, district_code)),
        CHECK ((longitude IS NULL) = (latitude IS NULL))
      );
      CREATE INDEX demand_ticket ON demand (district_code, ticket_number, received_at, number);
      CREATE INDEX demand_demander ON demand (district_code, demander_id);
      CREATE INDEX demand_text ON demand USING gin (text gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE demand, demander");
  }
}
