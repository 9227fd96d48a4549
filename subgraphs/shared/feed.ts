import { ArgsType, Field, Int } from "type-graphql";
import type { DataSource, EntityManager } from "typeorm";
import { refuse } from "./errors.ts";
import type { GraphClient, UntilEvent } from "./graph-client.ts";
import { LogEntry } from "./log-entry.ts";

const maximumBatch = 500;

@ArgsType()
export class FeedArgs {
  @Field(() => Int, {
    description: "Position of the last entry already applied; 0 from the start (已处理位置)",
  })
  after: number;

  @Field(() => Int, { defaultValue: 100, description: `Entries to return, at most ${maximumBatch} (条数)` })
  first: number;
}

/** The subgraph's log as an ordered feed. */
export async function readFeed(database: DataSource, { after, first }: FeedArgs): Promise<FeedEntry[]> {
  if (after < 0 || first < 1 || first > maximumBatch) {
    throw refuse("PAGE_TOO_LARGE", { asked: first, maximum: maximumBatch });
  }
  await givePositions(database);
  return entriesBetween(database, { after, first });
}

/**
 * Sequence numbers are drawn before commit, so a reader following them could pass by an entry that commits late.
 * Positions are therefore given to committed entries only, by one reader at a time: once a position is visible, every
 * lower one is too.
 */
const givePositions = (database: DataSource): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.query("SELECT pg_advisory_xact_lock(hashtext('whistlegraph:feed'))");
    await transaction.query(`
      WITH unplaced AS (
        SELECT sequence, row_number() OVER (ORDER BY sequence) AS offset_
        FROM log_entry WHERE position IS NULL
      ), last AS (SELECT coalesce(max(position), 0) AS position FROM log_entry)
      UPDATE log_entry SET position = last.position + unplaced.offset_
      FROM unplaced, last WHERE log_entry.sequence = unplaced.sequence`);
  });

/** Position of the last entry committed by now; 0 in an empty log. */
export async function lastPosition(database: DataSource): Promise<number> {
  await givePositions(database);
  const [{ position }] = await database.query("SELECT coalesce(max(position), 0) AS position FROM log_entry");
  return position;
}

/** An entry that has its place in the feed. */
export type FeedEntry = LogEntry & { readonly position: number };

export interface Stretch {
  /** Entries from here on, this position not included. */
  readonly after: number;
  /** To this position, included; to the end when absent. */
  readonly until?: number;
  /** Only what happened to this. */
  readonly subject?: string | undefined;
  readonly first: number;
}

/** Entries that have positions already, in order. */
export function entriesBetween(
  database: DataSource,
  { after, until, subject, first }: Stretch,
): Promise<FeedEntry[]> {
  const query = database.manager
    .createQueryBuilder(LogEntry, "entry")
    .where("entry.position > :after", { after })
    .orderBy("entry.position")
    .limit(first);
  if (until !== undefined) query.andWhere("entry.position <= :until", { until });
  if (subject !== undefined) query.andWhere({ subject });
  return query.getMany() as Promise<FeedEntry[]>;
}

/** A subgraph's interest in another's feed. `apply` runs in the transaction that moves the position on. */
export interface FeedConsumer {
  /** Root field of the feed, e.g. `ticketFeed`. */
  readonly feed: string;
  apply(transaction: EntityManager, entry: LogEntry): Promise<void>;
}

/**
 * Applies what is new in a feed and returns how many entries that were. Effect and position commit together, and the
 * position row is locked, so no entry is lost or applied twice, whoever else is consuming and whenever we are killed.
 */
export async function catchUp(
  database: DataSource,
  graph: GraphClient,
  consumer: FeedConsumer,
): Promise<number> {
  await database.query("INSERT INTO feed_position (feed, position) VALUES ($1, 0) ON CONFLICT DO NOTHING", [
    consumer.feed,
  ]);
  let applied = 0;
  for (;;) {
    const batch = await nextBatch(database, graph, consumer.feed);
    if (batch.length === 0) return applied;
    for (const entry of batch) applied += await applyOnce(database, consumer, entry);
  }
}

/** Resolves when there is something in a feed that was not applied yet, or may be. */
export async function untilNews(
  database: DataSource,
  untilEvent: UntilEvent,
  { feed }: FeedConsumer,
  signal: AbortSignal,
): Promise<void> {
  const after = await positionIn(database, feed);
  await untilEvent(
    `subscription Wake($after: Int!) { ${feed}(after: $after) { position } }`,
    { after },
    signal,
  );
}

/** Position of the last entry of a feed that was applied here. */
async function positionIn(database: DataSource, feed: string): Promise<number> {
  const [row] = await database.query("SELECT position FROM feed_position WHERE feed = $1", [feed]);
  return row?.position ?? 0;
}

async function nextBatch(database: DataSource, graph: GraphClient, feed: string): Promise<LogEntry[]> {
  const position = await positionIn(database, feed);
  const answer = await graph<Record<string, (Omit<LogEntry, "at"> & { at: string })[]>>(
    `query Follow($after: Int!) {
      ${feed}(after: $after, first: 100) { position subject kind at actorPost actorUnit payload }
    }`,
    { after: position },
  );
  return (answer[feed] ?? []).map((entry) =>
    Object.assign(new LogEntry(), entry, { at: new Date(entry.at) }),
  );
}

const applyOnce = (database: DataSource, consumer: FeedConsumer, entry: LogEntry): Promise<number> =>
  database.transaction(async (transaction) => {
    const [[moved]] = await transaction.query(
      "UPDATE feed_position SET position = $2 WHERE feed = $1 AND position < $2 RETURNING position",
      [consumer.feed, entry.position],
    );
    if (!moved) return 0;
    try {
      await consumer.apply(transaction, entry);
    } catch (cause) {
      throw cannotApply(consumer, entry, cause);
    }
    return 1;
  });

/** Names the entry at which a consumer stops: nothing is skipped, so somebody must find what is wrong with it. */
const cannotApply = ({ feed }: FeedConsumer, { position, kind, subject }: LogEntry, cause: unknown): Error =>
  new Error(`${feed}, position ${position}: ${kind} of ${subject} cannot be applied`, { cause });
