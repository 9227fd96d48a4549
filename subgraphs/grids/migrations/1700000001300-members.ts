import type { MigrationInterface, QueryRunner } from "typeorm";

export class Members1700000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_kind (
        code              text COLLATE "C" PRIMARY KEY,
        name              text NOT NULL,
        name_zh           text NOT NULL,
        force             text NOT NULL CHECK (force IN ('ADMINISTRATIVE', 'SOCIAL')),
        coordinator_class text CHECK (coordinator_class IN
          ('URBAN_MANAGEMENT', 'SOCIAL_SERVICE', 'PUBLIC_ORDER')),
        public_welfare    boolean,
        source            text NOT NULL,
        CHECK (public_welfare IS NULL OR coordinator_class IS NOT NULL)
      );

      CREATE TABLE duty_class (
        code        text COLLATE "C" PRIMARY KEY,
        name        text NOT NULL,
        name_zh     text NOT NULL,
        placeholder boolean NOT NULL
      );
      CREATE TABLE duty (
        code        text COLLATE "C" PRIMARY KEY,
        class_code  text COLLATE "C" NOT NULL REFERENCES duty_class (code),
        name        text NOT NULL,
        name_zh     text NOT NULL,
        placeholder boolean NOT NULL
      );
      CREATE INDEX duty_class_code ON duty (class_code, code);

      CREATE TABLE grid_member (
        id            text COLLATE "C" PRIMARY KEY CHECK (id ~ '^\\d{6}-.'),
        person_id     text COLLATE "C" UNIQUE,
        division_code text COLLATE "C" NOT NULL REFERENCES division (code),
        kind_code     text COLLATE "C" NOT NULL REFERENCES member_kind (code),
        name          text NOT NULL CHECK (name <> ''),
        phone         text COLLATE "C" NOT NULL,
        services      text NOT NULL,
        CHECK (left(division_code, 6) = left(id, 6))
      );
      CREATE INDEX grid_member_division ON grid_member (division_code, id);

      CREATE TABLE member_duty (
        member_id text COLLATE "C" NOT NULL REFERENCES grid_member (id),
        duty_code text COLLATE "C" NOT NULL REFERENCES duty (code),
        PRIMARY KEY (member_id, duty_code)
      );

      CREATE TABLE grid_assignment (
        id            text COLLATE "C" PRIMARY KEY CHECK (id ~ '^\\d{6}-.'),
        member_id     text COLLATE "C" NOT NULL REFERENCES grid_member (id),
        grid_code     text COLLATE "C" NOT NULL REFERENCES grid (code),
        building_code text COLLATE "C" REFERENCES building (code),
        valid_from    date NOT NULL,
        valid_to      date,
        version       integer NOT NULL DEFAULT 1,
        CHECK (valid_to >= valid_from),
        CONSTRAINT grid_assignment_once EXCLUDE USING gist
          (member_id WITH =, grid_code WITH =, (coalesce(building_code, '')) WITH =,
           daterange(valid_from, valid_to) WITH &&)
      );
      CREATE INDEX grid_assignment_grid ON grid_assignment (grid_code, member_id);
      CREATE INDEX grid_assignment_member ON grid_assignment (member_id, valid_from, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE grid_assignment, member_duty, grid_member, duty, duty_class, member_kind");
  }
}
