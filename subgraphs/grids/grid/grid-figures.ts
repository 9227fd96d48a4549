import { Field, Int, ObjectType } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";
import { VisitRate } from "./visit-rate.ts";

@ObjectType({
  description: "What the grids of a division add up to now, from figures kept per grid (网格汇总)",
})
@Public()
export class GridFigures {
  divisionCode: string;

  @Field(() => Int, { description: "Basic grids (基础网格数, ZY-1)" })
  basicGrids: number;

  @Field(() => Int, { description: "Exclusive grids (专属网格数, ZY-2)" })
  exclusiveGrids: number;

  @Field(() => Int, { description: "Households (户数)" })
  households: number;

  @Field(() => VisitRate, { description: "Visit rate over all households (年入户率, KF-2)" })
  visitRate: VisitRate;

  @Field(() => Int, { description: "Basic grids outside 300 to 400 households (规模异常网格数, ZY-1)" })
  gridsOutsideSize: number;

  @Field(() => Int, { description: "Grids whose visit rate is below 90 % (未达标网格数, KF-2)" })
  gridsBelowVisitRate: number;

  @Field(() => Int, { description: "Buildings in no grid: must be zero (未覆盖楼栋数, ZY-3)" })
  uncoveredBuildings: number;
}
