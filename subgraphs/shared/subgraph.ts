import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { GraphQLError, type GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { ColumnNotRead, type ColumnsRead } from "./columns-read.ts";
import type { Consent } from "./consent.ts";
import { isDatabaseBusy, isDatabaseGone, isValueUnreadable, openDatabase } from "./database.ts";
import type { Envelope } from "./envelope.ts";
import { refuse } from "./errors.ts";
import { Documents } from "./execution/documents.ts";
import { buildFederatedSchema, type SchemaParts } from "./federated-schema.ts";
import { catchUp, type FeedConsumer, untilNews } from "./feed.ts";
import { type GraphClient, graphOnBehalfOf, type UntilEvent } from "./graph-client.ts";
import { LogEntry } from "./log-entry.ts";
import { foundations } from "./migrations.ts";
import { type Principal, servicePrincipal } from "./principal.ts";
import type { Catalogue } from "./refusal.ts";
import { type DivisionsOf, FeedTail } from "./subscription/feed-tail.ts";
import { SubscriptionAnswers } from "./subscription/subscription-answers.ts";
import { Subscriptions } from "./subscription/subscriptions.ts";
import { Timers } from "./timers.ts";
import type { ObjectStorage, UploadDoor } from "./uploads.ts";

/** A query that takes longer than this, in milliseconds, is left behind when the subgraph is closed. */
const closeWithin = 5_000;

/** A database that takes longer than this for nothing, in milliseconds, is not ready for anything. */
const readyWithin = 2_000;

/** What a subgraph's context is made from, for every request anew. */
export interface RequestScope {
  readonly database: DataSource;
  readonly graph: GraphClient;
  readonly principal: Principal | null;
  /** The instant by which the request is judged: never ask the machine's clock. */
  readonly at: Date;
  /** What to read of rows for this document's sake; whole rows where it is absent. */
  readonly columns?: ColumnsRead | undefined;
  /** The end of the subgraph's own log, for subscriptions to follow. */
  readonly feed: FeedTail;
  /** The department's existing system, opened; only where the definition names one. */
  readonly source?: unknown;
  /** Where files are kept; only where the definition takes any, and settings say where. */
  readonly storage?: ObjectStorage | undefined;
}

/** A system that a department had before: its subgraph reads it where it is. */
export interface Source {
  close(): Promise<void>;
}

export interface SourceSettings {
  readonly url: string;
  readonly log: Logger;
}

type Constructor = new (...args: never[]) => object;

/** A subgraph as its department defines it: everything that makes it is named here, in one place. */
export interface SubgraphDefinition<Context> extends SchemaParts<Context> {
  readonly name: string;
  /** Opens the department's existing system at the URL that settings give (`SOURCE_URL_<SUBGRAPH>`); absent without one. */
  openSource?(settings: SourceSettings): Promise<Source>;
  readonly entities: readonly Constructor[];
  readonly migrations: readonly Constructor[];
  /** Everything it may refuse with, beside what any subgraph may. */
  readonly errors: Catalogue;
  /** With which fields of its own its owner lets other subgraphs compute. */
  readonly consents?: readonly Consent[];
  /** Stores and loaders for one request. */
  context(scope: RequestScope): Context;
  /** Rules that are data and come with the code: loaded after the migrations, idempotently. */
  seed?(database: DataSource): Promise<void>;
  /**
   * The principal without what makes no difference to what it sees. An event is read once, as this principal, for all who
   * have the same sight: what is left out cannot matter. Absent: each person's own.
   */
  sightOf?(principal: Principal): Principal;
  /** In which division (区划) each of these numbers and codes lies, for subscriptions by division. */
  divisionsOf?(database: DataSource, subjects: readonly string[]): ReturnType<DivisionsOf>;
  /** What is to be done at instants known beforehand, such as a clock running out: as the subgraph's own service. */
  readonly timers?: {
    /** Keys of what fell due by an instant and was not done. */
    due(database: DataSource, at: Date): Promise<string[]>;
    /** Does what fell due, in one transaction. A key may come twice, or too early. */
    ring(key: string, scope: RequestScope): Promise<void>;
  };
  /** What falls due with time alone and nobody knows when: called every minute, as the subgraph's own service. */
  upkeep?(scope: RequestScope): Promise<void>;
  /** Does a part of what piled up, some hundredths of a second of it, so that nobody waits for it; whether there was any. */
  workOff?(scope: RequestScope): Promise<boolean>;
  readonly consumers?: (scope: { graph: GraphClient }) => readonly FeedConsumer[];
  /** What it does with the files that come with its mutations; absent where none do. */
  readonly files?: {
    /** Opens where they are kept, at the URL that settings give (`MEDIA_URL_<SUBGRAPH>`). */
    openStorage(url: string): Promise<ObjectStorage>;
    door(context: Context, storage: ObjectStorage): UploadDoor;
  };
}

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

/** A subgraph with its database open: called directly in one process, or served over HTTP. */
export interface RunningSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly database: DataSource;
  /** The principal without what makes no difference to what it sees here. */
  readonly sightOf: (principal: Principal) => Principal;
  execute(request: SubgraphRequest, envelope: Envelope): Promise<SubgraphAnswer>;
  /** An answer for each event, asked for one after the other; fails with the refusal that ended it. */
  subscribe(request: SubgraphRequest, envelope: Envelope): AsyncIterableIterator<SubgraphAnswer>;
  /** Its door for files, to one caller; absent where it takes none, or has nowhere to keep them. */
  readonly uploadsOf?: ((envelope: Envelope) => UploadDoor) | undefined;
  /** Follows the feeds it consumes to their present end; how many entries were applied. */
  catchUp(): Promise<number>;
  /** Resolves when there may be something new in a feed it consumes; rejects when nobody can tell it. */
  untilNews(signal: AbortSignal): Promise<void>;
  /** Does what fell due by `at`. */
  upkeep(at: Date): Promise<void>;
  /** Does a small part of what piled up; whether there was any. */
  workOff(at: Date): Promise<boolean>;
  /** Does what falls due when it does, until the function it answers with is called. */
  followClock(clock: () => Date): () => Promise<void>;
  /** Resolves when the database answers. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface SubgraphSettings {
  readonly databaseUrl: string;
  /** Where the department's existing system is, for a definition that reads one. */
  readonly sourceUrl?: string | undefined;
  /** Where files are kept, for a definition that takes any. */
  readonly mediaUrl?: string | undefined;
  readonly graph: GraphClient;
  /** What wakes it when there is something in the feeds it consumes; absent where nobody follows them. */
  readonly untilEvent?: UntilEvent | undefined;
  /** The instant by which an event is judged that nobody's request brings with it. */
  readonly clock: () => Date;
  readonly log: Logger;
}

