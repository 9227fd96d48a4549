import { origin } from "../../subgraphs/shared/subscription/shared-answer.ts";
import type { RequestContext } from "../request-context.ts";
import type { SubgraphReply } from "../transport/subgraph-connection.ts";
import type { Data } from "./data.ts";
import type { Sights } from "./sights.ts";

export interface SharedEventsSettings {
  /** What callers see of an event in the subgraphs that are asked for more about it. */
  readonly sights: Sights;
  /** Variables that what is told of an event depends on. */
  readonly names: ReadonlySet<string>;
}

interface Variables {
  readonly sent: Data;
  readonly coerced: Data;
}

/**
 * What is told of one subscription's events. Those who have the same reading of an event, the same variables and the same
 * sight are told the same: it is made once, as the principal without what makes no difference, so that what is left out
 * cannot matter. It is kept for as long as the reading is handed out, a tenth of a second.
 */
export class SharedEvents<Told> {
  readonly #settings: SharedEventsSettings;
  readonly #told = new WeakMap<object, Map<string, Promise<Told>>>();
  readonly #variables = new WeakMap<Variables, string>();

  constructor(settings: SharedEventsSettings) {
    this.#settings = settings;
  }

  /** @param tell joins and writes the event for whoever may see what this context's principal may */
  of(
    reply: SubgraphReply & { readonly [origin]?: object },
    variables: Variables,
    context: RequestContext,
    tell: (context: RequestContext) => Promise<Told>,
  ): Promise<Told> {
    const reading = reply[origin];
    if (!reading) return tell(context);
    const { principal, key } = this.#settings.sights.of(context.principal);
    const { at, basis, case: onCase } = context;
    const grounds = {
      ...(basis === undefined ? {} : { basis }),
      ...(onCase === undefined ? {} : { case: onCase }),
    };
    const told = this.#toldOf(reading);
    const audience = `${key} ${this.#variablesKey(variables)} ${JSON.stringify(grounds)}`;
    const known = told.get(audience);
    if (known) return known;
    // Others wait for it: whoever comes first may leave without ending it.
    const made = tell({ principal, at, ...grounds });
    told.set(audience, made);
    return made;
  }

  #toldOf(reading: object): Map<string, Promise<Told>> {
    const known = this.#told.get(reading);
    if (known) return known;
    const told = new Map<string, Promise<Told>>();
    this.#told.set(reading, told);
    return told;
  }

  #variablesKey(variables: Variables): string {
    const known = this.#variables.get(variables);
    if (known !== undefined) return known;
    const { names } = this.#settings;
    const those = (all: Data) => Object.entries(all).filter(([name]) => names.has(name));
    const key = JSON.stringify([those(variables.sent), those(variables.coerced)]);
    this.#variables.set(variables, key);
    return key;
  }
}
