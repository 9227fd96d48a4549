import { GraphQLError } from "graphql";
import type { Audience, RequestContext } from "../request-context.ts";

/** Something under way for one caller, and all others who wait for the same. */
export class Flight<Value> implements Audience {
  #first: RequestContext | undefined;
  #joined: Joined<Value>[] = [];

  constructor(first: RequestContext) {
    this.#first = first;
  }

  get gone(): boolean {
    return (
      (this.#first === undefined || hasLeft(this.#first)) &&
      this.#joined.every(({ context }) => hasLeft(context))
    );
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
    for (const { resolve } of this.#over()) resolve(another());
  }

  fail(error: unknown): void {
    for (const { reject } of this.#over()) reject(sameAgain(error));
  }

  /** Lets go of everybody: what has long lived in a map would have them kept long after they were answered. */
  #over(): readonly Joined<Value>[] {
    const joined = this.#joined;
    this.#first = undefined;
    this.#joined = [];
    return joined;
  }
}

interface Joined<Value> {
  readonly context: RequestContext;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

const hasLeft = ({ audience, signal }: RequestContext): boolean => audience?.gone ?? signal?.aborted ?? false;

/** Whoever asked puts the path of its own operation on a refusal. */
const sameAgain = (error: unknown): unknown =>
  error instanceof GraphQLError ? new GraphQLError(error.message, { extensions: error.extensions }) : error;
