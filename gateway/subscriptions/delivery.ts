import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import type { Grounds } from "../access/grounds.ts";
import type { Identify } from "../access/identity.ts";
import { explain } from "../execution/explain.ts";
import type { Gateway } from "../gateway.ts";
import type { GraphqlRequest } from "../operation/graphql-request.ts";

export interface DeliverySettings {
  readonly gateway: Pick<Gateway, "subscribe">;
  readonly identify: Identify;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** Who subscribes, and why: what was stated once holds for every event. */
export interface Subscriber {
  readonly authorization: string | undefined;
  readonly grounds: Grounds;
}

/**
 * One subscription on its way to one client: each text is one execution result. Nothing is fetched ahead, so a client who
 * takes events slowly is waited for at the source. Whoever stands behind the token is asked at every event.
 */
export class Delivery implements AsyncIterableIterator<string> {
  readonly #texts: AsyncIterator<string>;
  readonly #leaving: AbortController;
  readonly #log: Logger;

  private constructor(texts: AsyncIterator<string>, leaving: AbortController, log: Logger) {
    this.#texts = texts;
    this.#leaving = leaving;
    this.#log = log;
  }

  /** Rejects with a refusal where there is nothing to follow. */
  static async begin(
    { gateway, identify, clock, log }: DeliverySettings,
    request: GraphqlRequest,
    { authorization, grounds }: Subscriber,
  ): Promise<Delivery> {
    const leaving = new AbortController();
    const { signal } = leaving;
    const contextNow = async () => {
      const at = clock();
      return { principal: await identify(authorization, at), at, ...grounds, signal };
    };
    try {
      const texts = await gateway.subscribe(request, contextNow);
      return new Delivery(texts[Symbol.asyncIterator](), leaving, log);
    } catch (error) {
      throw asRefusal(error, log);
    }
  }

  async next(): Promise<IteratorResult<string, undefined>> {
    try {
      const { done, value } = await this.#texts.next();
      return done || this.#leaving.signal.aborted ? { done: true, value: undefined } : { done: false, value };
    } catch (error) {
      throw asRefusal(error, this.#log);
    }
  }

  /** Ends it, also while an event is awaited. */
  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#leaving.abort();
    this.#texts.return?.().catch(() => undefined);
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** What ended a subscription, as the client may read it. */
export function asRefusal(error: unknown, log: Logger): GraphQLError {
  if (error instanceof GraphQLError && error.extensions.code !== undefined) return error;
  const { message, extensions } = explain(error, log);
  return new GraphQLError(message, { extensions: extensions ?? {} });
}
