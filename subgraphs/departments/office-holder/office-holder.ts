import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Key, Public } from "../../shared/schema-directives.ts";

@ObjectType({
  description:
    "Somebody who serves in a unit, by the identity provider's id, with what the unit's public notice (公示牌) says of them: responders, chief responders, liaisons and members of teams (任职人员, KF-11 to KF-14)",
})
@Key("unit personId")
@Public()
export class OfficeHolder {
  @Field(() => String, { description: "Code of the unit served in (所在单位)" })
  unit: string;

  @Field(() => ID, { description: "The person's identifier, as in their token (人员标识)" })
  @Authenticated()
  personId: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Name, as the unit's public notice gave it last; null where the notice does not name the person (姓名)",
  })
  name: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Post, as the unit's public notice gave it last, e.g. 通泰街市场监管所副所长; null where the notice does not name the person (公示职务)",
  })
  title: string | null;
}
