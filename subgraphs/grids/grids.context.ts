import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { DivisionStore } from "./division/division.store.ts";
import type { Division } from "./division/division.ts";

/** What one request to the grids subgraph works with: its stores, restricted to the principal, and their loaders. */
export function gridsContext({ database: { manager }, principal, at }: RequestScope) {
  const divisions = new DivisionStore(manager);
  return {
    principal,
    at,
    divisions,
    load: {
      division: loadOne(
        (codes) => divisions.byCodes(codes),
        ({ code }) => code,
      ),
      divisionChildren: loadByArguments(
        (codes, args: PageArgs) => divisions.childrenOf(codes, args),
        () => emptyPage<Division>(),
      ),
    },
  };
}

export type GridsContext = ReturnType<typeof gridsContext>;
