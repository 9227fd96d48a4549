import type { Paged } from "../../graph/whole-list.ts";
import type { OverviewPlaceRatesQuery } from "./place-rates.graphql.ts";
import type { OverviewPlacesQuery } from "./places.graphql.ts";

/** All divisions below, or all grids of a community: a place that is on no page would be missing on the map and in sums. */
export const wholePlaces: Paged<OverviewPlacesQuery> = {
  endOf: ({ division }) => (division?.grids ?? division?.children)?.pageInfo,
  joined: (before, { division: next }) => ({
    division: before.division && {
      ...before.division,
      ...joined("children", before.division, next),
      ...joined("grids", before.division, next),
    },
  }),
};

/** Their rates. */
export const wholePlaceRates: Paged<OverviewPlaceRatesQuery> = {
  endOf: ({ division }) => division?.children.pageInfo,
  joined: (before, { division: next }) => ({
    division: before.division && {
      ...before.division,
      children: {
        ...before.division.children,
        edges: [...before.division.children.edges, ...(next?.children.edges ?? [])],
      },
    },
  }),
};

type Places = NonNullable<OverviewPlacesQuery["division"]>;

function joined<Field extends "children" | "grids">(
  field: Field,
  before: Places,
  next: OverviewPlacesQuery["division"],
): Partial<Pick<Places, Field>> {
  const [list, more] = [before[field], next?.[field]];
  return (list && more ? { [field]: { ...list, edges: [...list.edges, ...more.edges] } } : {}) as Partial<
    Pick<Places, Field>
  >;
}
