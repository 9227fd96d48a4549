import { Field, InputType, Int } from "type-graphql";
import { PowerItemCode } from "../../shared/scalars.ts";
import { ListKind } from "./list-kind.ts";

@InputType({ description: "Which list a new batch is for (新开批次)" })
export class OpenBatchInput {
  @Field(() => String, { description: "Code of the unit whose list it is (持有单位)" })
  holder: string;

  @Field(() => ListKind, { description: "Kind of list (清单类型)" })
  kind: ListKind;

  @Field(() => String, {
    nullable: true,
    description: "Title of the list; needed when this batch is its first, ignored later (清单名称)",
  })
  name?: string;

  @Field(() => String, { description: "Number or title of the deciding document (文号)" })
  document: string;
}

@InputType({ description: "What an open batch is to add and remove (批次调整内容)" })
export class ChangeBatchInput {
  @Field(() => String, { description: "The list (清单标识)" })
  listId: string;

  @Field(() => Int, { description: "The batch (批次号)" })
  number: number;

  @Field(() => [PowerItemCode], { defaultValue: [], description: "Items to add, 500 at most (列入事项)" })
  add: string[];

  @Field(() => [PowerItemCode], { defaultValue: [], description: "Items to remove, 500 at most (移出事项)" })
  remove: string[];
}
