import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { TicketFunction } from "../ticket/ticket-function.ts";

@Entity()
@ObjectType({
  description:
    "A way by which demands come in (诉求渠道, KF-5). Channels are data: a district may open more.",
})
export class Channel {
  @Field(() => String, { description: "Channel code, e.g. HOTLINE_12345 (渠道代码)" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Field(() => String, { description: "Name in English (英文名称)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Name in Chinese (渠道名称)" })
  @Column({ type: "text" })
  nameZh: string;

  @Field(() => TicketFunction, {
    description: "Function a demand by this channel is worked under, unless intake says otherwise (所属功能)",
  })
  @Column({ type: "text" })
  function: TicketFunction;
}
