import type { MigrationInterface, QueryRunner } from "typeorm";

/** Cases are looked up by who asked, by the building whose code was scanned, and by the item they were matched to. */
export class CaseLookUps1700000004300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX demander_resident ON demander (resident_id) WHERE resident_id IS NOT NULL;
      CREATE INDEX demand_building ON demand (building_code) WHERE building_code IS NOT NULL;
      CREATE INDEX ticket_item ON ticket (item_code, received_at, number) WHERE item_code IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX ticket_item, demand_building, demander_resident");
  }
}
