import type { Answer, CompiledOperation, Variables } from "../execution/compiled-operation.ts";
import type { RequestContext } from "../request-context.ts";
import { Flight } from "../transport/flight.ts";
import { SharingKeys } from "../transport/sharing-key.ts";

/**
 * Lets a query wait for the same query of the same caller while that is carried out. Each has passed every guard for
 * itself before. As with what is asked of subgraphs, none joins across a mutation.
 */
export class AnswersUnderWay {
  readonly #keys = new SharingKeys();
  readonly #share: boolean;
  #flights = new WeakMap<CompiledOperation, Map<string, Flight<Answer>>>();

  /** @param share whether queries may wait for others; true unless told */
  constructor({ share = true }: { readonly share?: boolean | undefined } = {}) {
    this.#share = share;
  }

  async query(operation: CompiledOperation, variables: Variables, context: RequestContext): Promise<Answer> {
    // What became of the plan is told for each request by itself.
    if (context.trace || !this.#share) return operation.answer(variables, context);
    const flights = this.#flightsOf(operation);
    const key = this.#keys.of(context) + JSON.stringify(variables.sent);
    const known = flights.get(key);
    // Once everybody had left, what was still to be fetched may have been passed over.
    if (known && !known.gone) return known.join(context);

    const flight = new Flight<Answer>(context);
    flights.set(key, flight);
    try {
      const answer = await operation.answer(variables, { ...context, hasLeft: () => flight.gone });
      flight.land(() => answer);
      return answer;
    } catch (error) {
      flight.fail(error);
      throw error;
    } finally {
      if (flights.get(key) === flight) flights.delete(key);
    }
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
      this.#flights = new WeakMap();
    }
  }

  #flightsOf(operation: CompiledOperation): Map<string, Flight<Answer>> {
    const known = this.#flights.get(operation);
    if (known) return known;
    const flights = new Map<string, Flight<Answer>>();
    this.#flights.set(operation, flights);
    return flights;
  }
}
