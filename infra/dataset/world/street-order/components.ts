import type { Component } from "../../../../subgraphs/city-management/component/component.ts";
import { coordinateOf } from "../borders.ts";
import { departmentCode } from "../departments.ts";
import { type Frame, remembered } from "../frame.ts";
import { type Grid, pointIn } from "../grids.ts";
import { dayText } from "../office-clock.ts";
import type { Weighted } from "../random.ts";
import { componentSubjects, type Subject } from "./subjects.ts";

/** A component (部件); invented, in a grid whose shape is made up too. */
export type ComponentRow = Omit<Component, "state" | "subclassCode"> & {
  readonly state: `${Component["state"]}`;
};

const BY_WEIGHT: Weighted<Subject> = componentSubjects.map((subject) => [subject, subject.weight]);

const STATES: Weighted<ComponentRow["state"]> = [
  ["SOUND", 93],
  ["DAMAGED", 4],
  ["MISSING", 1],
  ["ABANDONED", 1],
  ["REMOVED", 1],
];

/** How many stand in a grid, fewest and most: a block has more lamps than a village lane. */
function countIn({ kind, community }: Grid): readonly [number, number] {
  if (kind === "EXCLUSIVE") return [3, 6];
  return community.urban ? [12, 18] : [4, 8];
}

/** The components of each grid. Codes are numbered in a district by sub-class, in the order of its grids. */
export function componentsIn(frame: Frame): (grid: Grid) => readonly ComponentRow[] {
  const numbered = remembered((_: "all") => componentsByGrid(frame));
  return (grid) => numbered("all").get(grid) ?? [];
}

function componentsByGrid(frame: Frame): ReadonlyMap<Grid, readonly ComponentRow[]> {
  const last = new Map<string, number>();
  return new Map(
    frame.grids.map((grid) => {
      const dice = frame.random.split(`components/${grid.code}`);
      const [fewest, most] = countIn(grid);
      const { districtCode } = grid.community.street;
      const rows = Array.from({ length: dice.between(fewest, most) }, (_, index): ComponentRow => {
        const { code: subclass, name, department } = dice.weighted(BY_WEIGHT);
        const series = districtCode + subclass;
        const sequence = 1 + (last.get(series) ?? 0);
        last.set(series, sequence);
        const [longitude, latitude] = coordinateOf(pointIn(grid, dice.split(`at/${index}`)));
        return {
          districtCode,
          code: series + String(sequence).padStart(6, "0"),
          name: `${grid.placeName}${index + 1}号${name}`,
          gridCode: grid.code,
          responsibleUnitCode: departmentCode(districtCode, department),
          state: dice.weighted(STATES),
          surveyedOn: dayText(frame.today - dice.between(20, 340)),
          longitude,
          latitude,
          synthetic: true,
        };
      });
      return [grid, rows];
    }),
  );
}
