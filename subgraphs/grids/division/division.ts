import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DivisionCode } from "../../shared/scalars.ts";
import { Key, Public } from "../../shared/schema-directives.ts";

/** The levels of the division tree; a code's length tells its level. */
export enum DivisionLevel {
  PROVINCE = "PROVINCE",
  CITY = "CITY",
  DISTRICT = "DISTRICT",
  SUBDISTRICT = "SUBDISTRICT",
  COMMUNITY = "COMMUNITY",
}
registerEnumType(DivisionLevel, {
  name: "DivisionLevel",
  description: "Level in the division tree (区划层级)",
  valuesConfig: {
    PROVINCE: { description: "Province or municipality (省、直辖市), 2 digits" },
    CITY: { description: "Prefecture-level city (地级市), 4 digits" },
    DISTRICT: { description: "District, county or county-level city (区、县、县级市), 6 digits" },
    SUBDISTRICT: { description: "Sub-district, town or township (街道、镇、乡), 9 digits" },
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
  @Field(() => DivisionCode, { description: "Division code (区划代码)" })
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
}
