import type { GraphQLFormattedError } from "graphql";
import type { RequestContext } from "../request-context.ts";
import type { Provenance } from "../transport/provenance.ts";
import type { Question, SubgraphConnection, SubgraphReply } from "../transport/subgraph-connection.ts";
import type { Data } from "./data.ts";
import { aliasOf, type EntityPart, type QuestionsTogether } from "./together.ts";

/** What one fetch of a wave asks. */
export interface Put {
  readonly connection: SubgraphConnection;
  readonly part: EntityPart;
  /** The question as it is asked alone. */
  readonly question: Question;
  /** Its references, as the text of a JSON list. */
  readonly references: string;
  readonly provenance?: Provenance | undefined;
}

interface Waiting extends Put {
  readonly resolve: (reply: SubgraphReply | Promise<SubgraphReply>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The fetches of one execution that begin at once: those that ask one subgraph for entities go in one request. A
 * department is asked once, and reads in one go what it would have read several times.
 */
export class Wave {
  readonly #together: QuestionsTogether;
  readonly #variables: Data;
  readonly #context: RequestContext;
  readonly #waiting = new Map<SubgraphConnection, Waiting[]>();

  constructor(together: QuestionsTogether, variables: Data, context: RequestContext) {
    this.#together = together;
    this.#variables = variables;
    this.#context = context;
  }

  /** Waits for the others of the wave to be put as well. */
  ask(put: Put): Promise<SubgraphReply> {
    return new Promise((resolve, reject) => {
      const waiting = { ...put, resolve, reject };
      const known = this.#waiting.get(put.connection);
      if (known) known.push(waiting);
      else this.#waiting.set(put.connection, [waiting]);
    });
  }

  /** Everything is put that will be. */
  send(): void {
    for (const waiting of this.#waiting.values()) {
      const [first] = waiting;
      if (waiting.length === 1 && first) first.resolve(this.#alone(first));
      else void this.#sendTogether(waiting);
    }
  }

  #alone({ connection, question, provenance }: Put): Promise<SubgraphReply> {
    return connection.ask(question, this.#context, provenance);
  }

  async #sendTogether(waiting: readonly Waiting[]): Promise<void> {
    const [{ connection }] = waiting as readonly [Waiting, ...Waiting[]];
    try {
      const ask = this.#together.of(waiting.map(({ part }) => part));
      const question = ask(
        this.#variables,
        waiting.map(({ references }) => references),
      );
      const provenance: Provenance = {};
      const reply = await connection.ask(question, this.#context, provenance);
      for (const [place, each] of waiting.entries()) {
        // Without data, one of them has spoilt it for the others: they are asked by themselves.
        if (!reply.data) each.resolve(this.#alone(each));
        else {
          if (each.provenance) Object.assign(each.provenance, provenance, { together: waiting.length });
          each.resolve(partOf(reply, aliasOf(place)));
        }
      }
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}

/** One part's reply, as if it had been asked alone. What is said of no part is said to each. */
function partOf({ data, errors }: SubgraphReply, alias: string): SubgraphReply {
  const own = errors?.flatMap((error): GraphQLFormattedError[] => {
    const [field, ...below] = error.path ?? [];
    if (field !== undefined && field !== alias) return [];
    const path = field === undefined ? {} : { path: ["_entities", ...below] };
    return [{ message: error.message, ...(error.extensions && { extensions: error.extensions }), ...path }];
  });
  return { data: { _entities: data?.[alias] }, ...(own && { errors: own }) };
}
