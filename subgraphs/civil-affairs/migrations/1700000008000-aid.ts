import type { MigrationInterface, QueryRunner } from "typeorm";

/** Aid from application to stop. `place_code` is the recipient's grid, or the community where no grid covers the building. */
export class Aid1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE aid (
        district_code      text COLLATE "C" NOT NULL,
        number             text COLLATE "C" NOT NULL,
        resident_id        text COLLATE "C" NOT NULL,
        person_id          text COLLATE "C",
        place_code         text COLLATE "C" NOT NULL CHECK (place_code ~ '^\\d{12}(\\d{3})?$'),
        recipient_name     text NOT NULL CHECK (recipient_name <> ''),
        kind               text NOT NULL CHECK (kind IN
          ('MINIMUM_LIVING_ALLOWANCE', 'DESTITUTE_SUPPORT', 'TEMPORARY_AID', 'DISABILITY_LIVING_ALLOWANCE',
           'DISABILITY_NURSING_ALLOWANCE', 'OLD_AGE_ALLOWANCE', 'ORPHAN_ALLOWANCE')),
        state              text NOT NULL CHECK (state IN
          ('APPLIED', 'REVIEWED', 'APPROVED', 'REFUSED', 'IN_PAYMENT', 'STOPPED')),
        source             text NOT NULL CHECK (source IN
          ('APPLICATION', 'HOUSEHOLD_VISIT', 'COMMUNITY_REPORT', 'REGISTER_EXCHANGE')),
        applied_at         timestamptz(3) NOT NULL,
        application_reason text NOT NULL,
        reviewed_at        timestamptz(3),
        reviewer_id        text COLLATE "C",
        review_opinion     text,
        decided_at         timestamptz(3),
        refusal_reason     text,
        monthly_amount_fen integer CHECK (monthly_amount_fen > 0),
        paid_from          date,
        paid_until         date,
        review_due_on      date,
        stop_reason        text CHECK (stop_reason IN
          ('NO_LONGER_QUALIFIES', 'TERM_ENDED', 'WITHDRAWN', 'MOVED_AWAY', 'DIED')),
        stopped_at         timestamptz(3),
        retain_until       date NOT NULL,
        version            integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        CHECK (left(number, 11) = district_code || '-AID-'),
        CHECK (left(resident_id, 7) = district_code || '-'),
        CHECK (left(place_code, 6) = district_code),
        CHECK (num_nulls(reviewed_at, reviewer_id, review_opinion) IN (0, 3)),
        CONSTRAINT refused_with_reason CHECK ((state = 'REFUSED') = (refusal_reason IS NOT NULL)),
        CONSTRAINT approved_with_amount CHECK ((state IN ('APPROVED', 'IN_PAYMENT', 'STOPPED'))
          = (monthly_amount_fen IS NOT NULL)),
        CONSTRAINT only_temporary_aid_ends CHECK (paid_until IS NULL OR kind = 'TEMPORARY_AID'),
        CONSTRAINT paid_with_review_due CHECK ((state = 'IN_PAYMENT') = (review_due_on IS NOT NULL)),
        CONSTRAINT stopped_with_reason CHECK (num_nulls(stop_reason, stopped_at) IN (0, 2)
          AND (state = 'STOPPED') = (stop_reason IS NOT NULL))
      );
      -- One at a time of each kind; and who is supported as destitute does not get the minimum living allowance as well.
      CREATE UNIQUE INDEX one_aid_at_a_time ON aid (district_code, resident_id,
        (CASE WHEN kind IN ('MINIMUM_LIVING_ALLOWANCE', 'DESTITUTE_SUPPORT') THEN 'SUBSISTENCE' ELSE kind END))
        WHERE state NOT IN ('REFUSED', 'STOPPED');
      CREATE INDEX aid_resident ON aid (district_code, resident_id);
      CREATE INDEX aid_person ON aid (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX aid_place ON aid (place_code, number);
      CREATE INDEX aid_ends ON aid (paid_until) WHERE state IN ('APPROVED', 'IN_PAYMENT');
      CREATE INDEX aid_retention ON aid (retain_until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE aid");
  }
}
