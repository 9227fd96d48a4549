import { Field, Int, ObjectType } from "type-graphql";
import { Whistle } from "../whistle/whistle.ts";

@ObjectType({ description: "One change of a whistle, as it happens (吹哨变更)" })
export class WhistleChange {
  @Field(() => Int, {
    description: "Place in the order of all changes; give the last one as `after` to go on from there (位置)",
  })
  position: number;

  @Field(() => String, { description: "What happened, e.g. `WHISTLE_ARRIVED` (事件类型)" })
  kind: string;

  @Field(() => Date, { description: "When it happened (发生时间)" })
  at: Date;

  @Field(() => Whistle, {
    description: "The whistle as it is when you are told, which may be further on than this change (哨)",
  })
  whistle: Whistle;
}
