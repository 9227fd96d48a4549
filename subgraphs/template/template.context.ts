import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { FacilityStore } from "./facility/facility.store.ts";
import type { Facility } from "./facility/facility.ts";
import { reachInto } from "./visibility.ts";

/** What one request works with: its stores, restricted to the principal, and their loaders. */
export function templateContext({ database, principal, at, feed, columns }: RequestScope) {
  const facilities = new FacilityStore(database, reachInto(principal, "Facility"), columns);
  return {
    database,
    principal,
    at,
    feed,
    facilities,
    load: {
      facility: loadOne(
        (numbers) => facilities.byNumbers(numbers),
        ({ number }) => number,
      ),
      facilitiesOfGrid: loadByArguments(
        (grids, args: PageArgs) => facilities.ofGrids(grids, args),
        () => emptyPage<Facility>(),
      ),
    },
  };
}

export type TemplateContext = ReturnType<typeof templateContext>;
