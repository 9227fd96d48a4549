import type { MigrationInterface, QueryRunner } from "typeorm";

/** A ticket may be split into tasks for several units (分解流转, ZY-16). */
export class TicketTasks1700000004900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_task (
        district_code  text COLLATE "C" NOT NULL,
        ticket_number  text COLLATE "C" NOT NULL,
        ordinal        integer NOT NULL CHECK (ordinal > 0),
        unit_code      text COLLATE "C" NOT NULL,
        matter_code    text COLLATE "C" NOT NULL,
        item_code      text COLLATE "C",
        list_id        text COLLATE "C",
        list_version   integer,
        by_contract    boolean NOT NULL,
        task           text NOT NULL CHECK (task <> ''),
        assigned_at    timestamptz(3) NOT NULL,
        signed_at      timestamptz(3),
        done_at        timestamptz(3),
        result         text CHECK (result <> ''),
        released_at    timestamptz(3),
        release_reason text CHECK (release_reason <> ''),
        PRIMARY KEY (district_code, ticket_number, ordinal),
        FOREIGN KEY (district_code, ticket_number) REFERENCES ticket (district_code, number),
        CHECK ((done_at IS NULL) = (result IS NULL)),
        CHECK ((released_at IS NULL) = (release_reason IS NULL)),
        CHECK (done_at IS NULL OR (signed_at IS NOT NULL AND released_at IS NULL))
      );
      CREATE INDEX ticket_task_unit ON ticket_task (unit_code, ticket_number) WHERE released_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE ticket_task");
  }
}
