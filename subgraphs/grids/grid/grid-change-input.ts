import { Field, InputType } from "type-graphql";
import { PositionInput } from "../../shared/position-input.ts";
import { GridCode } from "../../shared/scalars.ts";

@InputType({ description: "How a basic grid is cut in two along a straight line (网格拆分, ZY-1)" })
export class GridSplitInput {
  @Field(() => GridCode, { description: "The grid to split (网格代码)" })
  grid: string;

  @Field(() => PositionInput, { description: "A point of the line (划线起点)" })
  from: PositionInput;

  @Field(() => PositionInput, { description: "Another point of it, further on (划线终点)" })
  to: PositionInput;

  @Field(() => String, {
    description: "Name of the grid left of the line, looking from `from` to `to` (左侧网格名称)",
  })
  leftName: string;

  @Field(() => String, { description: "Name of the grid right of it (右侧网格名称)" })
  rightName: string;
}

@InputType({ description: "How neighbouring basic grids of a community become one (网格合并, ZY-1)" })
export class GridMergeInput {
  @Field(() => [GridCode], { description: "The grids to merge, two or more (网格代码)" })
  grids: string[];

  @Field(() => String, { description: "Name of the new grid (新网格名称)" })
  name: string;
}
