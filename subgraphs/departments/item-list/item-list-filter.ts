import { Field, InputType } from "type-graphql";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListKind } from "./list-kind.ts";

@InputType({ description: "Which lists; every condition given must hold (清单筛选条件)" })
export class ItemListFilter {
  @Field(() => DivisionCode, { nullable: true, description: "Lists of holders within this division (区划)" })
  district?: string;

  @Field(() => ListKind, { nullable: true, description: "Lists of this kind (清单类型)" })
  kind?: ListKind;

  @Field(() => String, { nullable: true, description: "Lists of this unit (持有单位)" })
  holder?: string;
}
