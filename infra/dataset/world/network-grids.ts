import type { NetworkGrid } from "../../../subgraphs/grids/network/network-grid.ts";
import { districtByCode } from "./districts.ts";
import type { Frame } from "./frame.ts";

type SourceNetwork = `${NetworkGrid["network"]}`;

/** What one of the four networks calls a grid (多网融合, BJ-5): each keeps its own ids. */
export interface NetworkGridRow {
  readonly districtCode: string;
  readonly network: SourceNetwork;
  readonly networkGridId: string;
  readonly gridCode: string;
}

const PREFIXES: readonly (readonly [SourceNetwork, string])[] = [
  ["URBAN_MANAGEMENT", "CG"],
  ["SOCIAL_SERVICE", "SF"],
  ["PUBLIC_SECURITY", "ZA"],
  ["LAW_ENFORCEMENT", "ZF"],
];

/** Beijing's pilot districts, where four networks were joined into one. */
export function* networkGrids({ basicGrids, random }: Frame): Iterable<NetworkGridRow> {
  const ordinals = new Map<string, number>();
  for (const { code: gridCode, community } of basicGrids) {
    const { districtCode } = community.street;
    if (districtByCode(districtCode).profile !== "BJ") continue;
    const ordinal = 1 + (ordinals.get(districtCode) ?? 0);
    ordinals.set(districtCode, ordinal);
    for (const [network, prefix] of PREFIXES) {
      // Each counts in its own way: same grid, other number.
      const first = random.split(`network/${districtCode}/${network}`).between(1, 8_000);
      yield {
        districtCode,
        network,
        networkGridId: `${prefix}-${String(first + ordinal).padStart(4, "0")}`,
        gridCode,
      };
    }
  }
}
