import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "What one unit had to do with whistles in a period (单位应哨统计)" })
export class WhistleUnitCounts {
  unitCode: string;

  @Field(() => Int, { description: "Whistles blown in the period that call it (被吹哨数)" })
  called: number;

  @Field(() => Int, { description: "Of those, it leads (牵头数)" })
  led: number;

  @Field(() => Int, { description: "Of those, it has signed for (签收数)" })
  signed: number;

  @Field(() => Int, { description: "Of those, it has reported on the scene (报到数)" })
  arrived: number;

  @Field(() => Int, {
    description: "Whistles calling it that were confirmed solved in the period, whenever blown (解决数)",
  })
  solved: number;
}

/**
 * Blown and solved are counted each by its own date: they are volumes, and one divided by the other is no rate, as a
 * problem solved this month may have been called out last month.
 */
@ObjectType({
  description: "Whistles of a place in a period, as far as you may see them (吹哨统计, KF-18, PG-18)",
})
export class WhistleCounts {
  @Field(() => GraphQLLocalDate, { description: "First day (起)" })
  from: string;

  @Field(() => GraphQLLocalDate, { description: "Last day, included (止)" })
  until: string;

  @Field(() => Int, { description: "Whistles blown; those waiting for screening are none yet (吹哨数)" })
  blown: number;

  @Field(() => Int, {
    description: "Of those, calling at least one department of the district (向区直部门吹哨数, KF-18)",
  })
  toDepartments: number;

  @Field(() => Int, { description: "Of those blown, ruled misuse since (认定乱吹哨数, KF-17)" })
  misuse: number;

  @Field(() => Int, { description: "Whistles confirmed solved in the period (解决数, KF-18)" })
  solved: number;

  @Field(() => [WhistleUnitCounts], { description: "By called unit, most called first (按应哨单位)" })
  units: WhistleUnitCounts[];
}
