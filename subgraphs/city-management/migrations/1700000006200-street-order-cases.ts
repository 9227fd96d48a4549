import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What is due is kept as the limit in force at the dispatch and the instant it ends; whether it is overdue is computed.
 * The steps are written once and stay.
 */
export class StreetOrderCases1700000006200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE street_order_case (
        district_code      text COLLATE "C" NOT NULL,
        number             text COLLATE "C" NOT NULL CHECK (number ~ '^\\d{6}-C-\\d{8}-\\d{4,}$'),
        state              text NOT NULL CHECK (state IN
          ('COLLECTED', 'DECLINED', 'ESTABLISHED', 'DISPATCHED', 'HANDLED', 'FEEDBACK_GIVEN', 'CLOSED', 'EVALUATED')),
        kind               text NOT NULL,
        subclass_code      text COLLATE "C" NOT NULL,
        component_code     text COLLATE "C",
        grid_code          text COLLATE "C" NOT NULL CHECK (grid_code ~ '^\\d{15}$'),
        place              text NOT NULL CHECK (place <> ''),
        description        text NOT NULL CHECK (description <> ''),
        found_by           text NOT NULL CHECK (found_by IN
          ('COLLECTOR', 'GRID_MEMBER', 'ENFORCEMENT', 'CAMERA', 'TICKET')),
        ticket_number      text COLLATE "C",
        credit_code        text COLLATE "C" CHECK (length(credit_code) = 18),
        party_name         text,
        party_phone        text COLLATE "C",
        party_person_id    text COLLATE "C",
        party_resident_id  text COLLATE "C",
        collected_at       timestamptz(3) NOT NULL,
        handling_unit_code text COLLATE "C",
        dispatched_at      timestamptz(3),
        limit_amount       integer CHECK (limit_amount > 0),
        limit_unit         text CHECK (limit_unit IN ('WORKING_HOURS', 'WORKING_DAYS')),
        due_at             timestamptz(3),
        handled_at         timestamptz(3),
        closed_at          timestamptz(3),
        version            integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_code, number),
        CHECK (starts_with(number, district_code || '-C-')),
        CHECK (starts_with(grid_code, district_code)),
        CHECK ((kind = 'COMPONENT') = (component_code IS NOT NULL)),
        CHECK (substr(component_code, 7, 4) = subclass_code),
        CHECK (starts_with(ticket_number, district_code || '-')),
        CHECK ((found_by = 'TICKET') = (ticket_number IS NOT NULL)),
        CHECK (party_name IS NOT NULL OR num_nonnulls(party_phone, party_person_id, party_resident_id) = 0),
        -- Dispatched all at once, and from then on for good: a case that comes back for rework keeps its clock.
        CHECK (num_nonnulls(handling_unit_code, dispatched_at, limit_amount, limit_unit, due_at)
          = CASE WHEN state IN ('COLLECTED', 'DECLINED', 'ESTABLISHED') THEN 0 ELSE 5 END),
        CHECK (due_at > dispatched_at),
        CHECK ((handled_at IS NOT NULL) = (state IN ('HANDLED', 'FEEDBACK_GIVEN', 'CLOSED', 'EVALUATED'))),
        CHECK ((closed_at IS NOT NULL) = (state IN ('CLOSED', 'EVALUATED'))),
        FOREIGN KEY (kind, subclass_code) REFERENCES street_order_subclass (kind, code),
        FOREIGN KEY (district_code, component_code) REFERENCES component (district_code, code)
      );
      CREATE INDEX street_order_case_grid ON street_order_case (grid_code, collected_at, number);
      CREATE INDEX street_order_case_open ON street_order_case (grid_code)
        WHERE state NOT IN ('DECLINED', 'CLOSED', 'EVALUATED');
      CREATE INDEX street_order_case_newest ON street_order_case (collected_at, number);
      CREATE INDEX street_order_case_component ON street_order_case (component_code, collected_at, number)
        WHERE component_code IS NOT NULL;
      CREATE INDEX street_order_case_ticket ON street_order_case (ticket_number, collected_at, number)
        WHERE ticket_number IS NOT NULL;
      CREATE INDEX street_order_case_business ON street_order_case (credit_code, collected_at, number)
        WHERE credit_code IS NOT NULL;
      CREATE INDEX street_order_case_person ON street_order_case (party_person_id)
        WHERE party_person_id IS NOT NULL;
      CREATE INDEX street_order_case_resident ON street_order_case (party_resident_id)
        WHERE party_resident_id IS NOT NULL;

      CREATE TABLE street_order_step (
        district_code text COLLATE "C" NOT NULL,
        case_number   text COLLATE "C" NOT NULL,
        ordinal       integer NOT NULL CHECK (ordinal > 0),
        step          text NOT NULL CHECK (step IN
          ('COLLECTION', 'ESTABLISHMENT', 'DISPATCH', 'HANDLING', 'FEEDBACK', 'VERIFICATION', 'EVALUATION')),
        at            timestamptz(3) NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        post          text NOT NULL,
        person_id     text NOT NULL,
        passed        boolean,
        note          text,
        PRIMARY KEY (district_code, case_number, ordinal),
        CHECK ((passed IS NOT NULL) = (step IN ('ESTABLISHMENT', 'VERIFICATION'))),
        FOREIGN KEY (district_code, case_number) REFERENCES street_order_case (district_code, number)
      );

      CREATE FUNCTION refuse_step_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'steps are written once' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER street_order_step_written_once BEFORE UPDATE OR DELETE ON street_order_step
        FOR EACH ROW EXECUTE FUNCTION refuse_step_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE street_order_step, street_order_case;
      DROP FUNCTION refuse_step_change();
    `);
  }
}
