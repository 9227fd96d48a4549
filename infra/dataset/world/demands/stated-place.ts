import type { Building } from "../buildings.ts";
import type { Grid } from "../grids.ts";
import type { Random, Weighted } from "../random.ts";

/** How well people say where it is. */
export type Wording =
  /** As in an address. */
  | "EXACT"
  /** The estate or village alone. */
  | "SHORT"
  /** By a nickname or a former name: 马坊镇, 某某菜市场. */
  | "ALIAS"
  /** The right estate in the neighbouring community. */
  | "WRONG"
  /** 我们小区. */
  | "VAGUE"
  /** Not at all. */
  | "MISSING";

export interface StatedPlace {
  readonly wording: Wording;
  /** Null when the place is not said. */
  readonly text: string | null;
}

const WORDINGS: Weighted<Wording> = [
  ["EXACT", 42],
  ["SHORT", 27],
  ["ALIAS", 12],
  ["WRONG", 6],
  ["VAGUE", 8],
  ["MISSING", 5],
];

/** Towns whose name everybody still uses where the codes have an area (地区). */
const townName = (name: string): string => name.replace(/地区$/, "镇");

function wordPlace(random: Random, grid: Grid, building: Building, wording: Wording): string | null {
  const { community, placeName, alsoCalled } = grid;
  const { street } = community;
  const place = community.urban || grid.kind === "EXCLUSIVE" ? placeName : community.shortName;
  const within = grid.kind === "BASIC" && random.chance(0.6) ? building.name : "";
  switch (wording) {
    case "EXACT":
      return `${street.name}${community.shortName}${community.urban ? placeName : ""}${within}`;
    case "SHORT":
      return (
        `${random.chance(0.4) ? community.shortName : ""}${place === community.shortName ? "" : place}${within}` ||
        place
      );
    case "ALIAS":
      return alsoCalled.length > 0 ? random.pick(alsoCalled) : `${townName(street.name)}${place}${within}`;
    case "WRONG": {
      const neighbour = random.pick(street.communities);
      return `${neighbour.shortName}${community.urban ? placeName : "旁边"}${within}`;
    }
    case "VAGUE":
      return random.pick(
        community.urban
          ? ["我们小区", "家门口", "小区这边", "我们院里", "单位楼下"]
          : ["我们村里", "村口", "村里", "我们这边", "地头"],
      );
    case "MISSING":
      return null;
  }
}

export function statePlace(random: Random, grid: Grid, building: Building): StatedPlace {
  const wording = random.weighted(WORDINGS);
  return { wording, text: wordPlace(random, grid, building, wording) };
}
