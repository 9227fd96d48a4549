import { GraphQLError } from "graphql";
import type { RequestContext } from "../request-context.ts";
import type { Delivery } from "./delivery.ts";
import type { Audience } from "./exchange.ts";
import { SharingKeys } from "./sharing-key.ts";
import type { Ask, Question, SubgraphReply } from "./subgraph-connection.ts";

/** An answer that may be handed out more than once. */
export interface Answer {
  /** For whoever asked first. */
  readonly reply: SubgraphReply;
  /** Its size as it travelled; absent where it did not. */
  readonly bytes?: number | undefined;
  /** The same for another, who may change it too. */
  again(): SubgraphReply;
}

/** One caller's question, whether it went out to the subgraph or joined one under way. */
export interface Asked {
  readonly subgraph: string;
  readonly question: Question;
  readonly context: RequestContext;
  readonly joined: boolean;
}

/** Asks the subgraph in any case. The audience is absent when the question is seen through whoever leaves. */
export type AskAlone = (question: Question, context: RequestContext, audience?: Audience) => Promise<Answer>;

export interface InFlightSettings {
  readonly subgraph: string;
  readonly ask: AskAlone;
  /** Whether questions may join; true unless told. */
  readonly share?: boolean | undefined;
  /** Told of every caller before the answer, those who join included: reading without asking is reading all the same. */
  readonly onAsked?: ((asked: Asked) => void) | undefined;
}

/**
 * Lets a query join the same query of the same caller while that is under way. A mutation never joins, and none joins
 * across one: whoever asks after a mutation was answered sees what it did.
 */
export function inFlight({ subgraph, ask, share = true, onAsked }: InFlightSettings): Ask {
  const keys = new SharingKeys();
  const flights = new Map<string, Flight>();

  async function lead(
    key: string,
    question: Question,
    context: RequestContext,
    delivery?: Delivery,
  ): Promise<SubgraphReply> {
    const flight = new Flight(context);
    flights.set(key, flight);
    try {
      const answer = await ask(question, context, flight);
      flight.land(answer);
      if (delivery) delivery.bytes = answer.bytes;
      return answer.reply;
    } catch (error) {
      flight.fail(error);
      throw error;
    } finally {
      if (flights.get(key) === flight) flights.delete(key);
    }
  }

  async function alone(
    question: Question,
    context: RequestContext,
    delivery?: Delivery,
  ): Promise<SubgraphReply> {
    const isQuery = question.kind === "query";
    try {
      const answer = await ask(question, context, isQuery ? new Flight(context) : undefined);
      if (delivery) delivery.bytes = answer.bytes;
      return answer.reply;
    } finally {
      if (!isQuery) flights.clear();
    }
  }

  return (question, context, delivery) => {
    const key = share && question.kind === "query" ? keys.of(question, context) : undefined;
    const flight = key === undefined ? undefined : flights.get(key);
    onAsked?.({ subgraph, question, context, joined: flight !== undefined });
    if (delivery) delivery.joined = flight !== undefined;
    if (flight) return flight.join(context);
    return key === undefined ? alone(question, context, delivery) : lead(key, question, context, delivery);
  };
}

/** One question under way and all who wait for its answer. */
class Flight implements Audience {
  readonly #first: RequestContext;
  readonly #joined: Joined[] = [];

  constructor(first: RequestContext) {
    this.#first = first;
  }

  get gone(): boolean {
    return hasLeft(this.#first) && this.#joined.every(({ context }) => hasLeft(context));
  }

  join(context: RequestContext): Promise<SubgraphReply> {
    return new Promise((resolve, reject) => {
      this.#joined.push({ context, resolve, reject });
    });
  }

  /** Before the first one gets the answer, who may change it at once. */
  land(answer: Answer): void {
    for (const { resolve } of this.#joined) resolve(answer.again());
  }

  fail(error: unknown): void {
    for (const { reject } of this.#joined) reject(sameAgain(error));
  }
}

interface Joined {
  readonly context: RequestContext;
  readonly resolve: (reply: SubgraphReply) => void;
  readonly reject: (error: unknown) => void;
}

const hasLeft = ({ hasLeft, signal }: RequestContext): boolean => hasLeft?.() ?? signal?.aborted ?? false;

/** Whoever asked puts the path of its own operation on a refusal. */
const sameAgain = (error: unknown): unknown =>
  error instanceof GraphQLError ? new GraphQLError(error.message, { extensions: error.extensions }) : error;
