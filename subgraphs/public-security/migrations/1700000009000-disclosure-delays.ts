import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the subgraph itself keeps: whom the police do not have told yet, why, and until when. */
export class DisclosureDelays1700000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_delay (
        district_code   text COLLATE "C" NOT NULL CHECK (district_code ~ '^\\d{6}$'),
        id              uuid NOT NULL,
        subject_kind    text NOT NULL CHECK (subject_kind IN ('RESIDENT', 'ACCESS_RECORD')),
        subject         text COLLATE "C" NOT NULL CHECK (subject <> ''),
        case_number     text COLLATE "C" CHECK (left(case_number, 7) = district_code || '-'),
        reason          text NOT NULL CHECK (reason <> ''),
        ordered_by_unit text COLLATE "C" NOT NULL,
        began_at        timestamptz(3) NOT NULL,
        until           timestamptz(3) NOT NULL,
        ended_early_at  timestamptz(3),
        end_reason      text,
        version         integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, id),
        CHECK (until >= began_at),
        CHECK (case_number IS NULL OR subject_kind = 'RESIDENT'),
        CHECK ((ended_early_at IS NULL) = (end_reason IS NULL)),
        CHECK (ended_early_at IS NULL OR ended_early_at = until),
        -- Of one subject, in one case, one delay at a time: it is extended, not doubled.
        EXCLUDE USING gist (district_code WITH =, subject_kind WITH =, subject WITH =,
                            coalesce(case_number, '') WITH =, tstzrange(began_at, until) WITH &&)
      );
      CREATE INDEX disclosure_delay_latest ON disclosure_delay (district_code, began_at DESC, id DESC);
      CREATE INDEX disclosure_delay_subject ON disclosure_delay (subject, until);

      CREATE TABLE disclosure_extension (
        district_code text COLLATE "C" NOT NULL,
        delay_id      uuid NOT NULL,
        turn          integer NOT NULL CHECK (turn > 0),
        reason        text NOT NULL CHECK (reason <> ''),
        extended_at   timestamptz(3) NOT NULL,
        until         timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, delay_id, turn),
        FOREIGN KEY (district_code, delay_id) REFERENCES disclosure_delay (district_code, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE disclosure_extension, disclosure_delay");
  }
}
