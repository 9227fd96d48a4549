import type { MigrationInterface, QueryRunner } from "typeorm";

/** Power items, the lists that hold them and the numbered batches by which lists change (GZ-11). */
export class Lists1700000002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE power_item (
        code                 text COLLATE "C" PRIMARY KEY CHECK (code ~ '^\\d{16}$'),
        name                 text NOT NULL,
        kind                 text NOT NULL CHECK (kind IN (
                               'LICENCE', 'PENALTY', 'COMPULSION', 'LEVY', 'PAYMENT',
                               'INSPECTION', 'CONFIRMATION', 'REWARD', 'ADJUDICATION', 'OTHER')),
        legal_basis          text NOT NULL,
        body_unit_code       text COLLATE "C" NOT NULL REFERENCES unit (code),
        handling_unit_code   text COLLATE "C" REFERENCES unit (code),
        responsibility_steps text[] NOT NULL DEFAULT '{}',
        deadline_amount      integer CHECK (deadline_amount > 0),
        deadline_unit        text CHECK (deadline_unit IN (
                               'MINUTES', 'HOURS', 'WORKING_HOURS', 'WORKING_DAYS', 'CALENDAR_DAYS')),
        sample               boolean NOT NULL DEFAULT false,
        published            boolean NOT NULL DEFAULT false,
        CHECK ((deadline_amount IS NULL) = (deadline_unit IS NULL)),
        CONSTRAINT kind_is_in_the_code CHECK (substr(code, 10, 2) = CASE kind
          WHEN 'LICENCE' THEN '01' WHEN 'PENALTY' THEN '02' WHEN 'COMPULSION' THEN '03' WHEN 'LEVY' THEN '04'
          WHEN 'PAYMENT' THEN '05' WHEN 'INSPECTION' THEN '06' WHEN 'CONFIRMATION' THEN '07' WHEN 'REWARD' THEN '08'
          WHEN 'ADJUDICATION' THEN '09' WHEN 'OTHER' THEN '10' END)
      );
      CREATE INDEX power_item_body ON power_item (body_unit_code, code);
      CREATE INDEX power_item_handling ON power_item (handling_unit_code, code);
      CREATE INDEX power_item_kind ON power_item (kind, code);
      CREATE INDEX power_item_name ON power_item USING gin (bigrams(name));

      CREATE TABLE item_list (
        id          text COLLATE "C" PRIMARY KEY,
        holder_code text COLLATE "C" NOT NULL REFERENCES unit (code),
        kind        text NOT NULL CHECK (kind IN ('POWER', 'DUTY', 'SERVICE', 'MICRO_POWER', 'COMMUNITY_ACCESS')),
        name        text NOT NULL,
        UNIQUE (holder_code, kind),
        CHECK (id = holder_code || ':' || kind)
      );

      CREATE TABLE list_batch (
        list_id        text COLLATE "C" NOT NULL REFERENCES item_list (id),
        number         integer NOT NULL CHECK (number > 0),
        state          text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
        document       text NOT NULL,
        effective_from date,
        opened_at      timestamptz(3) NOT NULL,
        published_at   timestamptz(3),
        version        integer NOT NULL DEFAULT 1,
        PRIMARY KEY (list_id, number),
        CHECK (num_nonnulls(published_at, effective_from) = CASE state WHEN 'PUBLISHED' THEN 2 ELSE 0 END)
      );
      CREATE UNIQUE INDEX one_draft_per_list ON list_batch (list_id) WHERE state = 'DRAFT';
      CREATE INDEX list_batch_effective ON list_batch (list_id, effective_from, number);

      CREATE TABLE list_entry (
        list_id          text COLLATE "C" NOT NULL,
        item_code        text COLLATE "C" NOT NULL REFERENCES power_item (code),
        added_in         integer NOT NULL,
        removed_in       integer CHECK (removed_in > added_in),
        group_name       text,
        grant_number     text COLLATE "C",
        hand_down_number text COLLATE "C",
        PRIMARY KEY (list_id, item_code, added_in),
        FOREIGN KEY (list_id, added_in) REFERENCES list_batch (list_id, number),
        FOREIGN KEY (list_id, removed_in) REFERENCES list_batch (list_id, number)
      );
      CREATE UNIQUE INDEX listed_once ON list_entry (list_id, item_code) WHERE removed_in IS NULL;
      CREATE INDEX list_entry_item ON list_entry (item_code);
      CREATE INDEX list_entry_added ON list_entry (list_id, added_in, item_code);
      CREATE INDEX list_entry_removed ON list_entry (list_id, removed_in, item_code) WHERE removed_in IS NOT NULL;

      CREATE FUNCTION is_draft(list text, batch integer) RETURNS boolean LANGUAGE sql STABLE STRICT AS $$
        SELECT state = 'DRAFT' FROM list_batch WHERE list_id = list AND number = batch
      $$;

      CREATE FUNCTION refuse_published_batch_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'batch % of % is published and does not change', OLD.number, OLD.list_id
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER published_batch_stays BEFORE UPDATE OR DELETE ON list_batch
        FOR EACH ROW WHEN (OLD.state = 'PUBLISHED') EXECUTE FUNCTION refuse_published_batch_change();

      CREATE FUNCTION refuse_published_entry_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' AND is_draft(NEW.list_id, NEW.added_in) AND NEW.removed_in IS NULL THEN RETURN NEW; END IF;
        IF TG_OP <> 'INSERT' AND is_draft(OLD.list_id, OLD.added_in) THEN RETURN coalesce(NEW, OLD); END IF;
        IF TG_OP = 'UPDATE'
          AND to_jsonb(NEW) - 'removed_in' = to_jsonb(OLD) - 'removed_in'
          AND coalesce(is_draft(OLD.list_id, OLD.removed_in), true)
          AND coalesce(is_draft(NEW.list_id, NEW.removed_in), true) THEN RETURN NEW;
        END IF;
        RAISE EXCEPTION 'entries change only in a draft batch: % of %',
          coalesce(NEW.item_code, OLD.item_code), coalesce(NEW.list_id, OLD.list_id)
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER published_entry_stays BEFORE INSERT OR UPDATE OR DELETE ON list_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_published_entry_change();

      CREATE FUNCTION refuse_published_item_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'item % is on a published list and does not change', OLD.code
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER published_item_stays BEFORE UPDATE OR DELETE ON power_item
        FOR EACH ROW WHEN (OLD.published) EXECUTE FUNCTION refuse_published_item_change();

      CREATE FUNCTION publish_items() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE power_item SET published = true
        FROM list_entry AS entry
        WHERE entry.list_id = NEW.list_id AND entry.added_in = NEW.number
          AND power_item.code = entry.item_code AND NOT power_item.published;
        RETURN NULL;
      END $$;
      CREATE TRIGGER batch_publishes_items AFTER UPDATE ON list_batch
        FOR EACH ROW WHEN (OLD.state = 'DRAFT' AND NEW.state = 'PUBLISHED') EXECUTE FUNCTION publish_items();

      CREATE VIEW listing AS
        SELECT entry.list_id, list.kind, list.holder_code, entry.item_code, entry.added_in, entry.removed_in,
               added.effective_from AS listed_from,
               CASE WHEN removed.state = 'PUBLISHED' THEN removed.effective_from END AS listed_until
        FROM list_entry AS entry
        JOIN item_list AS list ON list.id = entry.list_id
        JOIN list_batch AS added ON added.list_id = entry.list_id AND added.number = entry.added_in
        LEFT JOIN list_batch AS removed ON removed.list_id = entry.list_id AND removed.number = entry.removed_in
        WHERE added.state = 'PUBLISHED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW listing;
      DROP TABLE list_entry, list_batch, item_list, power_item;
      DROP FUNCTION publish_items(), refuse_published_item_change(), refuse_published_entry_change(), refuse_published_batch_change(),
        is_draft(text, integer);
    `);
  }
}
