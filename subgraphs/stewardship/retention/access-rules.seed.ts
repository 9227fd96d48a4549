import type { DataSource } from "typeorm";
import { everyDistrict } from "../every-district.ts";
import { fewestYears } from "./retention.lifecycle.ts";

/** More different entities than this in an hour are more than one person reads. */
const entitiesPerHour = 100;

/** Reading on a grant without stating a case is asked about from the first time on, beside the care for one's own grids. */
const withoutCasePerDay = 0;

/** The rules of all there are owners of, for districts that have set none of their own. What a district sets is never touched. */
export async function seedAccessRules(database: DataSource): Promise<void> {
  await database.query(
    `INSERT INTO retention_rule (district_code, subgraph, version, years, valid_from)
     SELECT $1, subgraph, 1, $2, '2000-01-01' FROM subgraph_owner ON CONFLICT DO NOTHING`,
    [everyDistrict, fewestYears],
  );
  await database.query(
    `INSERT INTO unusual_access_rule (district_code, kind, subgraph, threshold)
     SELECT $1, kind, subgraph, threshold FROM subgraph_owner
     CROSS JOIN (VALUES ('BULK_READING', $2::int), ('NO_OPEN_CASE', $3::int)) AS usual (kind, threshold)
     ON CONFLICT DO NOTHING`,
    [everyDistrict, entitiesPerHour, withoutCasePerDay],
  );
}
