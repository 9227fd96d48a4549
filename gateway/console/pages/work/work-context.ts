import { createContext, useContext } from "react";

interface Work {
  /** What the open group is called. */
  readonly label: string;
  /** How many it has in all, where the graph counts them. */
  readonly total: number | undefined;
  /** Numbers of what changed last, whoever changed it; another set each time something did. */
  readonly news: ReadonlySet<string>;
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
  changed: () => undefined,
  again: () => undefined,
});

export const useWork = (): Work => useContext(WorkContext);
