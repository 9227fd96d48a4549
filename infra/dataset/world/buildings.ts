import { createHash } from "node:crypto";
import { apportion } from "./apportion.ts";
import { type Frame, remembered } from "./frame.ts";
import { type Coordinate, coordinateOf, type Grid, pointIn } from "./grids.ts";

/** A building (楼栋), or a row of houses in a village. */
export interface BuildingRow {
  readonly id: string;
  readonly gridCode: string;
  /** 3号楼, 第12排, or the institution's own. */
  readonly name: string;
  readonly address: string;
  readonly kind: "RESIDENTIAL" | "INSTITUTION";
  readonly floors: number;
  /** 单元; 0 where doors open to the lane. */
  readonly entrances: number;
  readonly households: number;
  readonly position: Coordinate;
  /** What the plate on the wall carries (一号一码, ZY-14): tells nothing of its neighbours. */
  readonly qrCode: string;
  readonly synthetic: true;
}

/** A building as the other generators use it. */
export interface Building {
  readonly id: string;
  readonly name: string;
  readonly households: number;
  readonly floors: number;
  readonly entrances: number;
  readonly doorsOfFloor: number;
  /** Index in the grid of the first household in it. */
  readonly firstHousehold: number;
}

/** Street, community and estate as they stand before a building's name. */
export function placeAddress({ community, placeName }: Grid): string {
  const { street } = community;
  return community.urban
    ? `${street.name}${community.shortName}${placeName}`
    : `${street.name}${community.shortName}`;
}

/** The buildings of a grid, in the order of their households. */
export const buildingsIn = ({ random }: Frame) =>
  remembered((grid: Grid): readonly Building[] => {
    const dice = random.split(`buildings/${grid.code}`);
    const { urban } = grid.community;
    const count =
      grid.kind === "EXCLUSIVE"
        ? dice.between(1, 2)
        : (grid.buildings ?? dice.between(...((urban ? [6, 12] : [18, 24]) as [number, number])));
    const tower = dice.chance(0.4);
    let firstHousehold = 0;
    return apportion(
      grid.households,
      Array.from({ length: count }, () => 1),
    ).map((households, index) => {
      const doorsOfFloor = tower ? 4 : 2;
      const entrances = !urban || households === 0 ? 0 : tower ? 1 : Math.max(1, Math.ceil(households / 12));
      const floors = entrances === 0 ? 1 : Math.ceil(households / (entrances * doorsOfFloor));
      const number = grid.firstBuilding + index;
      const name = urban ? `${number}号楼` : `第${number}排`;
      const building: Building = {
        id: dice.split(`building/${index}`).uuid(),
        name: grid.kind === "EXCLUSIVE" ? (index === 0 ? "主楼" : "附楼") : name,
        households,
        floors: grid.kind === "EXCLUSIVE" ? dice.between(1, 6) : floors,
        entrances,
        doorsOfFloor,
        firstHousehold,
      };
      firstHousehold += households;
      return building;
    });
  });

/** The door of the n-th household of a building: 2单元501, or 5号 on a lane. */
export function doorOf({ entrances, floors, doorsOfFloor }: Building, index: number): string {
  if (entrances === 0) return `${index + 1}号`;
  const doorsOfEntrance = floors * doorsOfFloor;
  const inEntrance = index % doorsOfEntrance;
  const floor = Math.floor(inEntrance / doorsOfFloor) + 1;
  const door = String((inEntrance % doorsOfFloor) + 1).padStart(2, "0");
  return `${Math.floor(index / doorsOfEntrance) + 1}单元${floor}${door}`;
}

const PLATE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 80 bits of a digest: whoever knows one plate cannot guess the next. */
const plateCode = (seed: string, id: string): string =>
  [...createHash("sha256").update(`${seed}/plate/${id}`).digest().subarray(0, 16)]
    .map((byte) => PLATE_LETTERS[byte & 31])
    .join("");

export function* buildingRows(
  frame: Frame,
  buildingsOf: (grid: Grid) => readonly Building[],
): Iterable<BuildingRow> {
  const secret = frame.random.split("plates").uuid();
  for (const grid of frame.grids) {
    for (const { id, name, floors, entrances, households } of buildingsOf(grid)) {
      yield {
        id,
        gridCode: grid.code,
        name,
        address: `${placeAddress(grid)}${name}`,
        kind: grid.kind === "BASIC" ? "RESIDENTIAL" : "INSTITUTION",
        floors,
        entrances,
        households,
        position: coordinateOf(pointIn(grid, frame.random.split(`position/${id}`))),
        qrCode: plateCode(secret, id),
        synthetic: true,
      };
    }
  }
}
