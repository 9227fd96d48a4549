import type { DataSource } from "typeorm";
import { seedBreakGlassRules } from "./break-glass/break-glass-rules.seed.ts";
import { seedAccessRules } from "./retention/access-rules.seed.ts";
import { seedSubgraphOwners } from "./subgraph-owner/subgraph-owners.seed.ts";

/** Who owns what, and rules that are data and come with the code. What a district has set of its own stays. */
export async function seedStewardship(database: DataSource): Promise<void> {
  await seedSubgraphOwners(database);
  await seedBreakGlassRules(database);
  await seedAccessRules(database);
}
