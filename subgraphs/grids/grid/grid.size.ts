import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";
import { type Grid, GridKind } from "./grid.ts";

/** A basic grid has 300 to 400 households (ZY-1). */
export const gridSize = { fewest: 300, most: 400 } as const;

export enum GridSizeProblem {
  TOO_FEW = "TOO_FEW",
  TOO_MANY = "TOO_MANY",
}
registerEnumType(GridSizeProblem, {
  name: "GridSizeProblem",
  description: "How a basic grid departs from 300 to 400 households (网格规模问题, ZY-1)",
  valuesConfig: {
    TOO_FEW: { description: "Fewer than 300: merge it with a neighbour (户数不足)" },
    TOO_MANY: { description: "More than 400: split it (户数超出)" },
  },
});

@ObjectType({ description: "A warning that a basic grid is not of the size it should be (规模提示, ZY-1)" })
@Public()
export class GridSizeFinding {
  @Field(() => GridSizeProblem, { description: "Too few or too many (问题)" })
  problem: GridSizeProblem;

  @Field(() => Int, { description: "Households in the grid (户数)" })
  households: number;

  @Field(() => Int, { description: "Fewest households of a basic grid, 300 (下限)" })
  fewest: number;

  @Field(() => Int, { description: "Most households of a basic grid, 400 (上限)" })
  most: number;
}

/** ZY-1: a warning, never a refusal. An exclusive grid has no size of its own. */
export function gridSizeFinding({
  kind,
  householdCount: households,
}: Pick<Grid, "kind" | "householdCount">): GridSizeFinding | null {
  if (kind === GridKind.EXCLUSIVE) return null;
  if (households < gridSize.fewest) return { problem: GridSizeProblem.TOO_FEW, households, ...gridSize };
  if (households > gridSize.most) return { problem: GridSizeProblem.TOO_MANY, households, ...gridSize };
  return null;
}
