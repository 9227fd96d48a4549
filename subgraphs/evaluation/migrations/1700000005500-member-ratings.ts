import type { MigrationInterface, QueryRunner } from "typeorm";

export class MemberRatings1700000005500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_rating_rule (
        district_code text COLLATE "C" NOT NULL CHECK (district_code ~ '^[0-9]{6}$'),
        from_year     integer NOT NULL,
        year_total    text NOT NULL CHECK (year_total IN ('SUM', 'MEAN')),
        PRIMARY KEY (district_code, from_year)
      );

      CREATE TABLE member_rating (
        district_code text COLLATE "C" NOT NULL,
        member_id     text COLLATE "C" NOT NULL,
        month         text COLLATE "C" NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        resident_id   text COLLATE "C" NOT NULL,
        score         integer NOT NULL CHECK (score BETWEEN 0 AND 100),
        rated_at      timestamptz(3) NOT NULL,
        PRIMARY KEY (district_code, member_id, month, resident_id),
        CHECK (starts_with(member_id, district_code))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE member_rating, member_rating_rule");
  }
}
