import type { ReactNode } from "react";
import type { Said } from "../../../language/language.tsx";

/** One line of words under a row's title, with what it is. */
export interface Fact {
  readonly label: Said<string>;
  readonly text: string;
}

/** What a list shows of anything that waits: which, about what, where, when it is due and how it stands. */
export interface Row {
  readonly key: string;
  /** Its number, where it has one. */
  readonly number?: string | undefined;
  readonly title: string;
  readonly href?: string | undefined;
  readonly place?: string | undefined;
  readonly state: ReactNode;
  readonly due?: string | undefined;
  /** Since when it waits, where nothing says until when. */
  readonly since?: string | undefined;
  readonly facts: readonly Fact[];
}

/** The division as people say it: sub-district and community, without the district everybody is in. */
export const placeOf = (
  division:
    | { readonly path: readonly { readonly name: string; readonly level: string }[] }
    | null
    | undefined,
): string | undefined =>
  division?.path
    .filter(({ level }, index, { length }) =>
      level === "TOWNSHIP" || level === "COMMUNITY" ? true : length - 1 === index,
    )
    .map(({ name }) => name)
    .join(" ");

export const factsOf = (
  ...facts: readonly (readonly [label: Said<string>, text: string | null | undefined])[]
): readonly Fact[] => facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
