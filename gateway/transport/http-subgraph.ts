import { randomUUID } from "node:crypto";
import type { GraphQLError } from "graphql";
import { envelopeHeader, instantHeader, sealEnvelope } from "../../subgraphs/shared/envelope.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { SigningKey } from "../../subgraphs/shared/signing-key.ts";
import type { Audience, RequestContext } from "../request-context.ts";
import { Breaker, type BreakerState } from "./breaker.ts";
import { copyOf } from "./copy.ts";
import type { HttpAnswer } from "./exchange.ts";
import { exchangeWith } from "./exchange-with.ts";
import { followedSubgraph } from "./followed-subgraph.ts";
import { httpUploads } from "./http-uploads.ts";
import { type Answer, type InFlightSettings, inFlight } from "./in-flight.ts";
import { NoAnswer } from "./no-answer.ts";
import { sendWithRetry } from "./retry.ts";
import { Seals } from "./seals.ts";
import { bodyOf, type Question, type SubgraphConnection, type SubgraphReply } from "./subgraph-connection.ts";

export interface HttpSubgraphSettings extends Pick<InFlightSettings, "share"> {
  readonly name: string;
  /** Where the subgraph listens: `http://host:port`, `https://host:port` or `unix:/path/to/socket`. */
  readonly url: string;
  /** The gateway's key. */
  readonly key: SigningKey;
  /** Told of what went wrong, which the client must not see. */
  readonly onFailure: (failure: SubgraphFailure) => void;
  /** Told when the subgraph is left in peace, tried again, and asked as usual again. */
  readonly onState?: (subgraph: string, state: BreakerState) => void;
  /** How long a query may take: a department that hangs must not hold up the others' answers. */
  readonly queryMilliseconds?: number;
  /** How long a mutation may take. It may have had its effect when it is given up, so it is given up late. */
  readonly mutationMilliseconds?: number;
  readonly maximumAnswerBytes?: number;
  /** How long a failing subgraph is left in peace before it is tried again. */
  readonly restMilliseconds?: number;
}

export interface SubgraphFailure {
  readonly subgraph: string;
  /** What the client was told, for finding this again. */
  readonly reference: string;
  readonly error: NoAnswer;
}

export interface HttpSubgraph extends SubgraphConnection {
  /** Whether it is being asked. */
  readonly state: BreakerState;
  close(): Promise<void>;
}

/** A subgraph in another process, asked with an envelope signed for it alone. */
export function httpSubgraph(settings: HttpSubgraphSettings): HttpSubgraph {
  const { name, url, key, onFailure, onState, share, restMilliseconds } = settings;
  const { queryMilliseconds = 3_000, mutationMilliseconds = 30_000 } = settings;
  const exchange = exchangeWith(url, settings.maximumAnswerBytes ?? 10 * 1024 * 1024);
  const seals = new Seals(key, name);
  const breaker = new Breaker({ onChange: (state) => onState?.(name, state), restMilliseconds });
  /** While the subgraph is left in peace, callers are referred to what it failed with. */
  let reference = "";

  const ask = async (question: Question, context: RequestContext, audience?: Audience): Promise<Answer> => {
    const admission = breaker.admit();
    if (!admission) throw unavailable(name, reference);
    try {
      const body = bodyOf(question);
      const repeatable = question.kind === "query";
      const sealed = repeatable ? seals.for(context) : sealEnvelope(key, context, name, body);
      const headers = [envelopeHeader, typeof sealed === "string" ? sealed : await sealed];
      if (repeatable) headers.push(instantHeader, context.at.toISOString());
      const { within = Number.POSITIVE_INFINITY } = question;
      const deadline =
        performance.now() + Math.min(within, repeatable ? queryMilliseconds : mutationMilliseconds);
      const message = { path: "/graphql", headers, body, repeatable, deadline, audience };
      const answer = new ReadReply(await sendWithRetry(exchange, message));
      breaker.succeeded(admission);
      return answer;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // Whose client has left says nothing of the subgraph; nor does an answer that somebody asked too much for.
      if (error.reason === "TOO_LARGE") breaker.succeeded(admission);
      else if (error.reason !== "ABANDONED") breaker.failed(admission);
      if (error.reason !== "ABANDONED") {
        reference = randomUUID();
        onFailure({ subgraph: name, reference, error });
      }
      throw unavailable(name, reference);
    }
  };

  const { follow, close } = followedSubgraph({
    name,
    url,
    key,
    onFailure: (cause) => {
      const error = new NoAnswer("CUT_OFF", "the connection for subscriptions broke", { cause });
      onFailure({ subgraph: name, reference: randomUUID(), error });
    },
  });
  const uploads = httpUploads({
    name,
    url,
    key,
    onFailure: (reference, error) => onFailure({ subgraph: name, reference, error }),
  });
  return {
    ask: inFlight({ ask, share }),
    follow,
    uploads: uploads.for,
    get state() {
      return breaker.state;
    },
    close: async () => void (await Promise.all([close(), exchange.close(), uploads.close()])),
  };
}

/** The refusal, under the reference by which the log has the rest. */
function unavailable(subgraph: string, reference: string): GraphQLError {
  const refusal = refuse("SUBGRAPH_UNAVAILABLE", { subgraph });
  refusal.extensions.reference = reference;
  return refusal;
}

class ReadReply implements Answer {
  readonly reply: SubgraphReply;
  readonly #text: string;

  constructor({ status, text }: HttpAnswer) {
    if (status !== 200) throw new NoAnswer("STATUS", `the subgraph answered with status ${status}`);
    this.#text = text;
    this.reply = replyIn(text);
  }

  get bytes(): number {
    return Buffer.byteLength(this.#text);
  }

  again(): SubgraphReply {
    return { ...this.reply, data: copyOf(this.reply.data) };
  }
}

function replyIn(text: string): SubgraphReply {
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch {
    // Without the parser's message: it quotes the text.
    throw new NoAnswer("MALFORMED", "the subgraph's answer is not JSON");
  }
  const { data, errors } = (reply ?? {}) as { data?: unknown; errors?: unknown };
  const isReply = (typeof data === "object" && !Array.isArray(data)) || Array.isArray(errors);
  if (!isReply) throw new NoAnswer("MALFORMED", "the subgraph's answer is not GraphQL");
  return reply as SubgraphReply;
}
