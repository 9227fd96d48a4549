import { useOwners } from "../../parts/owner-names.ts";
import { useHolder } from "../../session/session.tsx";

/** The parts of the graph that the holder's unit owns; a market supervision's `market-supervision`. */
export function useOwnSubgraphs(): readonly string[] {
  const { owners } = useOwners();
  const unit = useHolder()?.unit ?? "";
  return owners
    .filter((owner) => unit === `${unit.slice(0, 6)}-${owner.unit}`)
    .map(({ subgraph }) => subgraph);
}
