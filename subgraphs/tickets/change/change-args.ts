import { ArgsType, Field } from "type-graphql";
import { DivisionCode } from "../../shared/scalars.ts";
import { FollowArgs } from "../../shared/subscription/following.ts";

/** Whose changes are followed; everything given must hold. */
@ArgsType()
export class ChangeArgs extends FollowArgs {
  @Field(() => String, { nullable: true, description: "Of this one alone, by its number (编号)" })
  number?: string;

  @Field(() => DivisionCode, { nullable: true, description: "In this division, at any level (区划)" })
  division?: string;
}
