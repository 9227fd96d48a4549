import { gistOf } from "./gist.ts";
import type { KnownPlace } from "./place-names.ts";

/** How many demands of each district say a term; `""` counts all of them. */
export class TermCounts {
  readonly #met = new Map<string, Map<string, number>>();

  add(districtCode: string, text: string, knownPlaces: readonly KnownPlace[]): void {
    const met = this.#met.get(districtCode) ?? new Map<string, number>();
    this.#met.set(districtCode, met);
    const said = gistOf(text, knownPlaces).passages.flatMap((passage) => [...passage]);
    for (const term of new Set(["", ...said])) met.set(term, (met.get(term) ?? 0) + 1);
  }

  /** In one order, so that two that write them at once wait for each other instead of for ever. */
  rows(): { readonly districtCode: string; readonly term: string; readonly demands: number }[] {
    const inOrder = <Value>(counts: ReadonlyMap<string, Value>) =>
      [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
    return inOrder(this.#met).flatMap(([districtCode, met]) =>
      inOrder(met).map(([term, demands]) => ({ districtCode, term, demands })),
    );
  }
}
