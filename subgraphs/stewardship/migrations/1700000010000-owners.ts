import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which unit owns which part of the graph. It is one answer for all districts, so no district is in its key. */
export class Owners1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subgraph_owner (
        subgraph text COLLATE "C" PRIMARY KEY CHECK (subgraph ~ '^[a-z]+(-[a-z]+)*$'),
        unit     text COLLATE "C" NOT NULL CHECK (unit ~ '^[A-Z]+(-[A-Z]+)*$'),
        title    text NOT NULL
      );
      CREATE INDEX subgraph_owner_unit ON subgraph_owner (unit);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE subgraph_owner");
  }
}
