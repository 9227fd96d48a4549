import { useEffect, useState } from "react";
import { useClient, useQuery } from "urql";
import type { Unit } from "./blow-values.ts";
import { CompetentDocument, type CompetentQuery } from "./competent.graphql.ts";
import { UnitsToCallDocument } from "./units-to-call.graphql.ts";

/** Where a unit to be called must lie, and of which kinds it may be. */
export interface Target {
  readonly kinds: readonly string[];
  /** Division code: a district, a sub-district or a community. */
  readonly within: string | undefined;
}

export const isOf = ({ kinds, within }: Target, unit: Unit): boolean =>
  kinds.includes(unit.kind) && (within === undefined || unit.code.startsWith(within));

/** The units that may be called, a hundred of a kind; where there are more, those whose name has the words typed. */
export function useUnitsToCall(target: Target, typed: string): readonly Unit[] {
  const client = useClient();
  const [units, setUnits] = useState<readonly Unit[]>([]);
  const [crowded, setCrowded] = useState(false);
  const search = crowded ? typed.trim() : "";
  const question = JSON.stringify({ target, search });
  useEffect(() => {
    const { target: asked, search: words } = JSON.parse(question) as { target: Target; search: string };
    if (!asked.within) return undefined;
    let current = true;
    // A district's own units serve parts of it too; below, a unit serves exactly its place.
    const place = asked.within.length === 6 ? { district: asked.within } : { division: asked.within };
    const ask = async (kind: string) => {
      const filter = { ...place, kind: kind as never, ...(words ? { search: words } : {}) };
      const { data } = await client
        .query(UnitsToCallDocument, { filter }, { requestPolicy: "cache-first" })
        .toPromise();
      return data?.searchUnits;
    };
    void Promise.all(asked.kinds.map(ask)).then((found) => {
      if (!current) return;
      setUnits(
        found
          .flatMap((page) => (page?.edges ?? []).map(({ node }) => node))
          .filter((unit) => isOf(asked, unit)),
      );
      if (found.some((page) => page?.pageInfo.hasNextPage)) setCrowded(true);
    });
    return () => {
      current = false;
    };
  }, [client, question]);
  return units;
}

export type Competent = CompetentQuery;

/** Who is competent for the ticket's matter, and the items the dispatch catalogue names for it. */
export function useCompetent(asked: {
  division: string | undefined;
  matter: string | undefined;
  on: string;
}): Competent | undefined {
  const { division = "", matter = "", on } = asked;
  const [{ data }] = useQuery({
    query: CompetentDocument,
    variables: { division, district: division.slice(0, 6), matter, on },
    pause: !division || !matter,
  });
  return matter ? data : undefined;
}
