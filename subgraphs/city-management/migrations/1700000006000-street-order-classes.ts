import type { MigrationInterface, QueryRunner } from "typeorm";

/** The catalogue of components and events is the same everywhere; what cases are held to, each district's own. */
export class StreetOrderClasses1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE street_order_class (
        kind text NOT NULL CHECK (kind IN ('COMPONENT', 'EVENT')),
        code text COLLATE "C" NOT NULL CHECK (code ~ '^\\d{2}$'),
        name text NOT NULL CHECK (name <> ''),
        PRIMARY KEY (kind, code)
      );

      CREATE TABLE street_order_subclass (
        kind       text NOT NULL,
        code       text COLLATE "C" NOT NULL CHECK (code ~ '^\\d{4}$'),
        class_code text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(code, 2)) STORED,
        name       text NOT NULL CHECK (name <> ''),
        sample     boolean NOT NULL,
        PRIMARY KEY (kind, code),
        FOREIGN KEY (kind, class_code) REFERENCES street_order_class (kind, code)
      );

      CREATE TABLE street_order_standard (
        district_code          text COLLATE "C" NOT NULL CHECK (district_code ~ '^\\d{6}$'),
        kind                   text NOT NULL,
        subclass_code          text COLLATE "C" NOT NULL,
        valid_from             date NOT NULL,
        registration_condition text NOT NULL CHECK (registration_condition <> ''),
        limit_amount           integer NOT NULL CHECK (limit_amount > 0),
        limit_unit             text NOT NULL CHECK (limit_unit IN ('WORKING_HOURS', 'WORKING_DAYS')),
        closing_condition      text NOT NULL CHECK (closing_condition <> ''),
        responsible_unit_code  text COLLATE "C" CHECK (left(responsible_unit_code, 6) = district_code),
        sample                 boolean NOT NULL,
        PRIMARY KEY (district_code, kind, subclass_code, valid_from),
        FOREIGN KEY (kind, subclass_code) REFERENCES street_order_subclass (kind, code)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE street_order_standard, street_order_subclass, street_order_class");
  }
}
