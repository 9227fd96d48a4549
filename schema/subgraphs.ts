import { cityManagement } from "../subgraphs/city-management/city-management.subgraph.ts";
import { civilAffairs } from "../subgraphs/civil-affairs/civil-affairs.subgraph.ts";
import { departments } from "../subgraphs/departments/departments.subgraph.ts";
import { evaluation } from "../subgraphs/evaluation/evaluation.subgraph.ts";
import { grids } from "../subgraphs/grids/grids.subgraph.ts";
import { marketSupervision } from "../subgraphs/market-supervision/market-supervision.subgraph.ts";
import { publicSecurity } from "../subgraphs/public-security/public-security.subgraph.ts";
import type { SubgraphDefinition } from "../subgraphs/shared/subgraph.ts";
import { stewardship } from "../subgraphs/stewardship/stewardship.subgraph.ts";
import { tickets } from "../subgraphs/tickets/tickets.subgraph.ts";

/** The one list of subgraphs: adding a department starts here. */
export const subgraphs: readonly SubgraphDefinition<unknown>[] = [
  grids,
  departments,
  tickets,
  evaluation,
  cityManagement,
  marketSupervision,
  civilAffairs,
  publicSecurity,
  stewardship,
];
