import { createContext, useContext } from "react";

interface Work {
  /** What the open group is called. */
  readonly label: string;
  /** How many it has in all, where the graph counts them. */
  readonly total: number | undefined;
  /** Something was done: what the groups count is counted anew. */
  readonly changed: () => void;
}

/** What every list of a group needs of the room around it. */
export const WorkContext = createContext<Work>({ label: "", total: undefined, changed: () => undefined });

export const useWork = (): Work => useContext(WorkContext);
