import { cityManagement } from "../subgraphs/city-management/city-management.subgraph.ts";
import { civilAffairs } from "../subgraphs/civil-affairs/civil-affairs.subgraph.ts";
import { departments } from "../subgraphs/departments/departments.subgraph.ts";
import { evaluation } from "../subgraphs/evaluation/evaluation.subgraph.ts";
import { grids } from "../subgraphs/grids/grids.subgraph.ts";
import type { SubgraphDefinition } from "../subgraphs/shared/subgraph.ts";
import { tickets } from "../subgraphs/tickets/tickets.subgraph.ts";

/** The one list of subgraphs: adding a department starts here. */
export const subgraphs: readonly SubgraphDefinition<unknown>[] = [
  grids,
  departments,
  tickets,
  evaluation,
  cityManagement,
  civilAffairs,
];
