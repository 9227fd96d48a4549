import type { OverviewCountsQuery } from "./counts.graphql.ts";
import {
  callBackList,
  type Narrowing,
  narrowedTo,
  type PlaceBelow,
  solvedWhistleList,
  ticketList,
  whistleList,
} from "./lists.ts";
import type { OverviewPlaceRatesQuery } from "./place-rates.graphql.ts";
import type { OverviewPlacesQuery } from "./places.graphql.ts";
import { isCommunity, type View } from "./view.ts";

/** What the map is coloured by. */
export const measures = [
  "received",
  "open",
  "overdue",
  "struckOff",
  "whistled",
  "blown",
  "whistlesOpen",
  "whistlesOverdue",
  "whistlesSolved",
  "responseRate",
  "solvedRate",
  "satisfiedRate",
] as const;
export type Measure = (typeof measures)[number];

const rates = ["responseRate", "solvedRate", "satisfiedRate"] as const satisfies readonly Measure[];
type RateMeasure = (typeof rates)[number];

export const isRate = (measure: Measure): measure is RateMeasure =>
  (rates as readonly Measure[]).includes(measure);

/** A value as it is read, a rate with its unit. */
export const valueText = (value: number | null, measure: Measure): string =>
  value === null ? "—" : isRate(measure) ? `${value} %` : String(value);

/** Call-backs say of a ticket's division what they are about, not of its grid. */
export const measuresOf = (place: string): readonly Measure[] =>
  isCommunity(place) ? measures.filter((measure) => !isRate(measure)) : measures;

/** A place directly below, what the measure says of it, and where the list behind that is. */
export interface PlaceRow extends PlaceBelow {
  /** Undefined where it cannot be looked up just now: the code is of the count itself. */
  readonly name: string | undefined;
  /** Null for a rate of nothing, and where it is withheld. */
  readonly value: number | null;
  readonly list: string;
}

interface Known {
  readonly counts: OverviewCountsQuery | undefined;
  readonly places: OverviewPlacesQuery | undefined;
  readonly rates: OverviewPlaceRatesQuery | undefined;
}

/**
 * Every place directly below, also those with nothing to count, in the order of their codes; with the place's own row
 * where something is known to lie in it and no more precisely, so that the rows add up.
 */
export function placeRows(view: View, measure: Measure, known: Known): readonly PlaceRow[] {
  const counted = isRate(measure) ? ratesByPlace(measure, known) : countsByPlace(measure, known);
  const below = new Map<string, { name: string | undefined; kind: PlaceBelow["kind"] }>();
  const { name: here, children, grids } = known.places?.division ?? {};
  for (const { node } of isCommunity(view.place) ? (grids?.edges ?? []) : (children?.edges ?? [])) {
    below.set(node.code, { name: node.name, kind: isCommunity(view.place) ? "grid" : "division" });
  }
  // A grid that was split or merged since still has what was counted in it.
  for (const [code, { name, kind }] of counted) {
    if (!below.has(code)) below.set(code, { name: kind === "direct" ? here : name, kind });
  }
  return [...below]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { name, kind }]) => ({
      code,
      name,
      kind,
      value: counted.get(code)?.value ?? (isRate(measure) ? null : 0),
      list: listBehind(view, measure, narrowedTo({ code, kind })),
    }));
}

/** Whether what the measure is read from is there. */
export const isKnown = (measure: Measure, { counts, rates: known }: Omit<Known, "places">): boolean =>
  Boolean(
    isRate(measure)
      ? known?.division
      : ofTickets.some((field) => field === measure)
        ? counts?.ticketCounts
        : counts?.whistleCounts,
  );

type Counted = ReadonlyMap<
  string,
  { readonly name: string | undefined; readonly kind: PlaceBelow["kind"]; readonly value: number | null }
>;

const ofTickets = ["received", "open", "overdue", "struckOff", "whistled"] as const;
const ofWhistles = {
  blown: "blown",
  whistlesOpen: "open",
  whistlesOverdue: "overdue",
  whistlesSolved: "solved",
} as const;

function countsByPlace(measure: Exclude<Measure, RateMeasure>, { counts }: Known): Counted {
  const ticketField = ofTickets.find((field) => field === measure);
  const rows = ticketField
    ? (counts?.ticketCounts?.byPlace ?? []).map((row) => ({ ...row, value: row[ticketField] }))
    : (counts?.whistleCounts?.byPlace ?? []).map((row) => ({
        ...row,
        value: row[ofWhistles[measure as keyof typeof ofWhistles]],
      }));
  return new Map(
    rows.flatMap(({ division, grid, named, direct, value }) => {
      const place = grid ?? division;
      if (!place) return [];
      const kind = direct ? "direct" : grid ? "grid" : "division";
      return [[place.code, { name: named?.name, kind, value }] as const];
    }),
  );
}

const ratesByPlace = (measure: RateMeasure, { rates: known }: Known): Counted =>
  new Map(
    (known?.division?.children.edges ?? []).map(({ node }) => [
      node.code,
      { name: undefined, kind: "division", value: node.rates?.[measure] ?? null },
    ]),
  );

/** The list behind what the measure says of the view's place, or of what it is narrowed to. */
export function listBehind(view: View, measure: Measure, narrowing: Narrowing = {}): string {
  switch (measure) {
    case "received":
      return ticketList(view, narrowing);
    case "struckOff":
      return ticketList(view, { ...narrowing, states: ["STRUCK_OFF", "ARCHIVED"] });
    case "open":
    case "overdue":
    case "whistled":
      return ticketList(view, { ...narrowing, [measure]: true });
    case "blown":
      return whistleList(view, narrowing);
    case "whistlesOpen":
      return whistleList(view, { ...narrowing, open: true });
    case "whistlesOverdue":
      return whistleList(view, { ...narrowing, overdue: true });
    case "whistlesSolved":
      return solvedWhistleList(view, narrowing);
    default:
      return callBackList(view, narrowing);
  }
}
