import { createContext, useContext } from "react";
import type { Values } from "../../parts/moves/field.ts";

interface Work {
  /** What the open group is called. */
  readonly label: string;
  /** How many it has in all, where the graph counts them. */
  readonly total: number | undefined;
  /** Numbers of what changed last, whoever changed it; another set each time something did. */
  readonly news: ReadonlySet<string>;
  /** What was typed and not sent, by thing and move: it is there however often a list is read anew. */
  readonly drafts: Map<string, Values>;
  /** Something was done: what the groups count is counted anew. */
  readonly changed: () => void;
  /** Reads the open list anew. */
  readonly again: () => void;
}

/** What every list of a group needs of the room around it. */
export const WorkContext = createContext<Work>({
  label: "",
  total: undefined,
  news: new Set(),
  drafts: new Map(),
  changed: () => undefined,
  again: () => undefined,
});

export const useWork = (): Work => useContext(WorkContext);
