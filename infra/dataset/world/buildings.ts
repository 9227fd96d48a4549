import { createHash } from "node:crypto";
import { apportion } from "./apportion.ts";
import { coordinateOf } from "./borders.ts";
import { type Frame, remembered } from "./frame.ts";
import { type Grid, pointIn } from "./grids.ts";
import type { Point } from "./rectangle.ts";

/** A building (楼栋), or a row of houses in a village. */
export interface BuildingRow {
  /** What the plate on the wall carries (一号一码, ZY-14): tells nothing of its neighbours. */
  readonly code: string;
  readonly communityCode: string;
  readonly estateCode: string | null;
  readonly gridCode: string;
  /** 3号楼, 第12排, or the institution's own. */
  readonly name: string;
  readonly address: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly synthetic: true;
}

/** A building as the other generators use it. */
export interface Building {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly at: Point;
  readonly households: number;
  readonly floors: number;
  /** 单元; 0 where doors open to the lane. */
  readonly entrances: number;
  readonly doorsOfFloor: number;
  /** Index in the grid of the first household in it. */
  readonly firstHousehold: number;
}

const PLATE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 80 bits of a digest: whoever knows one plate cannot guess the next. */
const plateCode = (secret: string, building: string): string =>
  [...createHash("sha256").update(`${secret}/${building}`).digest().subarray(0, 16)]
    .map((byte) => PLATE_LETTERS[byte & 31])
    .join("");

/** Sub-district, community and estate as they stand before a building's name. */
export function placeAddress({ community, placeName }: Grid): string {
  const { street } = community;
  return community.urban
    ? `${street.name}${community.shortName}${placeName}`
    : `${street.name}${community.shortName}`;
}

const buildingCount = (grid: Grid, dice: { between(low: number, high: number): number }): number => {
  if (grid.kind === "EXCLUSIVE") return dice.between(1, 2);
  if (grid.buildings !== null) return grid.buildings;
  return grid.community.urban ? dice.between(6, 12) : dice.between(18, 24);
};

const nameOf = (grid: Grid, index: number): string => {
  if (grid.kind === "EXCLUSIVE") return index === 0 ? "主楼" : "附楼";
  const number = grid.firstBuilding + index;
  return grid.community.urban ? `${number}号楼` : `第${number}排`;
};

/** The buildings of a grid, in the order of their households. */
export const buildingsIn = ({ random }: Frame) => {
  const secret = random.split("plates").uuid();
  return remembered((grid: Grid): readonly Building[] => {
    const dice = random.split(`buildings/${grid.code}`);
    const count = buildingCount(grid, dice);
    // 塔楼: four doors to a floor and one entrance, against two doors and many.
    const tower = dice.chance(0.4);
    let firstHousehold = 0;
    return apportion(
      grid.households,
      Array.from({ length: count }, () => 1),
    ).map((households, index) => {
      const doorsOfFloor = tower ? 4 : 2;
      const flats = grid.community.urban && households > 0;
      const entrances = !flats ? 0 : tower ? 1 : Math.ceil(households / 12);
      const name = nameOf(grid, index);
      const building: Building = {
        code: plateCode(secret, `${grid.code}/${index}`),
        name,
        address: `${placeAddress(grid)}${name}`,
        at: pointIn(grid, dice.split(`at/${index}`)),
        households,
        floors: entrances === 0 ? 1 : Math.ceil(households / (entrances * doorsOfFloor)),
        entrances,
        doorsOfFloor,
        firstHousehold,
      };
      firstHousehold += households;
      return building;
    });
  });
};

/** The door of the n-th household of a building: 2单元501, or 5号 on a lane. */
export function doorOf({ entrances, floors, doorsOfFloor }: Building, index: number): string {
  if (entrances === 0) return `${index + 1}号`;
  const doorsOfEntrance = floors * doorsOfFloor;
  const inEntrance = index % doorsOfEntrance;
  const floor = Math.floor(inEntrance / doorsOfFloor) + 1;
  const door = String((inEntrance % doorsOfFloor) + 1).padStart(2, "0");
  return `${Math.floor(index / doorsOfEntrance) + 1}单元${floor}${door}`;
}

export function* buildingRows(
  { grids }: Frame,
  buildingsOf: (grid: Grid) => readonly Building[],
): Iterable<BuildingRow> {
  for (const grid of grids) {
    for (const { code, name, address, at } of buildingsOf(grid)) {
      const [longitude, latitude] = coordinateOf(at);
      yield {
        code,
        communityCode: grid.community.code,
        estateCode: grid.estateCode,
        gridCode: grid.code,
        name,
        address,
        longitude,
        latitude,
        synthetic: true,
      };
    }
  }
}
