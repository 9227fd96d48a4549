import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Key } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "An agreement of two bodies to share data, which may be stated as the basis for reading (数据共享协议)",
})
@Key("number")
export class Agreement {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-A-0001 (协议编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => [String], { description: "Codes of the two bodies; a unit's covers its stations (协议双方)" })
  @Column({ type: "text", array: true })
  parties: string[];

  @Field(() => String, { description: "What the data is shared for (共享目的)" })
  @Column({ type: "text" })
  purpose: string;

  @Field(() => GraphQLLocalDate, { description: "First day (生效日期)" })
  @Column({ type: "date" })
  validFrom: Day;

  @Field(() => GraphQLLocalDate, { description: "First day no longer (失效日期)" })
  @Column({ type: "date" })
  validUntil: Day;

  @Field(() => Date, { description: "When the data bureau registered it (登记时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  registeredAt: Date;

  @Field(() => String, { description: "Code of the data bureau that registered it (登记单位)" })
  @Column({ type: "text" })
  registeredByUnit: string;

  @Field(() => Date, {
    nullable: true,
    description:
      "When it was ended before its time: no basis from that day on; null unless it was (终止时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  endedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the unit that ended it; null unless it was (终止单位)",
  })
  @Column({ type: "text", nullable: true })
  endedByUnit: string | null;

  @Field(() => String, { nullable: true, description: "Why it was ended; null unless it was (终止理由)" })
  @Column({ type: "text", nullable: true })
  endReason: string | null;

  @Column({ type: "int" })
  version: number;
}
