/** Lengths of division codes, from provinces to communities; below a community are its grids. */
const levels = [2, 4, 6, 9, 12] as const;

/**
 * The place directly below `division` that a row of the alias lies in, in SQL; null where nobody knows in which. Codes
 * nest by prefix, so no table of places is needed. The code's length alone goes into the text.
 */
export function placeBelowInSql(division: string, alias: string): string {
  const length = levels.find((each) => each > division.length);
  if (length === undefined) return `${alias}.gridCode`;
  return `CASE WHEN length(${alias}.divisionCode) < ${length} THEN NULL ELSE left(${alias}.divisionCode, ${length}) END`;
}

export interface PlaceRow {
  readonly divisionCode: string;
  readonly gridCode: string | null;
  /** It is of the place itself: nobody knows where in it. */
  readonly direct: boolean;
}

/** What such a place is: a division, a grid of one, or what was asked about itself. */
export function placeRow(division: string, below: string | null): PlaceRow {
  if (below === null) return { divisionCode: division, gridCode: null, direct: true };
  const isGrid = below.length > 12;
  return { divisionCode: isGrid ? division : below, gridCode: isGrid ? below : null, direct: false };
}
