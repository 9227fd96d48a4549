import { Borders, type Coordinate, cornersOf } from "./borders.ts";
import type { Frame } from "./frame.ts";
import { type DivisionRow, divisions, streets } from "./places.ts";

/** A division, and where it lies if it is a community whose grids are not drawn: corners, counter-clockwise. */
export interface LandedDivisionRow extends DivisionRow {
  readonly land: readonly Coordinate[] | null;
}

/** All divisions there are. What a smaller scale leaves out has its place on the map all the same. */
export function* landedDivisions({ gridsIn }: Frame): Iterable<LandedDivisionRow> {
  const communities = streets.flatMap((street) => street.communities);
  const borders = new Borders(communities.map(({ land }) => land));
  const undrawn = new Map(
    communities.filter((community) => !gridsIn.has(community)).map(({ code, land }) => [code, land]),
  );
  for (const division of divisions) {
    const land = undrawn.get(division.code);
    yield { ...division, land: land ? borders.along(cornersOf(land)) : null };
  }
}
