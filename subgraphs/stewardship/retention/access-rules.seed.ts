import type { DataSource } from "typeorm";
import { everyDistrict } from "../every-district.ts";
import { ownedSubgraphs } from "../subgraph-owner/subgraph-owners.seed.ts";

/** Records of processing personal data are kept three years at least (Personal Information Protection Law, art. 56). */
const years = 3;

/** More different entities than this in an hour are more than one person reads. */
const entitiesPerHour = 100;

/** Where other departments look only on account of a case, reading without one is asked about from the first time on. */
const onCasesOnly = ["city-management", "market-supervision", "civil-affairs", "public-security"];

/** The rules for districts that have set none of their own. What a district sets is never touched. */
export async function seedAccessRules(database: DataSource): Promise<void> {
  await database.query(
    `INSERT INTO retention_rule (district_code, subgraph, years)
     SELECT $1, subgraph, $2 FROM unnest($3::text[]) AS subgraph ON CONFLICT DO NOTHING`,
    [everyDistrict, years, ownedSubgraphs],
  );
  await database.query(
    `INSERT INTO unusual_access_rule (district_code, kind, subgraph, threshold)
     SELECT $1, 'BULK_READING', subgraph, $2 FROM unnest($3::text[]) AS subgraph
     UNION ALL SELECT $1, 'NO_OPEN_CASE', subgraph, 0 FROM unnest($4::text[]) AS subgraph
     ON CONFLICT DO NOTHING`,
    [everyDistrict, entitiesPerHour, ownedSubgraphs, onCasesOnly],
  );
}