export async function openSubgraph<Context>(
  definition: SubgraphDefinition<Context>,
  { databaseUrl, sourceUrl, mediaUrl, graph, untilEvent, clock, log }: SubgraphSettings,
): Promise<RunningSubgraph> {
  const { schema } = buildFederatedSchema(definition);
  if (definition.openSource && sourceUrl === undefined) {
    throw new Error(`the ${definition.name} subgraph reads an existing system, and was not told where it is`);
  }
  const database = await openDatabase({
    url: databaseUrl,
    entities: [LogEntry, ...definition.entities],
    migrations: [...foundations, ...definition.migrations],
    timers: definition.timers !== undefined,
  });
  await definition.seed?.(database);
  const source = sourceUrl === undefined ? undefined : await definition.openSource?.({ url: sourceUrl, log });
  const { files } = definition;
  const storage = mediaUrl === undefined ? undefined : await files?.openStorage(mediaUrl);
  const documents = new Documents(schema);
  const consumers = definition.consumers?.({ graph }) ?? [];
  const divisionsOf = definition.divisionsOf?.bind(definition, database);
  const feed = new FeedTail({ database, databaseUrl, divisionsOf, log });
  const contextAt = (principal: Principal | null, at: Date, columns?: ColumnsRead) =>
    definition.context({
      database,
      graph: graphOnBehalfOf(graph, principal),
      principal,
      at,
      feed,
      columns,
      source,
      storage,
    });
  const ownScope = (at: Date): RequestScope => ({
    database,
    graph,
    at,
    principal: servicePrincipal(definition.name),
    feed,
    source,
    storage,
  });
  const timers = definition.timers && openTimers(definition.timers);
  const mask = (error: unknown) => masked(asGraphQLError(error), definition.name, log);
  const sightOf = (principal: Principal) => definition.sightOf?.(principal) ?? principal;
  const subscriptions = new Subscriptions({ schema, contextAt, sightOf, clock, mask });

  return {
    name: definition.name,
    schema,
    database,
    sightOf,
    uploadsOf: files && storage && (({ principal, at }) => files.door(contextAt(principal, at), storage)),

    async execute({ query, variables, operationName }, { principal, at }) {
      const read = documents.read(query);
      if (read.errors) return { errors: read.errors.map(mask) };
      const answerFrom = (columns: ColumnsRead | undefined) =>
        read.execute({ operationName, variables, context: contextAt(principal, at, columns) });
      let answer = await answerFrom(read.columns);
      if (read.columns && lacksColumns(answer, read.columns)) answer = await answerFrom(undefined);
      read.columns?.learn();
      if (!answer.errors) return answer;
      return { ...answer, errors: answer.errors.map(mask) };
    },

    subscribe(request, envelope) {
      const read = documents.read(request.query);
      if (!read.errors) return subscriptions.subscribe({ ...request, read }, envelope);
      return new SubscriptionAnswers(() => Promise.reject(read.errors[0]), mask);
    },

    async catchUp() {
      let applied = 0;
      for (const consumer of consumers) applied += await catchUp(database, graph, consumer);
      return applied;
    },

    async untilNews(signal) {
      if (!untilEvent) throw new Error("nothing wakes this subgraph");
      const waiting = new AbortController();
      const leave = (): void => waiting.abort();
      signal.addEventListener("abort", leave, { once: true });
      try {
        signal.throwIfAborted();
        await Promise.race(consumers.map((each) => untilNews(database, untilEvent, each, waiting.signal)));
      } finally {
        signal.removeEventListener("abort", leave);
        leave();
      }
    },

    async upkeep(at) {
      await definition.upkeep?.(ownScope(at));
      await timers?.ringDue(at);
    },

    workOff: async (at) => (await definition.workOff?.(ownScope(at))) ?? false,

    followClock: (clock) => timers?.follow(clock) ?? (async () => undefined),

    async ready() {
      const silence = wait(readyWithin, undefined, { ref: false });
      const answered = await Promise.race([database.query("SELECT 1"), silence]);
      if (!answered) throw new Error("the database does not answer");
    },

    async close() {
      await feed.close();
      await source?.close();
      const closed = Promise.all([timers?.close(), database.destroy()]);
      await Promise.race([closed, wait(closeWithin, undefined, { ref: false })]);
    },
  };

  function openTimers({ due, ring }: NonNullable<typeof definition.timers>): Timers {
    return new Timers({
      database,
      databaseUrl,
      due: (at) => due(database, at),
      ring: (key, at) => ring(key, ownScope(at)),
      log,
    });
  }
}

