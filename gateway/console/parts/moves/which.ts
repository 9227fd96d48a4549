import type { ReactNode } from "react";
import type { Said } from "../../language/language.tsx";

/** One line of words under a title, with what it is. */
export interface Fact {
  readonly label: Said<string>;
  readonly text: string;
}

/** Which thing a move is made with, as the form says above its fields. */
export interface Which {
  readonly key: string;
  /** Its number, where it has one. */
  readonly number?: string | undefined;
  readonly title: string;
  readonly state: ReactNode;
  readonly facts: readonly Fact[];
}
