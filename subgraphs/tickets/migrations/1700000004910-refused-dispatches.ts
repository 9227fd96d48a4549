import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the lists refused to let be put on somebody is kept, and cannot be altered (GZ-8). */
export class RefusedDispatches1700000004910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE refused_dispatch (
        district_code         text COLLATE "C" NOT NULL,
        id                    uuid NOT NULL DEFAULT gen_random_uuid(),
        ticket_number         text COLLATE "C" NOT NULL,
        unit_code             text COLLATE "C" NOT NULL,
        matter_code           text COLLATE "C" NOT NULL,
        item_code             text COLLATE "C",
        code                  text NOT NULL,
        rule                  text NOT NULL,
        reason                text NOT NULL,
        reason_zh             text NOT NULL,
        list_id               text COLLATE "C",
        list_version          integer,
        responsible_unit_code text COLLATE "C",
        at                    timestamptz(3) NOT NULL,
        actor_post            text NOT NULL,
        actor_unit_code       text COLLATE "C" NOT NULL,
        actor_id              text NOT NULL,
        idempotency_key       text NOT NULL,
        PRIMARY KEY (district_code, id),
        UNIQUE (actor_id, idempotency_key),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number)
      );
      CREATE INDEX refused_dispatch_latest ON refused_dispatch (district_code, at, id);
      CREATE INDEX refused_dispatch_responsible ON refused_dispatch (responsible_unit_code, at);

      CREATE FUNCTION refuse_refused_dispatch_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'refused dispatches are append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER refused_dispatch_append_only BEFORE UPDATE OR DELETE ON refused_dispatch
        FOR EACH ROW EXECUTE FUNCTION refuse_refused_dispatch_change();
      CREATE TRIGGER refused_dispatch_no_truncate BEFORE TRUNCATE ON refused_dispatch
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_refused_dispatch_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE refused_dispatch;
      DROP FUNCTION refuse_refused_dispatch_change();
    `);
  }
}
