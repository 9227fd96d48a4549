import type { MigrationInterface, QueryRunner } from "typeorm";

/** Handing powers down by grant (GZ-5) and duties by approved hand-down (GZ-9). */
export class Grants1700000002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE power_grant (
        number               text COLLATE "C" PRIMARY KEY CHECK (number ~ '^\\d{6}-G-\\d{8}-\\d{4}$'),
        district_code        text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(number, 6)) STORED,
        state                text NOT NULL CHECK (state IN
                               ('INTENT', 'REVIEWED', 'APPROVED', 'LISTED', 'PUBLISHED', 'REVOKED')),
        item_code            text COLLATE "C" NOT NULL REFERENCES power_item (code),
        granting_unit_code   text COLLATE "C" NOT NULL REFERENCES unit (code),
        receiving_unit_code  text COLLATE "C" NOT NULL REFERENCES unit (code),
        guiding_catalogue    text NOT NULL,
        intent               text NOT NULL,
        stated_at            timestamptz(3) NOT NULL,
        review_opinion       text,
        reviewed_at          timestamptz(3),
        approval_document    text,
        approved_at          timestamptz(3),
        list_id              text COLLATE "C",
        batch_number         integer,
        listed_at            timestamptz(3),
        published_at         timestamptz(3),
        revocation_reason    text,
        revoked_at           timestamptz(3),
        version              integer NOT NULL DEFAULT 1,
        FOREIGN KEY (list_id, batch_number) REFERENCES list_batch (list_id, number)
      );
      CREATE UNIQUE INDEX one_grant_at_a_time ON power_grant (receiving_unit_code, item_code) WHERE state <> 'REVOKED';
      CREATE INDEX power_grant_district ON power_grant (district_code, number);
      CREATE INDEX power_grant_batch ON power_grant (list_id, batch_number);

      CREATE TABLE hand_down (
        number                text COLLATE "C" PRIMARY KEY CHECK (number ~ '^\\d{6}-H-\\d{8}-\\d{4}$'),
        district_code         text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(number, 6)) STORED,
        item_code             text COLLATE "C" NOT NULL REFERENCES power_item (code),
        handing_unit_code     text COLLATE "C" NOT NULL REFERENCES unit (code),
        receiving_unit_code   text COLLATE "C" NOT NULL REFERENCES unit (code),
        reason                text NOT NULL,
        proposed_at           timestamptz(3) NOT NULL,
        approval              text,
        approved_by           text COLLATE "C" REFERENCES unit (code),
        approved_at           timestamptz(3),
        funds                 text,
        funds_confirmed_by    text COLLATE "C" REFERENCES unit (code),
        funds_confirmed_at    timestamptz(3),
        conditions            text,
        conditions_confirmed_by text COLLATE "C" REFERENCES unit (code),
        conditions_confirmed_at timestamptz(3),
        list_id               text COLLATE "C",
        batch_number          integer,
        version               integer NOT NULL DEFAULT 1,
        CHECK (num_nulls(approval, approved_by, approved_at) IN (0, 3)),
        CHECK (num_nulls(funds, funds_confirmed_by, funds_confirmed_at) IN (0, 3)),
        CHECK (num_nulls(conditions, conditions_confirmed_by, conditions_confirmed_at) IN (0, 3)),
        CONSTRAINT listed_only_when_complete CHECK (list_id IS NULL
          OR num_nulls(approval, funds, conditions) = 0),
        FOREIGN KEY (list_id, batch_number) REFERENCES list_batch (list_id, number)
      );
      CREATE UNIQUE INDEX one_hand_down_at_a_time ON hand_down (receiving_unit_code, item_code);
      CREATE INDEX hand_down_district ON hand_down (district_code, number);

      ALTER TABLE list_entry
        ADD FOREIGN KEY (grant_number) REFERENCES power_grant (number),
        ADD FOREIGN KEY (hand_down_number) REFERENCES hand_down (number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE list_entry DROP COLUMN grant_number, DROP COLUMN hand_down_number;
      DROP TABLE hand_down, power_grant;
    `);
  }
}
