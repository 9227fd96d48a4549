import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { DivisionLevel } from "../../shared/codes.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Key, Public } from "../../shared/schema-directives.ts";

registerEnumType(DivisionLevel, {
  name: "DivisionLevel",
  description: "Level in the division tree, told by the length of the code (区划级别)",
  valuesConfig: {
    PROVINCE: { description: "Province or municipality (省级), 2 digits" },
    CITY: { description: "Prefecture-level city (地级), 4 digits" },
    DISTRICT: { description: "District, county or county-level city (县级), 6 digits" },
    TOWNSHIP: { description: "Sub-district, town or township (街道、镇、乡), 9 digits" },
    COMMUNITY: { description: "Community or village (社区、村), 12 digits" },
  },
});

@Entity()
@ObjectType({
  description:
    "A division (区划): province, city, district, sub-district or community. Names repeat across the country, codes do not.",
})
@Key("code")
@Public()
export class Division {
  @Field(() => DivisionCode, { description: "Division code (区划代码), GB/T 2260, GB/T 10114" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Field(() => String, { description: "Official name (名称), e.g. 通泰街街道" })
  @Column({ type: "text" })
  name: string;

  @Field(() => DivisionLevel, { description: "Level in the tree (层级)" })
  @Column({ type: "text" })
  level: DivisionLevel;

  @Column({ type: "text", nullable: true })
  parentCode: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day of the division; null when not on record (设立日期)",
  })
  @Column({ type: "date", nullable: true })
  validFrom: Day | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day on which it no longer exists; null while it does (撤销日期)",
  })
  @Column({ type: "date", nullable: true })
  validTo: Day | null;
}

export const DivisionConnection = connectionOf(Division, { public: true });
