import {
  createSourceEventStream,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from "graphql";
import type { Envelope } from "../envelope.ts";
import type { ReadDocument } from "../execution/documents.ts";
import type { FeedEntry } from "../feed.ts";
import type { Principal } from "../principal.ts";
import { EventGroup, type GroupAnswer } from "./event-group.ts";
import { FeedFollower } from "./feed-follower.ts";
import { type Begun, SubscriptionAnswers } from "./subscription-answers.ts";
import { variablesOfEvents } from "./variables-of-events.ts";

export interface SubscriptionSettings<Context> {
  readonly schema: GraphQLSchema;
  /** Stores and loaders, as for a request of the principal at that instant. */
  readonly contextAt: (principal: Principal | null, at: Date) => Context;
  /** The principal without what makes no difference to what it sees. */
  readonly sightOf: (principal: Principal) => Principal;
  /** The instant an event is judged by. */
  readonly clock: () => Date;
  /** What may be told of a failure. */
  readonly mask: (error: unknown) => GraphQLError;
}

/** An operation that was read and found valid. */
export interface ReadOperation {
  readonly query: string;
  readonly read: Exclude<ReadDocument, { readonly errors: readonly GraphQLError[] }>;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

/** A subgraph's subscriptions: each event is read with the principal's eyes, at the instant it is delivered. */
export class Subscriptions<Context> {
  readonly #settings: SubscriptionSettings<Context>;
  readonly #groups = new Map<string, EventGroup>();

  constructor(settings: SubscriptionSettings<Context>) {
    this.#settings = settings;
  }

  /** Begins when the first answer is asked for. */
  subscribe(operation: ReadOperation, envelope: Envelope): SubscriptionAnswers {
    return new SubscriptionAnswers(() => this.#begin(operation, envelope), this.#settings.mask);
  }

  async #begin(operation: ReadOperation, { principal, at }: Envelope): Promise<Begun> {
    const { schema, contextAt, sightOf } = this.#settings;
    const { read, variables, operationName } = operation;
    const source = await createSourceEventStream({
      schema,
      document: read.document,
      variableValues: variables,
      operationName,
      contextValue: contextAt(principal, at),
    });
    if (!(source instanceof FeedFollower)) throw refusalIn(source);
    const follower = source as FeedFollower<Context>;
    const eyes = principal && sightOf(principal);
    const key = groupKey(operation, eyes);
    const group = this.#groups.get(key) ?? this.#formGroup(key, operation, eyes, follower);
    group.members += 1;
    const end = (): void => {
      follower.end();
      group.members -= 1;
      if (group.members === 0) this.#groups.delete(key);
    };
    return { follower, group, end };
  }

  #formGroup(
    key: string,
    { read, variables, operationName }: ReadOperation,
    eyes: Principal | null,
    { interest }: FeedFollower<Context>,
  ): EventGroup {
    const { contextAt, clock, mask } = this.#settings;
    const answerTo = async (entry: FeedEntry): Promise<GroupAnswer> => {
      const context = contextAt(eyes, clock());
      if (interest.sees && !(await interest.sees(entry, context))) return null;
      const answer = await read.execute({ operationName, variables, context, rootValue: entry });
      return answer.errors ? { ...answer, errors: answer.errors.map(mask) } : answer;
    };
    const group = new EventGroup({ answerTo });
    this.#groups.set(key, group);
    return group;
  }
}

/** Whoever asks the same with the same eyes gets the same answer; the key holds all that it may depend on. */
function groupKey(
  { query, read, variables = {}, operationName }: ReadOperation,
  eyes: Principal | null,
): string {
  const names = variablesOfEvents(read.document, operationName);
  const given = Object.entries(variables).filter(([name]) => names.has(name));
  return JSON.stringify([eyes, query, operationName ?? null, given]);
}

function refusalIn(source: AsyncIterable<unknown> | ExecutionResult): Error {
  const [error] = "errors" in source ? (source.errors ?? []) : [];
  return error ?? new Error("a subscription follows nothing");
}
