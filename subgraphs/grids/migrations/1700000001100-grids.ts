import type { MigrationInterface, QueryRunner } from "typeorm";

/** Grids with what lies in them. `box(boundary)` is indexed, as PostgreSQL has no index for points in polygons. */
export class Grids1700000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE party_branch (
        code           text COLLATE "C" PRIMARY KEY,
        name           text NOT NULL,
        community_code text COLLATE "C" NOT NULL REFERENCES division (code),
        secretary_name text
      );
      CREATE INDEX party_branch_community ON party_branch (community_code, code);

      CREATE TABLE grid (
        code              text COLLATE "C" PRIMARY KEY CHECK (code ~ '^\\d{15}$'),
        community_code    text COLLATE "C" NOT NULL REFERENCES division (code),
        name              text NOT NULL CHECK (name <> ''),
        kind              text NOT NULL CHECK (kind IN ('BASIC', 'EXCLUSIVE')),
        institution_type  text CHECK (institution_type IN ('MARKET', 'SCHOOL', 'HOSPITAL', 'PARK')),
        boundary          polygon NOT NULL CHECK (npoints(boundary) >= 3),
        synthetic         boolean NOT NULL,
        party_branch_code text COLLATE "C" REFERENCES party_branch (code),
        household_count   integer NOT NULL DEFAULT 0 CHECK (household_count >= 0),
        valid_from        date NOT NULL,
        valid_to          date,
        version           integer NOT NULL DEFAULT 1,
        CHECK (left(code, 12) = community_code),
        CHECK ((kind = 'EXCLUSIVE') = (institution_type IS NOT NULL)),
        CHECK (valid_to >= valid_from)
      );
      CREATE INDEX grid_extent ON grid USING gist (box(boundary));
      CREATE INDEX grid_party_branch ON grid (party_branch_code, code);

      CREATE TABLE grid_succession (
        predecessor_code text COLLATE "C" NOT NULL REFERENCES grid (code),
        successor_code   text COLLATE "C" NOT NULL REFERENCES grid (code),
        PRIMARY KEY (predecessor_code, successor_code),
        CHECK (predecessor_code <> successor_code)
      );
      CREATE INDEX grid_succession_successor ON grid_succession (successor_code, predecessor_code);

      CREATE TABLE network_grid (
        district_code   text COLLATE "C" NOT NULL REFERENCES division (code),
        network         text NOT NULL CHECK (network IN
          ('URBAN_MANAGEMENT', 'SOCIAL_SERVICE', 'PUBLIC_SECURITY', 'LAW_ENFORCEMENT')),
        network_grid_id text COLLATE "C" NOT NULL CHECK (network_grid_id <> ''),
        grid_code       text COLLATE "C" NOT NULL REFERENCES grid (code),
        PRIMARY KEY (district_code, network, network_grid_id),
        CHECK (left(grid_code, 6) = district_code)
      );
      CREATE INDEX network_grid_grid ON network_grid (grid_code, network, network_grid_id);

      CREATE TABLE estate (
        code           text COLLATE "C" PRIMARY KEY CHECK (code ~ '^\\d{12}-E\\d{2}$'),
        community_code text COLLATE "C" NOT NULL REFERENCES division (code),
        name           text NOT NULL CHECK (name <> ''),
        synthetic      boolean NOT NULL,
        CHECK (left(code, 12) = community_code)
      );

      CREATE TABLE building (
        code           text COLLATE "C" PRIMARY KEY CHECK (length(code) >= 8),
        community_code text COLLATE "C" NOT NULL REFERENCES division (code),
        estate_code    text COLLATE "C" REFERENCES estate (code),
        grid_code      text COLLATE "C" REFERENCES grid (code),
        name           text NOT NULL,
        address        text NOT NULL CHECK (address <> ''),
        longitude      double precision NOT NULL CHECK (longitude BETWEEN 73 AND 136),
        latitude       double precision NOT NULL CHECK (latitude BETWEEN 3 AND 54),
        synthetic      boolean NOT NULL,
        CHECK (left(grid_code, 12) = community_code),
        CHECK (left(estate_code, 12) = community_code),
        UNIQUE (code, community_code),
        UNIQUE (code, grid_code)
      );
      CREATE INDEX building_community ON building (community_code, code);
      CREATE INDEX building_estate ON building (estate_code, code);
      CREATE INDEX building_grid ON building (grid_code, code);
      CREATE INDEX building_uncovered ON building (community_code, code) WHERE grid_code IS NULL;

      CREATE TABLE place_alias (
        id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name          text NOT NULL CHECK (name <> ''),
        within_code   text COLLATE "C" NOT NULL REFERENCES division (code),
        division_code text COLLATE "C" REFERENCES division (code),
        estate_code   text COLLATE "C" REFERENCES estate (code),
        grid_code     text COLLATE "C" REFERENCES grid (code),
        source        text NOT NULL CHECK (source <> ''),
        valid_from    date,
        valid_to      date,
        CHECK (num_nonnulls(division_code, estate_code, grid_code) <= 1),
        CHECK (left(coalesce(division_code, estate_code, grid_code, within_code), length(within_code)) = within_code),
        CHECK (valid_to > valid_from),
        UNIQUE NULLS NOT DISTINCT (name, within_code, division_code, estate_code, grid_code, valid_from)
      );
      CREATE INDEX place_alias_within ON place_alias (within_code, id);
      CREATE INDEX place_alias_division ON place_alias (division_code, id);
      CREATE INDEX place_alias_estate ON place_alias (estate_code, id);
      CREATE INDEX place_alias_grid ON place_alias (grid_code, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE place_alias, building, estate, network_grid, grid_succession, grid, party_branch",
    );
  }
}
