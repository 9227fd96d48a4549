import { type LookUpKind, namesNobody } from "./look-up-kind.ts";

export interface Recent {
  readonly text: string;
  readonly kind: LookUpKind;
}

interface Kept {
  readonly holder: string;
  readonly recent: readonly Recent[];
}

const stored = "whistlegraph:look-ups";
const MOST = 8;

/** What this holder looked up in this tab, the latest first. */
export function recentLookUps(holder: string): readonly Recent[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(stored) ?? "null") as Kept | null;
    return kept?.holder === holder ? kept.recent : [];
  } catch {
    return [];
  }
}

/** Words and names of places may be somebody's name, as a telephone is somebody's: none is kept. */
export function rememberLookUp(holder: string, looked: Recent): void {
  if (!namesNobody(looked.kind, looked.text)) return;
  const before = recentLookUps(holder).filter(({ text }) => text !== looked.text);
  const kept: Kept = { holder, recent: [looked, ...before].slice(0, MOST) };
  sessionStorage.setItem(stored, JSON.stringify(kept));
}
