import type { DataSource } from "typeorm";
import { SubgraphOwner } from "./subgraph-owner.ts";

/** Of every subgraph; a department that joins adds its row. */
const owners = [
  { subgraph: "grids", unit: "GOVERNANCE-CENTRE", title: "社会治安综合治理中心" },
  { subgraph: "departments", unit: "ESTABLISHMENT-OFFICE", title: "编办" },
  { subgraph: "tickets", unit: "COMMAND-CENTRE", title: "指挥中心" },
  { subgraph: "evaluation", unit: "PERFORMANCE-OFFICE", title: "绩效办" },
  { subgraph: "stewardship", unit: "DATA-BUREAU", title: "数据局" },
  { subgraph: "city-management", unit: "URBAN-MANAGEMENT", title: "城市管理局" },
  { subgraph: "market-supervision", unit: "MARKET-SUPERVISION", title: "市场监督管理局" },
  { subgraph: "civil-affairs", unit: "CIVIL-AFFAIRS", title: "民政局" },
  { subgraph: "public-security", unit: "PUBLIC-SECURITY", title: "公安局" },
] as const satisfies readonly SubgraphOwner[];

export async function seedSubgraphOwners({ manager }: DataSource): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(SubgraphOwner)
    .values([...owners])
    .orIgnore()
    .execute();
}
