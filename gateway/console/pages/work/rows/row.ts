import type { Said } from "../../../language/language.tsx";
import type { Fact, Which } from "../../../parts/moves/which.ts";

/** What a list shows of anything that waits: which, about what, where, when it is due and how it stands. */
export interface Row extends Which {
  readonly href?: string | undefined;
  readonly place?: string | undefined;
  readonly due?: string | undefined;
  /** Since when it waits, where nothing says until when. */
  readonly since?: string | undefined;
}

export const factsOf = (
  ...facts: readonly (readonly [label: Said<string>, text: string | null | undefined])[]
): readonly Fact[] => facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
