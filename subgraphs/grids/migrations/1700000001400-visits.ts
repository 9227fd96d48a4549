import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Visits, and the counts kept of them. `grid.household_count` and `grid_visit_year` follow every change of households
 * and visits by trigger: whoever writes, in one row or a million, the rate of KF-2 needs no scan of either table and
 * cannot be forgotten. Triggers see whole statements, so a bulk load pays once a statement.
 */
export class Visits1700000001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit (
        district_code text COLLATE "C" NOT NULL,
        id            text COLLATE "C" NOT NULL,
        household_id  text COLLATE "C" NOT NULL,
        grid_code     text COLLATE "C" REFERENCES grid (code),
        member_id     text COLLATE "C" REFERENCES grid_member (id),
        visitor_unit  text COLLATE "C" NOT NULL,
        force         text NOT NULL CHECK (force IN ('ADMINISTRATIVE', 'SOCIAL')),
        visited_on    date NOT NULL,
        recorded_at   timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, id),
        CHECK (left(id, 7) = district_code || '-'),
        FOREIGN KEY (district_code, household_id) REFERENCES household (district_code, id)
      );
      CREATE INDEX visit_household ON visit (household_id, visited_on, id);
      CREATE INDEX visit_grid ON visit (grid_code, visited_on, id);

      CREATE TABLE observation (
        district_code text COLLATE "C" NOT NULL,
        id            text COLLATE "C" NOT NULL,
        visit_id      text COLLATE "C" NOT NULL,
        situation     text NOT NULL CHECK (situation IN
          ('ILL_IN_BED', 'SUDDEN_EVENT', 'DISCONTENT', 'DISPUTE')),
        purpose       text NOT NULL CHECK (purpose <> ''),
        note          text,
        expires_on    date NOT NULL,
        PRIMARY KEY (district_code, id),
        CHECK (left(id, 7) = district_code || '-'),
        FOREIGN KEY (district_code, visit_id) REFERENCES visit (district_code, id) ON DELETE CASCADE
      );
      CREATE INDEX observation_visit ON observation (visit_id, id);
      CREATE INDEX observation_expiry ON observation (expires_on);

      CREATE TABLE household_visit_year (
        district_code text COLLATE "C" NOT NULL,
        household_id  text COLLATE "C" NOT NULL,
        year          integer NOT NULL,
        PRIMARY KEY (district_code, household_id, year)
      );
      CREATE TABLE grid_visit_year (
        grid_code          text COLLATE "C" NOT NULL REFERENCES grid (code),
        year               integer NOT NULL,
        households_visited integer NOT NULL,
        PRIMARY KEY (grid_code, year)
      );

      CREATE FUNCTION count_visited() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        WITH first_visit AS (
          INSERT INTO household_visit_year (district_code, household_id, year)
          SELECT DISTINCT district_code, household_id, extract(year FROM visited_on)::integer FROM added
          ON CONFLICT DO NOTHING RETURNING *
        )
        INSERT INTO grid_visit_year AS kept (grid_code, year, households_visited)
        SELECT household.grid_code, first_visit.year, count(*)
        FROM first_visit JOIN household
          ON (household.district_code, household.id) = (first_visit.district_code, first_visit.household_id)
        WHERE household.grid_code IS NOT NULL
        GROUP BY household.grid_code, first_visit.year ORDER BY household.grid_code, first_visit.year
        ON CONFLICT (grid_code, year)
          DO UPDATE SET households_visited = kept.households_visited + excluded.households_visited;
        RETURN NULL;
      END $$;
      CREATE TRIGGER visit_counted AFTER INSERT ON visit
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_visited();

      CREATE FUNCTION count_households() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE grid SET household_count = household_count + added_here.households
        FROM (SELECT grid_code, count(*)::integer AS households FROM added GROUP BY grid_code) AS added_here
        WHERE grid.code = added_here.grid_code;
        RETURN NULL;
      END $$;
      CREATE TRIGGER household_counted AFTER INSERT ON household
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_households();

      CREATE FUNCTION recount_moved_households() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        WITH moved AS (
          SELECT district_code, id, before.grid_code AS from_grid, after.grid_code AS to_grid
          FROM before JOIN after USING (district_code, id)
          WHERE before.grid_code IS DISTINCT FROM after.grid_code
        ), each_way AS (
          SELECT district_code, id, from_grid AS code, -1 AS households FROM moved WHERE from_grid IS NOT NULL
          UNION ALL
          SELECT district_code, id, to_grid, 1 FROM moved WHERE to_grid IS NOT NULL
        ), counted AS (
          UPDATE grid SET household_count = household_count + change.households
          FROM (SELECT code, sum(households)::integer AS households FROM each_way GROUP BY code) AS change
          WHERE grid.code = change.code
        )
        INSERT INTO grid_visit_year AS kept (grid_code, year, households_visited)
        SELECT code, year, sum(households)
        FROM each_way JOIN household_visit_year visited
          ON (visited.district_code, visited.household_id) = (each_way.district_code, each_way.id)
        GROUP BY code, year ORDER BY code, year
        ON CONFLICT (grid_code, year)
          DO UPDATE SET households_visited = kept.households_visited + excluded.households_visited;
        RETURN NULL;
      END $$;
      CREATE TRIGGER household_recounted AFTER UPDATE ON household
        REFERENCING OLD TABLE AS before NEW TABLE AS after
        FOR EACH STATEMENT EXECUTE FUNCTION recount_moved_households();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE grid_visit_year, household_visit_year, observation, visit;
      DROP TRIGGER household_counted ON household;
      DROP TRIGGER household_recounted ON household;
      DROP FUNCTION count_visited(), count_households(), recount_moved_households();
    `);
  }
}
