import type { Audience, RequestContext } from "../request-context.ts";
import { Flight } from "./flight.ts";
import { Flights } from "./flights.ts";
import type { Provenance } from "./provenance.ts";
import { Numbers } from "./sharing-key.ts";
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
  const operations = new Numbers();
  const flights = new Flights<Answer, SubgraphReply>((answer) => answer.again());

  const lead = async (
    key: string,
    question: Question,
    context: RequestContext,
    provenance?: Provenance,
  ): Promise<SubgraphReply> => {
    const answer = await flights.lead(key, context, (flight) => ask(question, context, flight));
    if (provenance) provenance.bytes = answer.bytes;
    return answer.reply;
  };

  const alone = async (
    question: Question,
    context: RequestContext,
    provenance?: Provenance,
  ): Promise<SubgraphReply> => {
    const isQuery = question.kind === "query";
    try {
      const answer = await ask(question, context, isQuery ? new Flight(context) : undefined);
      if (provenance) provenance.bytes = answer.bytes;
      return answer.reply;
    } finally {
      if (!isQuery) flights.clear();
    }
  };

  return (question, context, provenance) => {
    const { kind, operation, variables = "" } = question;
    if (!share || kind !== "query") return alone(question, context, provenance);
    const key = flights.keyOf(context, `${operations.of(operation)} ${variables}`);
    const joined = flights.join(key, context);
    if (provenance) provenance.joined = joined !== undefined;
    return joined ?? lead(key, question, context, provenance);
  };
}
