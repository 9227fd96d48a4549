import type { MayName } from "../../../frame/nameless-address.tsx";
import { type LookUpKind, lookUpKindOf, lookUpKinds, lookUpText, namesNobody } from "./look-up-kind.ts";
import type { Recent } from "./recent.ts";

/** Words and names may be somebody's; with them goes for what they were taken. */
export const mayNameInLookUp: MayName = (said) => {
  const looked = writtenIn(said);
  return looked && !namesNobody(looked.kind, looked.text) ? ["q", "kind"] : [];
};

/** What an address looks up: as it says itself, or as a text is most likely meant. */
export function lookedUpIn(said: URLSearchParams): Recent | undefined {
  const looked = writtenIn(said);
  return looked && looked.text.length >= 2 ? looked : undefined;
}

function writtenIn(said: URLSearchParams): Recent | undefined {
  const written = said.get("q");
  if (written === null) return undefined;
  const text = lookUpText(written);
  return { text, kind: kindNamed(said.get("kind")) ?? lookUpKindOf(text) };
}

const kindNamed = (written: string | null): LookUpKind | undefined =>
  lookUpKinds.find((kind) => kind === written);

/** A code says by itself what it is. */
export const addressOf = ({ text, kind }: Recent): string =>
  `/case?${new URLSearchParams({ q: text, ...(namesNobody(kind, text) ? {} : { kind }) })}`;
