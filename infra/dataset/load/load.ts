import type { EntityManager } from "typeorm";
import { cityManagement } from "../../../subgraphs/city-management/city-management.subgraph.ts";
import { civilAffairs } from "../../../subgraphs/civil-affairs/civil-affairs.subgraph.ts";
import { departments } from "../../../subgraphs/departments/departments.subgraph.ts";
import { evaluation } from "../../../subgraphs/evaluation/evaluation.subgraph.ts";
import { grids } from "../../../subgraphs/grids/grids.subgraph.ts";
import { marketSupervision } from "../../../subgraphs/market-supervision/market-supervision.subgraph.ts";
import { publicSecurity } from "../../../subgraphs/public-security/public-security.subgraph.ts";
import type { SubgraphDefinition } from "../../../subgraphs/shared/subgraph.ts";
import { stewardship } from "../../../subgraphs/stewardship/stewardship.subgraph.ts";
import { tickets } from "../../../subgraphs/tickets/tickets.subgraph.ts";
import { createWorld, type World } from "../world/world.ts";
import { loadCityManagement } from "./city-management.ts";
import { loadCivilAffairs } from "./civil-affairs.ts";
import type { Dataset } from "./dataset.ts";
import { loadDepartments } from "./departments.ts";
import { loadEvaluation } from "./evaluation.ts";
import { type FilledSubgraph, filledSubgraphs } from "./filled-subgraphs.ts";
import { loadGrids } from "./grids.ts";
import { type InsertRows, insertRows } from "./insert-rows.ts";
import { type LoadingSession, openLoadingSession } from "./loading-session.ts";
import { loadMarketSupervision } from "./market-supervision.ts";
import { loadPublicSecurity } from "./public-security.ts";
import { loadStewardship } from "./stewardship.ts";
import { loadTickets } from "./tickets.ts";

interface Part {
  readonly definition: SubgraphDefinition<unknown>;
  readonly firstTable: string;
  readonly load: (world: World, insert: InsertRows, transaction: EntityManager) => Promise<void>;
  /** Roughly how many rows it will have: for the progress and nothing else. */
  readonly rowsExpected: (world: World) => number;
}

const parts: Readonly<Record<FilledSubgraph, Part>> = {
  grids: {
    definition: grids,
    firstTable: "division",
    load: loadGrids,
    rowsExpected: ({ frame }) => 5.8 * frame.basicGrids.reduce((sum, grid) => sum + grid.households, 0),
  },
  departments: {
    definition: departments,
    firstTable: "unit",
    load: loadDepartments,
    rowsExpected: ({ frame }) => 100 * frame.communities.length,
  },
  tickets: {
    definition: tickets,
    firstTable: "ticket",
    load: loadTickets,
    rowsExpected: ({ frame }) => 15 * frame.scale.tickets,
  },
  evaluation: {
    definition: evaluation,
    firstTable: "call_back",
    load: loadEvaluation,
    rowsExpected: ({ frame }) => 2.3 * frame.scale.tickets,
  },
  "city-management": {
    definition: cityManagement,
    firstTable: "component",
    load: loadCityManagement,
    rowsExpected: ({ frame }) => 90 * frame.grids.length,
  },
  "civil-affairs": {
    definition: civilAffairs,
    firstTable: "residents_committee",
    load: loadCivilAffairs,
    rowsExpected: ({ frame }) => 40 * frame.basicGrids.length + 8 * frame.communities.length,
  },
  "public-security": {
    definition: publicSecurity,
    firstTable: "disclosure_delay",
    load: loadPublicSecurity,
    rowsExpected: () => 50,
  },
  "market-supervision": {
    definition: marketSupervision,
    firstTable: "inspection",
    load: loadMarketSupervision,
    rowsExpected: ({ frame }) => 8 * frame.grids.length + 0.3 * frame.scale.tickets,
  },
  stewardship: {
    definition: stewardship,
    firstTable: "data_grant",
    load: loadStewardship,
    rowsExpected: () => 60,
  },
};

/** Who follows whose feed: what a dataset tells has had its effect already. */
const followers = [
  { follower: "evaluation", feed: "ticketFeed", followed: "tickets" },
  { follower: "tickets", feed: "evaluationFeed", followed: "evaluation" },
];

/** Told now and then how much of a subgraph's rows are loaded, from 0 to 1. */
export type OnProgress = (subgraph: string, share: number) => void;

/**
 * Fills the subgraphs' databases with a dataset if they are empty, and says whether it did. A transaction for each
 * database, committed one after the other when all are filled: a load that is killed leaves nothing. Should it be
 * killed between two commits, the next one fills the rest with the rows it began with, whatever it was asked for.
 */
export async function loadDataset(
  urls: ReadonlyMap<string, string>,
  dataset: Dataset,
  onProgress: OnProgress = () => undefined,
): Promise<boolean> {
  const sessions: LoadingSession[] = [];
  try {
    for (const name of filledSubgraphs) {
      const { definition, firstTable } = parts[name];
      const url = urls.get(definition.name);
      if (url) sessions.push(await openLoadingSession(definition, { firstTable, url }));
    }
    const empty = sessions.filter(({ isEmpty }) => isEmpty);
    const filled = sessions.filter(({ isEmpty }) => !isEmpty);
    if (empty.length === 0 || filled.some((session) => !session.dataset)) return false;

    const begun = filled[0]?.dataset ?? dataset;
    const world = createWorld({ ...begun, seed: String(begun.seed) });
    // Side by side: while the server works on rows of one subgraph, those of the others are made.
    const filling = empty.map(async (session) => {
      await fill(session, world, onProgress);
      await session.recordLoaded(begun);
      await session.analyse();
    });
    // None is closed while it is still being filled.
    await Promise.allSettled(filling);
    await Promise.all(filling);
    await passFeeds(sessions);
    for (const session of empty) await session.commit();
    return true;
  } finally {
    for (const session of sessions) await session.close();
  }
}

async function fill(
  { subgraph, transaction }: LoadingSession,
  world: World,
  onProgress: OnProgress,
): Promise<void> {
  const part = Object.values(parts).find(({ definition }) => definition.name === subgraph);
  if (!part) return;
  const expected = part.rowsExpected(world);
  let inserted = 0;
  onProgress(subgraph, 0);
  const insert = insertRows(transaction, (rows) => {
    inserted += rows;
    onProgress(subgraph, Math.min(inserted / expected, 0.99));
  });
  await part.load(world, insert, transaction);
  onProgress(subgraph, 1);
}

/** Sets who was filled just now behind what the feeds it follows tell of the dataset. */
async function passFeeds(sessions: readonly LoadingSession[]): Promise<void> {
  const bySubgraph = new Map(sessions.map((session) => [session.subgraph, session]));
  for (const { follower, feed, followed } of followers) {
    const following = bySubgraph.get(follower);
    const position = await bySubgraph.get(followed)?.endOfDataset();
    if (!following?.isEmpty || position === undefined) continue;
    await following.transaction.query(
      `INSERT INTO feed_position (feed, position) VALUES ($1, $2)
       ON CONFLICT (feed) DO UPDATE SET position = excluded.position`,
      [feed, position],
    );
  }
}
