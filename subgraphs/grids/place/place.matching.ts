/** What a name stands for. Codes nest by prefix, so the longest one tells the most. */
export interface PlaceName {
  readonly name: string;
  readonly divisionCode: string;
  readonly estateCode: string | null;
  readonly gridCode: string | null;
  readonly buildingCode: string | null;
  /** How it stands to the place: its own name, another one in use, or one of the past. */
  readonly standing: "OWN" | "ALIAS" | "FORMER";
}

export interface PlaceMatch extends PlaceName {
  /** 0 to 1: how likely this place is meant. Comparable within one answer only. */
  readonly confidence: number;
}

const trustInStanding = { OWN: 1, ALIAS: 0.95, FORMER: 0.8 } as const;

/** Two characters are soon part of something else: 滨河 is a sub-district and a river bank. */
const trustInLength = (name: string): number => (name.length > 2 ? 1 : 0.8);

/** Whether the text says the name: 11号楼 does not say 1号楼. */
export function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const touches = (outer: string | undefined, inner: string | undefined): boolean =>
      /\d/.test(outer ?? "") && /\d/.test(inner ?? "");
    if (!touches(text[at - 1], name[0]) && !touches(text[at + name.length], name.at(-1))) return true;
  }
  return false;
}

/** The names a text says, longest first; what is part of a longer name said is not said by itself. */
function namesSaid(text: string, names: readonly PlaceName[]): PlaceName[] {
  const longestFirst = [...new Set(names.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  const said = new Set<string>();
  let rest = text;
  for (const name of longestFirst) {
    if (!mentions(rest, name)) continue;
    said.add(name);
    rest = rest.replaceAll(name, " ");
  }
  return names.filter(({ name }) => said.has(name));
}

const placeOf = ({ buildingCode, gridCode, estateCode, divisionCode }: PlaceName): string =>
  buildingCode ?? gridCode ?? estateCode ?? divisionCode;

const depthOf = ({ buildingCode, gridCode, estateCode, divisionCode }: PlaceName): number =>
  buildingCode ? 20 : gridCode || estateCode ? 15 : divisionCode.length;

const liesIn = (inner: PlaceName, outer: PlaceName): boolean =>
  depthOf(inner) > depthOf(outer) &&
  inner.divisionCode.startsWith(outer.divisionCode) &&
  (outer.estateCode === null || outer.estateCode === inner.estateCode) &&
  (outer.gridCode === null || outer.gridCode === inner.gridCode);

/**
 * The places a text may mean, likeliest first. A place is likelier when the text also says what it lies in, less likely
 * when the text says another place at that level, when others bear the same name, and when the text says something
 * more exact inside it.
 */
export function matchPlaces(text: string, names: readonly PlaceName[]): PlaceMatch[] {
  const said = namesSaid(text, names);
  const matched =
    said.length > 0
      ? said.map((name) => judge(name, said))
      : names
          .filter(({ name }) => name.includes(text))
          .map((name) => ({ ...name, confidence: (0.6 * text.length) / name.name.length }));
  const best = new Map<string, PlaceMatch>();
  for (const match of matched) {
    const known = best.get(placeOf(match));
    if (!known || known.confidence < match.confidence) best.set(placeOf(match), match);
  }
  return [...best.values()].sort(
    (a, b) => b.confidence - a.confidence || depthOf(b) - depthOf(a) || (placeOf(a) < placeOf(b) ? -1 : 1),
  );
}

function judge(match: PlaceName, said: readonly PlaceName[]): PlaceMatch {
  let confidence = 0.9 * trustInStanding[match.standing] * trustInLength(match.name);
  const namesakes = said.filter((other) => other.name === match.name && depthOf(other) === depthOf(match));
  const container = said.some((other) => other.name !== match.name && liesIn(match, other));
  if (container) confidence = 1 - (1 - confidence) / 2;
  else {
    confidence /= new Set(namesakes.map(placeOf)).size || 1;
    const elsewhere = said.some(
      (other) =>
        other.name !== match.name &&
        depthOf(other) < depthOf(match) &&
        !match.divisionCode.startsWith(other.divisionCode),
    );
    if (elsewhere) confidence /= 2;
  }
  if (said.some((other) => liesIn(other, match))) confidence *= 0.7;
  return { ...match, confidence: Math.round(confidence * 1000) / 1000 };
}
