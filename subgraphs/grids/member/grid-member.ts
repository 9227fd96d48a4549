import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Key, Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "A grid member (网格员) by the public card: name, phone and services are disclosed by rule (三公开, ZY-10)",
})
@Key("id")
@Public()
export class GridMember {
  @Field(() => ID, {
    description: "Member id: the district's six digits and a suffix of its own (网格员编号)",
  })
  @PrimaryColumn({ type: "text" })
  id: string;

  /** Who the member is when signed in. */
  @Column({ type: "text", nullable: true })
  personId: string | null;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text" })
  kindCode: string;

  @Field(() => String, { description: "Name (姓名, ZY-10)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Telephone at work (联系电话, ZY-10)" })
  @Column({ type: "text" })
  phone: string;

  @Field(() => String, { description: "What residents can ask for (服务内容, ZY-10)" })
  @Column({ type: "text" })
  services: string;
}

export const GridMemberConnection = connectionOf(GridMember, { public: true, counted: true });
