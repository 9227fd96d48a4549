import type { Day } from "../../../subgraphs/shared/calendar.ts";
import type { Frame } from "./frame.ts";
import { divisionAliases } from "./places.ts";

/** Another name of a place (别名), in use within a division: names repeat across the country. */
export interface PlaceAliasRow {
  readonly name: string;
  readonly withinCode: string;
  /** At most one of these three; none for a place without a code, such as 锦绣社区. */
  readonly divisionCode: string | null;
  readonly estateCode: string | null;
  readonly gridCode: string | null;
  readonly source: string;
  /** Null: not known to begin. */
  readonly validFrom: Day | null;
  /** First day no longer in use; null: not known to end. */
  readonly validTo: Day | null;
}

/** Names of divisions from the fixture, then what people call the institutions of exclusive grids. */
export function* placeAliases({ grids }: Frame): Iterable<PlaceAliasRow> {
  for (const { within: withinCode, ...alias } of divisionAliases) {
    yield { ...alias, withinCode, estateCode: null, gridCode: null };
  }
  for (const { code: gridCode, community, placeName, alsoCalled } of grids) {
    if (alsoCalled.length === 0) continue;
    for (const name of new Set([placeName, ...alsoCalled])) {
      yield {
        name,
        withinCode: community.code,
        divisionCode: null,
        estateCode: null,
        gridCode,
        source: "invented for the sample data",
        validFrom: null,
        validTo: null,
      };
    }
  }
}
