import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../shared/schema-directives.ts";

/** Whether something that stands in the street is at fault, or somebody's conduct. */
export enum StreetOrderKind {
  COMPONENT = "COMPONENT",
  EVENT = "EVENT",
}
registerEnumType(StreetOrderKind, {
  name: "StreetOrderKind",
  description: "The two kinds of what digital city management looks after (管理对象类型, CJ/T 214)",
  valuesConfig: {
    COMPONENT: { description: "A facility that stands there and has a code (部件)" },
    EVENT: { description: "Conduct, or what it leaves behind (事件)" },
  },
});

@Entity()
@ObjectType({ description: "A class of components or of events (大类, CJ/T 214)" })
@Public()
export class StreetOrderClass {
  @Field(() => StreetOrderKind, { description: "Components or events (管理对象类型)" })
  @PrimaryColumn({ type: "text" })
  kind: StreetOrderKind;

  @Field(() => String, { description: "Two digits; components and events are numbered apart (大类代码)" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Field(() => String, { description: "Name in Chinese, e.g. 公用设施 (大类名称)" })
  @Column({ type: "text" })
  name: string;
}