/** Whether rows were asked for more than they were read with, which is noted for the next time. */
function lacksColumns({ errors = [] }: SubgraphAnswer, columns: ColumnsRead): boolean {
  const lacking = errors.flatMap(({ originalError }) =>
    originalError instanceof ColumnNotRead ? [originalError] : [],
  );
  for (const { entity, column } of lacking) columns.note(entity, column);
  return lacking.length > 0;
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error, path: [] });

/**
 * Refusals pass as they are. What failed before any resolver ran is a value that does not fit its type, and the caller
 * can mend it. Anything else is ours: the log keeps it whole, the caller gets a reference.
 */
function masked(error: GraphQLError, subgraph: string, log: Logger): GraphQLError {
  if (error.extensions.code !== undefined) return error;
  if (!error.path) return refuse("BAD_VALUE", { problem: error.message });
  if (error.originalError === undefined) return error;
  const reference = randomUUID();
  log.error({ reference, path: error.path, err: error.originalError }, "a resolver failed");
  const answer = answerTo(error.originalError, subgraph, reference);
  return Object.assign(answer, { path: error.path, locations: error.locations });
}

function answerTo(failure: unknown, subgraph: string, reference: string): GraphQLError {
  if (isDatabaseGone(failure)) return refuse("SUBGRAPH_UNAVAILABLE", { subgraph });
  if (isDatabaseBusy(failure)) return refuse("BUSY", { subgraph });
  if (isValueUnreadable(failure)) {
    return refuse("BAD_VALUE", {
      problem: `one of them is not what it should be, such as a UUID or a day that there is (reference ${reference})`,
    });
  }
  return refuse("INTERNAL_SERVER_ERROR", { reference });
}
