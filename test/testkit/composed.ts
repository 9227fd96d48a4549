import { buildSubgraphSchema } from "@apollo/subgraph";
import { type DocumentNode, execute, parse, subscribe } from "graphql";
import { pino } from "pino";
import { createGateway, type Gateway, type GatewaySettings } from "../../gateway/gateway.ts";
import type { GraphqlRequest as Operation } from "../../gateway/operation/graphql-request.ts";
import { type Supergraph, supergraphOf } from "../../gateway/supergraph/supergraph.ts";
import type { SubgraphConnection, SubgraphReply } from "../../gateway/transport/subgraph-connection.ts";
import { compose } from "../../schema/registry/compose.ts";
import { Post, type Principal } from "../../subgraphs/shared/principal.ts";
import { person } from "./people.ts";

/** A resolver of a test; its types are the schema's business. */
export type Resolve = (source: never, args: never, context: never, info: never) => unknown;
export interface ResolveEvents {
  readonly subscribe: () => AsyncIterable<unknown>;
}
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolve | ResolveEvents>>>>;

export interface Part {
  readonly sdl: string;
  readonly resolvers: Resolvers;
}

/** What an executor answers: the one contract of our gateway, of Apollo's and of the schema without any federation. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly AnsweredError[];
}

export interface AnsweredError {
  readonly path: readonly (string | number)[] | undefined;
  readonly code: unknown;
  readonly message: string;
}

export type Answering = (operation: Operation & { readonly operationName?: string }) => Promise<Answer>;

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject",
  "@tag", "@authenticated", "@requiresScopes", "@policy"])`;

/** A subgraph SDL that may use every directive of federation. */
export const linked = (sdl: string): string => `${link}\n${sdl}`;

/** Composed as ours are. Throws the findings when the parts do not fit. */
export function composed(parts: Readonly<Record<string, Pick<Part, "sdl">>>): Supergraph & { api: string } {
  const composition = compose(Object.entries(parts).map(([name, { sdl }]) => ({ name, sdl: linked(sdl) })));
  if (!composition.success) throw new Error(JSON.stringify(composition.errors, null, 2));
  return { ...supergraphOf(composition.supergraph), api: composition.api };
}

/** One request that reached a subgraph. */
/** When these tests take place. */
export const composedInstant = new Date("2026-06-01T09:00:00+08:00");

export interface Sent {
  readonly subgraph: string;
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  /** In whose name it was asked. */
  readonly principal: Principal | null;
}

/** A subgraph that answers something else than it should, or throws instead of answering. */
export type Tamper = (reply: SubgraphReply, sent: Sent) => SubgraphReply;

export interface Wiring {
  readonly contextValue?: (sent: Sent) => unknown;
  readonly onRequest?: (sent: Sent) => void;
  readonly tamper?: Tamper;
}

/** A call in this process to each part. */
export function connectionsTo(
  parts: Readonly<Record<string, Part>>,
  { contextValue, onRequest, tamper }: Wiring = {},
): ReadonlyMap<string, SubgraphConnection> {
  return new Map(
    Object.entries(parts).map(([name, { sdl, resolvers }], place): [string, SubgraphConnection] => {
      const typeDefs = parse(linked(sdl));
      const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
      const documents = new Map<string, DocumentNode>();
      const ask: SubgraphConnection["ask"] = async ({ operation, variables }, { principal }) => {
        const variableValues = variables === undefined ? {} : JSON.parse(variables);
        const sent = { subgraph: name, operation, variables: variableValues, principal };
        onRequest?.(sent);
        const document = documents.get(operation) ?? parse(operation);
        documents.set(operation, document);
        const reply = await execute({ schema, document, variableValues, contextValue: contextValue?.(sent) });
        // Every other one answers as it would over HTTP: what JSON leaves of a value, and errors without a class.
        const answered: SubgraphReply =
          place % 2 === 0 ? (reply as SubgraphReply) : JSON.parse(JSON.stringify(reply));
        return tamper ? tamper(answered, sent) : answered;
      };
      const follow: SubgraphConnection["follow"] = async function* ({ operation, variables }, { principal }) {
        const variableValues = variables === undefined ? {} : JSON.parse(variables);
        const sent = { subgraph: name, operation, variables: variableValues, principal };
        onRequest?.(sent);
        const document = parse(operation);
        const events = await subscribe({
          schema,
          document,
          variableValues,
          contextValue: contextValue?.(sent),
        });
        if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events.errors));
        for await (const event of events) yield event as SubgraphReply;
      };
      return [name, { ask, follow }];
    }),
  );
}

export function gatewayOver(
  supergraph: Supergraph,
  subgraphs: ReadonlyMap<string, SubgraphConnection>,
  settings: Partial<GatewaySettings> = {},
): Promise<Gateway> {
  return createGateway({
    supergraph,
    subgraphs,
    identify: async () => null,
    clock: () => composedInstant,
    log: pino({ level: process.env.LOG_LEVEL ?? "silent" }),
    ...settings,
  });
}

/** Whoever asks in these tests: somebody who may look at the schema too. */
const caller = person(Post.DATA_STEWARD, { unit: "430105-DATA", scopes: ["graph:introspect"] });

export const answeringOf =
  (gateway: Gateway): Answering =>
  async (operation) =>
    answerOf(await gateway.answer(operation, { principal: caller, at: composedInstant }));

interface RawAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[] | undefined;
    readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  }[];
}

export const answerOf = ({ data, errors = [] }: RawAnswer): Answer => ({
  data: data ?? null,
  errors: errors.map(({ message, path, extensions }) => ({ message, path, code: extensions?.code })),
});

/** An answer as tests write it out: of an error only what a client may rely on. */
export interface Told {
  readonly data: unknown;
  readonly errors: readonly Pick<AnsweredError, "path" | "code">[];
}

export const told = ({ data, errors }: Answer): Told => ({
  data,
  errors: errors.map(({ path, code }) => ({ path, code })),
});
