import { pino } from "pino";
import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import {
  openSubgraph,
  type RunningSubgraph,
  type SubgraphDefinition,
} from "../../subgraphs/shared/subgraph.ts";
import { createDatabases } from "./database.ts";

export interface Asker {
  /** Who asks; nobody when absent. */
  readonly as?: Principal;
  /** The instant of the request; the same one throughout when absent. */
  readonly at?: Date;
}

/** Errors as a client reads them: code first. */
export interface TestAnswer<Data> {
  readonly data: Data;
  readonly errors: readonly {
    readonly code: unknown;
    readonly message: string;
    readonly path: readonly unknown[];
    readonly details?: unknown;
    readonly rule?: string;
    readonly allowed?: Readonly<Record<string, unknown>>;
    readonly lastChange?: { readonly kind: string; readonly post: string; readonly unit: string };
  }[];
}

export interface TestSubgraph
  extends Pick<RunningSubgraph, "database" | "catchUp" | "upkeep" | "workOff" | "subscribe" | "uploadsOf"> {
  readonly databaseUrl: string;
  ask<Data = Record<string, never>>(
    query: string,
    variables?: Record<string, unknown>,
    asker?: Asker,
  ): Promise<TestAnswer<Data>>;
  close(): Promise<void>;
}

const defaultInstant = new Date("2026-06-01T09:00:00+08:00");

const noGraph: GraphClient = () => Promise.reject(new Error("this test gave the subgraph no graph to ask"));

/** One subgraph on a database of its own, asked through its schema as the gateway would ask it. */
export async function openTestSubgraph<Context>(
  definition: SubgraphDefinition<Context>,
  {
    graph = noGraph,
    expectsFailures = false,
    sourceUrl,
    mediaUrl,
    databaseUrl: given,
  }: {
    graph?: GraphClient;
    expectsFailures?: boolean;
    sourceUrl?: string;
    mediaUrl?: string;
    /** A database that is there already, and stays; one of its own when absent. */
    databaseUrl?: string;
  } = {},
): Promise<TestSubgraph> {
  const { urls, drop } = given
    ? { urls: { [definition.name]: given }, drop: async () => undefined }
    : await createDatabases([definition.name]);
  // What a test breaks on purpose is not news; anything else that fails on our side is.
  const level = process.env.LOG_LEVEL ?? (expectsFailures ? "silent" : "error");
  const log = pino({ level }, pino.destination(2));
  const databaseUrl = urls[definition.name] ?? "";
  const clock = () => defaultInstant;
  const subgraph = await openSubgraph(definition, { databaseUrl, sourceUrl, mediaUrl, graph, clock, log });
  return {
    database: subgraph.database,
    uploadsOf: subgraph.uploadsOf,
    databaseUrl,
    subscribe: (request, envelope) => subgraph.subscribe(request, envelope),
    catchUp: () => subgraph.catchUp(),
    upkeep: (at) => subgraph.upkeep(at),
    workOff: (at) => subgraph.workOff(at),
    async ask<Data>(
      query: string,
      variables?: Record<string, unknown>,
      { as, at = defaultInstant }: Asker = {},
    ) {
      const answer = await subgraph.execute({ query, variables }, { principal: as ?? null, at });
      const { data, errors = [] } = JSON.parse(JSON.stringify(answer));
      return {
        data: data as Data,
        errors: errors.map(
          (error: { message: string; path?: unknown[]; extensions?: Record<string, unknown> }) => {
            const { code, details, rule, allowed, lastChange } = error.extensions ?? {};
            return {
              code,
              message: error.message,
              path: error.path ?? [],
              details,
              rule,
              allowed,
              lastChange,
            };
          },
        ),
      };
    },
    async close() {
      await subgraph.close();
      await drop();
    },
  };
}
