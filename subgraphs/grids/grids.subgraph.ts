import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { DivisionResolver } from "./division/division.resolver.ts";
import { Division } from "./division/division.ts";
import { type GridsContext, gridsContext } from "./grids.context.ts";
import { Divisions1700000001000 } from "./migrations/1700000001000-divisions.ts";

/** Divisions, grids, buildings, households, residents, members, visits. Owner: the grid centre (网格中心). */
export const grids: SubgraphDefinition<GridsContext> = {
  name: "grids",
  resolvers: [DivisionResolver],
  types: [Division],
  references: {
    Division: ({ code }: { code: string }, { load }) => load.division.load(code),
  },
  entities: [Division],
  migrations: [Divisions1700000001000],
  context: gridsContext,
};
