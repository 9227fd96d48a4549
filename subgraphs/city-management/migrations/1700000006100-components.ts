import type { MigrationInterface, QueryRunner } from "typeorm";

/** A component's class is in its code (CJ/T 214); a code whose class the catalogue lacks is none. */
export class Components1700000006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE component (
        district_code         text COLLATE "C" NOT NULL,
        code                  text COLLATE "C" NOT NULL CHECK (code ~ '^\\d{16}$'),
        kind                  text NOT NULL GENERATED ALWAYS AS ('COMPONENT') STORED,
        subclass_code         text COLLATE "C" NOT NULL GENERATED ALWAYS AS (substr(code, 7, 4)) STORED,
        name                  text NOT NULL CHECK (name <> ''),
        grid_code             text COLLATE "C" NOT NULL CHECK (grid_code ~ '^\\d{15}$'),
        responsible_unit_code text COLLATE "C" NOT NULL,
        state                 text NOT NULL CHECK (state IN
          ('SOUND', 'DAMAGED', 'MISSING', 'ABANDONED', 'REMOVED')),
        surveyed_on           date NOT NULL,
        longitude             double precision NOT NULL CHECK (longitude BETWEEN 73 AND 136),
        latitude              double precision NOT NULL CHECK (latitude BETWEEN 3 AND 54),
        synthetic             boolean NOT NULL,
        PRIMARY KEY (district_code, code),
        CHECK (starts_with(code, district_code)),
        CHECK (starts_with(grid_code, district_code)),
        CHECK (left(responsible_unit_code, 6) = district_code),
        FOREIGN KEY (kind, subclass_code) REFERENCES street_order_subclass (kind, code)
      );
      CREATE INDEX component_grid ON component (grid_code, code);
      CREATE INDEX component_code ON component (code);
      CREATE INDEX component_subclass ON component (subclass_code, code);
      CREATE INDEX component_unit ON component (responsible_unit_code, code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE component");
  }
}
