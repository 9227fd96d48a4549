import { Field, Int, ObjectType } from "type-graphql";
import { PoolState } from "./pool-state.ts";

@ObjectType({ description: "How many tickets of the pool stand where (工单池统计, PG-14)" })
export class PoolCount {
  @Field(() => PoolState, { description: "Where they stand (状态)" })
  state: PoolState;

  @Field(() => Int, { description: "How many (工单数)" })
  tickets: number;
}
