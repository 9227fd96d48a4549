import { GraphQLError } from "graphql";
import type { RequestContext } from "../request-context.ts";
import type { Audience } from "./exchange.ts";

/** Something under way for one caller, and all others who wait for the same. */
export class Flight<Value> implements Audience {
  readonly #first: RequestContext;
  readonly #joined: Joined<Value>[] = [];

  constructor(first: RequestContext) {
    this.#first = first;
  }

  get gone(): boolean {
    return hasLeft(this.#first) && this.#joined.every(({ context }) => hasLeft(context));
  }

  join(context: RequestContext): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#joined.push({ context, resolve, reject });
    });
  }

  /**
   * Hands what came of it to those who joined: before the first one gets it, who may change it at once.
   *
   * @param another makes one more of it
   */
  land(another: () => Value): void {
    for (const { resolve } of this.#joined) resolve(another());
  }

  fail(error: unknown): void {
    for (const { reject } of this.#joined) reject(sameAgain(error));
  }
}

interface Joined<Value> {
  readonly context: RequestContext;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

const hasLeft = ({ hasLeft, signal }: RequestContext): boolean => hasLeft?.() ?? signal?.aborted ?? false;

/** Whoever asked puts the path of its own operation on a refusal. */
const sameAgain = (error: unknown): unknown =>
  error instanceof GraphQLError ? new GraphQLError(error.message, { extensions: error.extensions }) : error;
