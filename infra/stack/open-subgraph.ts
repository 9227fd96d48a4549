import { isDatabaseGone } from "../../subgraphs/shared/database.ts";
import {
  openSubgraph,
  type RunningSubgraph,
  type SubgraphDefinition,
  type SubgraphSettings,
} from "../../subgraphs/shared/subgraph.ts";
import { notLetIn } from "../postgres/not-let-in.ts";

/** Opens a subgraph; that its database does not let it in is for the operator to mend. */
export const openSubgraphOrRefuse = (
  definition: SubgraphDefinition<unknown>,
  settings: SubgraphSettings,
): Promise<RunningSubgraph> =>
  openSubgraph(definition, settings).catch((error: unknown) => {
    throw isDatabaseGone(error) ? notLetIn(settings.databaseUrl, error) : error;
  });
