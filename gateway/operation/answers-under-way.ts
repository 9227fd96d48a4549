import type { Answer, CompiledOperation, Variables } from "../execution/compiled-operation.ts";
import type { RequestContext } from "../request-context.ts";
import { Flights } from "../transport/flights.ts";

/**
 * Lets a query wait for the same query of the same caller while that is carried out. Each has passed every guard for
 * itself before. As with what is asked of subgraphs, none joins across a mutation.
 */
export class AnswersUnderWay {
  readonly #share: boolean;
  readonly #flights = new Flights<Answer>((answer) => answer);
  readonly #numbers = new WeakMap<CompiledOperation, number>();
  #last = 0;

  /** @param share whether queries may wait for others; true unless told */
  constructor({ share = true }: { readonly share?: boolean | undefined } = {}) {
    this.#share = share;
  }

  async query(operation: CompiledOperation, variables: Variables, context: RequestContext): Promise<Answer> {
    // What became of the plan is told for each request by itself.
    if (context.trace || !this.#share) return operation.answer(variables, context);
    const question = `${this.#numberOf(operation)} ${JSON.stringify(variables.sent)}`;
    const key = this.#flights.keyOf(context, question);
    return (
      this.#flights.join(key, context) ??
      this.#flights.lead(key, context, (flight) =>
        operation.answer(variables, { ...context, audience: flight }),
      )
    );
  }

  /** Whoever asks once it is answered sees what it did: nothing older is joined. */
  async mutation(
    operation: CompiledOperation,
    variables: Variables,
    context: RequestContext,
  ): Promise<Answer> {
    try {
      return await operation.answer(variables, context);
    } finally {
      this.#flights.clear();
    }
  }

  #numberOf(operation: CompiledOperation): number {
    const known = this.#numbers.get(operation);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#numbers.set(operation, this.#last);
    return this.#last;
  }
}
