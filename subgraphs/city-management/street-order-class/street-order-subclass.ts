import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../shared/schema-directives.ts";
import { StreetOrderKind } from "./street-order-class.ts";

@Entity()
@ObjectType({
  description:
    "A sub-class of components or of events: what a case is registered under and its time limit belongs to (小类, CJ/T 214)",
})
@Public()
export class StreetOrderSubclass {
  @Field(() => StreetOrderKind, { description: "Components or events (管理对象类型)" })
  @PrimaryColumn({ type: "text" })
  kind: StreetOrderKind;

  @Field(() => String, { description: "Four digits: the class's two and two of its own (小类代码)" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Field(() => String, { description: "Name in Chinese, e.g. 路灯 (小类名称)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => Boolean, {
    description: "True: a sample, not the published list, which each city lays down for itself (样例)",
  })
  @Column({ type: "boolean" })
  sample: boolean;
}

/** Components and events are numbered apart, so a sub-class is known by both. */
export const subclassKey = ({ kind, code }: { kind: `${StreetOrderKind}`; code: string }): string =>
  `${kind}:${code}`;
