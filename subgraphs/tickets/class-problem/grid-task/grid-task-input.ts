import { Field, InputType, Int } from "type-graphql";
import { GridCode } from "../../../shared/scalars.ts";

@InputType({
  description: "How many people are to be reached in a grid, a number and no name (网格目标人数)",
})
export class GridTargetsInput {
  @Field(() => GridCode, { description: "The grid (网格)" })
  grid: string;

  @Field(() => Int, {
    description: "How many, as the figures of the place say; 0 where nobody is (目标人数)",
  })
  targets: number;
}

@InputType({ description: "How far the members of a grid are (网格任务上报)" })
export class GridTaskReportInput {
  @Field(() => GridCode, { description: "The grid (网格)" })
  grid: string;

  @Field(() => Int, { description: "Reached altogether, never fewer than before (已服务人数)" })
  reached: number;

  @Field(() => Int, {
    nullable: true,
    description: "How many there are, as found on site; absent: as before (核实人数)",
  })
  found?: number;
}
