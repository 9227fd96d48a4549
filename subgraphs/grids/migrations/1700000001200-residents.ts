import type { MigrationInterface, QueryRunner } from "typeorm";

/** `person_id` is the identity (JWT `sub`) of someone who signs in: by it a resident finds their own row. */
export class Residents1700000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE household (
        district_code  text COLLATE "C" NOT NULL,
        id             text COLLATE "C" NOT NULL,
        building_code  text COLLATE "C" NOT NULL,
        community_code text COLLATE "C" NOT NULL,
        grid_code      text COLLATE "C",
        door           text NOT NULL,
        PRIMARY KEY (district_code, id),
        CHECK (left(id, 7) = district_code || '-'),
        CHECK (left(community_code, 6) = district_code),
        FOREIGN KEY (building_code, community_code) REFERENCES building (code, community_code),
        -- A household is in its building's grid, always: moving the building moves it.
        FOREIGN KEY (building_code, grid_code) REFERENCES building (code, grid_code) ON UPDATE CASCADE
      );
      CREATE INDEX household_community ON household (community_code, id);
      CREATE INDEX household_building ON household (building_code, id);
      CREATE INDEX household_grid ON household (grid_code, id);

      CREATE TABLE resident (
        district_code   text COLLATE "C" NOT NULL,
        id              text COLLATE "C" NOT NULL,
        household_id    text COLLATE "C" NOT NULL,
        person_id       text COLLATE "C",
        name            text NOT NULL CHECK (name <> ''),
        sex             text NOT NULL CHECK (sex IN ('MALE', 'FEMALE')),
        birth_date      date NOT NULL,
        resident_number text COLLATE "C" CHECK (resident_number ~ '^\\d{17}[\\dX]$'),
        phone           text COLLATE "C" CHECK (phone ~ '^1[3-9]\\d{9}$'),
        relation        text NOT NULL CHECK (relation IN
          ('HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'GRANDCHILD', 'CO_TENANT', 'OTHER')),
        registration    text NOT NULL CHECK (registration IN ('LOCAL', 'ELSEWHERE')),
        PRIMARY KEY (district_code, id),
        UNIQUE (district_code, person_id),
        CHECK (left(id, 7) = district_code || '-'),
        FOREIGN KEY (district_code, household_id) REFERENCES household (district_code, id)
      );
      CREATE INDEX resident_household ON resident (household_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE resident, household");
  }
}
