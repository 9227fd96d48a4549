import type { RequestContext } from "../request-context.ts";
import type { Audience } from "./exchange.ts";
import { Flight } from "./flight.ts";
import type { Provenance } from "./provenance.ts";
import { Numbers, SharingKeys } from "./sharing-key.ts";
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

/** Asks the subgraph in any case. The audience is absent when the question is seen through whoever leaves. */
export type AskAlone = (question: Question, context: RequestContext, audience?: Audience) => Promise<Answer>;

export interface InFlightSettings {
  readonly ask: AskAlone;
  /** Whether questions may join; true unless told. */
  readonly share?: boolean | undefined;
}

/**
 * Lets a query join the same query of the same caller while that is under way. A mutation never joins, and none joins
 * across one: whoever asks after a mutation was answered sees what it did.
 */
export function inFlight({ ask, share = true }: InFlightSettings): Ask {
  const keys = new SharingKeys();
  const operations = new Numbers();
  const flights = new Map<string, Flight<SubgraphReply>>();

  async function lead(
    key: string,
    question: Question,
    context: RequestContext,
    provenance?: Provenance,
  ): Promise<SubgraphReply> {
    const flight = new Flight<SubgraphReply>(context);
    flights.set(key, flight);
    try {
      const answer = await ask(question, context, flight);
      flight.land(() => answer.again());
      if (provenance) provenance.bytes = answer.bytes;
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
    provenance?: Provenance,
  ): Promise<SubgraphReply> {
    const isQuery = question.kind === "query";
    try {
      const answer = await ask(question, context, isQuery ? new Flight(context) : undefined);
      if (provenance) provenance.bytes = answer.bytes;
      return answer.reply;
    } finally {
      if (!isQuery) flights.clear();
    }
  }

  return (question, context, provenance) => {
    const { kind, operation, variables = "" } = question;
    const isShared = share && kind === "query";
    const key = isShared ? `${operations.of(operation)} ${keys.of(context)}${variables}` : undefined;
    const flight = key === undefined ? undefined : flights.get(key);
    if (provenance) provenance.joined = flight !== undefined;
    if (flight) return flight.join(context);
    return key === undefined
      ? alone(question, context, provenance)
      : lead(key, question, context, provenance);
  };
}
