import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({ description: "One of the 70 duties of a grid member (网格员职责, ZY-5)" })
@Public()
export class Duty {
  @Field(() => String, { description: "Four digits: the class's two and two of its own (编码)" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Column({ type: "text" })
  classCode: string;

  @Field(() => String, { description: "Name in English (英文名称)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Name in Chinese (名称)" })
  @Column({ type: "text" })
  nameZh: string;

  @Field(() => Boolean, {
    description: "True: holds the place of a duty whose wording is not published; not a real duty (占位)",
  })
  @Column({ type: "boolean" })
  placeholder: boolean;
}
