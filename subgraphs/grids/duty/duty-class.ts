import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({ description: "One of the nine classes of a grid member's duties (职责大类, ZY-5)" })
@Public()
export class DutyClass {
  @Field(() => String, { description: "Two digits, 01 to 09 (编码)" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Field(() => String, { description: "Name in English (英文名称)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Name in Chinese (名称), e.g. 安全隐患排查" })
  @Column({ type: "text" })
  nameZh: string;

  @Field(() => Boolean, {
    description: "True: holds the place of a class whose name is not published; four of nine are (占位)",
  })
  @Column({ type: "boolean" })
  placeholder: boolean;
}
