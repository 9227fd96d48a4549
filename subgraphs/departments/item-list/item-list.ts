import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Key, Public } from "../../shared/schema-directives.ts";
import { ListKind } from "./list-kind.ts";

@Entity()
@ObjectType({
  description:
    "A list of powers, duties or services of one holder (清单). It changes only by numbered batches; the number of the latest batch in force is its version (GZ-11)",
})
@Key("id")
@Public()
export class ItemList {
  @Field(() => String, { description: "Holder and kind, e.g. 620702001:POWER (清单标识)" })
  @PrimaryColumn({ type: "text" })
  id: string;

  @Column({ type: "text" })
  holderCode: string;

  @Field(() => ListKind, { description: "What it states (清单类型)" })
  @Column({ type: "text" })
  kind: ListKind;

  @Field(() => String, { description: "Title as published (清单名称)" })
  @Column({ type: "text" })
  name: string;
}
