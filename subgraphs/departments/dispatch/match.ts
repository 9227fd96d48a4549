import { Field, Int, ObjectType } from "type-graphql";
import { Matter } from "../matter/matter.ts";

@ObjectType({
  description: "Who is competent for a matter in a place on a day, and by what (权责匹配, PG-2, PG-5)",
})
export class Match {
  @Field(() => Matter, { description: "The matter asked about (诉求事项)" })
  matter: Matter;

  @Field(() => Int, { description: "Version of the dispatch catalogue in force (派单目录版本)" })
  catalogueVersion: number;

  @Field(() => String, {
    nullable: true,
    description:
      "The list that holds the item; keep it with the ticket. Null without an item in force (清单标识, GZ-11)",
  })
  listId: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Version of that list on the day; null without an item in force (清单版本, GZ-11)",
  })
  listVersion: number | null;

  @Field(() => String, { description: "Why, in English (英文依据)" })
  basis: string;

  @Field(() => String, { description: "Why, in Chinese (匹配依据)" })
  basisZh: string;

  divisionCode: string;
  on: string;
  itemCode: string | null;
  unitCode: string | null;
  overlapCodes: readonly string[];
  arbiterUnitCode: string | null;
}
