import { refuse } from "../grids.errors.ts";
import { matchPlaces } from "./place.matching.ts";
import type { PlaceStore } from "./place.store.ts";
import type { PlaceCandidate } from "./place-candidate.ts";

const mostCandidates = 10;
const longestText = 4_000;

/** As names are compared: full-width characters as half-width ones, no capitals, no blanks. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");

/** First the places by name, then the buildings of those the text says. */
export async function resolvePlace(
  places: PlaceStore,
  within: string,
  text: string,
): Promise<PlaceCandidate[]> {
  const asked = plain(text);
  if (within.length < 6) throw refuse("PLACE_SEARCH_TOO_WIDE", { within });
  if (asked.length < 2 || text.length > longestText) throw refuse("PLACE_TEXT_LENGTH", { most: longestText });

  const found = await places.namesIn(within, asked);
  const names = found.map((place) => ({ ...place, name: plain(place.name) }));
  const known = matchPlaces(asked, names);
  const codes = (pick: (match: (typeof known)[number]) => string | null): string[] =>
    known.flatMap((match) => pick(match) ?? []);
  const buildings =
    known.length === 0
      ? []
      : await places.buildingsOf(
          {
            estates: codes(({ estateCode }) => estateCode),
            grids: codes(({ gridCode }) => gridCode),
            communities: codes(({ divisionCode }) => (divisionCode.length === 12 ? divisionCode : null)),
          },
          asked,
        );
  return matchPlaces(asked, [...names, ...buildings])
    .slice(0, mostCandidates)
    .map(({ name: matchedName, ...match }) => ({ ...match, matchedName }));
}
