import type { MigrationInterface, QueryRunner } from "typeorm";

/** Days on which leaders hear whoever comes, and what they heard (信访接待日, GZ-17). */
export class PetitionDays1700000004930 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE petition_day (
        id            uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
        district_code text COLLATE "C" NOT NULL,
        unit_code     text COLLATE "C" NOT NULL,
        division_code text COLLATE "C" NOT NULL,
        day           date NOT NULL,
        leader_name   text NOT NULL CHECK (leader_name <> ''),
        leader_post   text NOT NULL CHECK (leader_post <> ''),
        place         text NOT NULL CHECK (place <> ''),
        announced_at  timestamptz(3) NOT NULL,
        UNIQUE (unit_code, day, leader_name)
      );
      CREATE INDEX petition_day_division ON petition_day (division_code, day, id);

      ALTER TABLE demand
        ADD petition_day_id uuid REFERENCES petition_day,
        ADD seen_in_person boolean,
        ADD CHECK ((petition_day_id IS NULL) = (seen_in_person IS NULL));
      CREATE INDEX demand_petition_day ON demand (petition_day_id, received_at, number)
        WHERE petition_day_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE demand DROP petition_day_id, DROP seen_in_person;
      DROP TABLE petition_day;
    `);
  }
}
