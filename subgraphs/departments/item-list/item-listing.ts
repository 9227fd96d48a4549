import { Field, Int, ObjectType } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";
import { ItemList } from "./item-list.ts";

@ObjectType({ description: "Where an item stands on a day: a list, in its version of that day (在列情况)" })
@Public()
export class ItemListing {
  @Field(() => Int, { description: "Version of the list on that day (版本, GZ-11)" })
  version: number;

  @Field(() => ItemList, { nullable: true, description: "The list (清单)" })
  list: ItemList;
}
