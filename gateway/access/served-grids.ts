import { LRUCache } from "lru-cache";
import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import { Post, type Principal } from "../../subgraphs/shared/principal.ts";

/** So long, in milliseconds, access bound to a grid may outlive the assignment to it. */
const trusted = 250;
const remembered = 10_000;

const question = "query ServedGrids { servedGrids { code } }";

/** The grids that a grid member serves today, as the grid centre knows them; nobody else serves any. */
export class ServedGrids {
  readonly #askAs: (principal: Principal) => GraphClient;
  readonly #known: LRUCache<string, Promise<readonly string[]>>;

  constructor(askAs: (principal: Principal) => GraphClient, now: () => number = () => performance.now()) {
    this.#askAs = askAs;
    this.#known = new LRUCache({ max: remembered, ttl: trusted, perf: { now } });
  }

  /** Rejects where nobody can say. */
  of(principal: Principal): Promise<readonly string[]> {
    if (principal.post !== Post.GRID_MEMBER) return Promise.resolve([]);
    const known = this.#known.get(principal.id);
    if (known) return known;
    const asked = this.#askAs(principal)<{ servedGrids: { code: string }[] }>(question).then(
      ({ servedGrids }) => servedGrids.map(({ code }) => code),
    );
    this.#known.set(principal.id, asked);
    asked.catch(() => this.#known.delete(principal.id));
    return asked;
  }

  forget(): void {
    this.#known.clear();
  }
}
