import { useHolder } from "../../session/session.tsx";

/** Whether more may be asked of a whistle than residents read of those behind their own tickets. */
export const useIsOfficial = (): boolean => useHolder()?.post !== "RESIDENT";
