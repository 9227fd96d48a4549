import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { type InClear, Personal, PersonalKind } from "../../shared/personal.ts";
import { coversDivision } from "../../shared/principal.ts";

export enum DoubleReportingKind {
  PARTY_BODY = "PARTY_BODY",
  PARTY_MEMBER = "PARTY_MEMBER",
  CADRE = "CADRE",
  TEMPORARY_POST = "TEMPORARY_POST",
}
registerEnumType(DoubleReportingKind, {
  name: "DoubleReportingKind",
  description: "Who reports to a community (双报到类型, PG-17)",
  valuesConfig: {
    PARTY_BODY: { description: "The party body of a unit (单位党组织报到)" },
    PARTY_MEMBER: { description: "A party member in office, where they live (在职党员报到)" },
    CADRE: { description: "A cadre sent down by the district (下沉干部)" },
    TEMPORARY_POST: { description: "Somebody who holds a temporary post there (兼任临时职务)" },
  },
});

/** Their own unit and the place they report to know them by name: to others it is party membership, and masked. */
const toUnitAndPlace: InClear<DoubleReporting> = ({ unitCode, communityCode }, { principal }) =>
  principal !== null &&
  (principal.unit === unitCode ||
    (/^\d{9,12}$/.test(principal.unit) && coversDivision(principal, communityCode)));

@Entity()
@ObjectType({
  description:
    "A body or a person that reports to a community (双报到), read by their unit, the place and the offices of the district",
})
export class DoubleReporting {
  @Field(() => ID, { description: "Identifier (报到标识)" })
  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Field(() => DoubleReportingKind, { description: "Who reports (类型)" })
  @Column({ type: "text" })
  kind: DoubleReportingKind;

  @Column({ type: "text" })
  districtCode: string;

  @Column({ type: "text" })
  communityCode: string;

  @Column({ type: "text" })
  unitCode: string;

  /** Subject of the person's token: kept to tell one from another, not shown. */
  @Column({ type: "text", nullable: true })
  personId: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name; null for a body; masked but for their own unit and the place (姓名)",
  })
  @Personal(PersonalKind.NAME, toUnitAndPlace)
  @Column({ type: "text", nullable: true })
  name: string | null;

  @Field(() => String, { nullable: true, description: "The temporary post; null otherwise (临时职务)" })
  @Column({ type: "text", nullable: true })
  post: string | null;

  @Field(() => GraphQLLocalDate, { description: "Day of reporting (报到日期)" })
  @Column({ type: "date" })
  validFrom: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day no longer; null while it lasts (结束日期)",
  })
  @Column({ type: "date", nullable: true })
  validUntil: Day | null;

  @Column({ type: "int" })
  version: number;
}

export const DoubleReportingConnection = connectionOf(DoubleReporting);

@ObjectType({ description: "How many report to a community on a day (双报到数量, PG-17)" })
export class DoubleReportingCount {
  communityCode: string;

  @Field(() => Int, { description: "Party bodies (党组织)" })
  partyBodies: number;

  @Field(() => Int, { description: "Party members in office (在职党员)" })
  partyMembers: number;

  @Field(() => Int, { description: "Cadres sent down (下沉干部)" })
  cadres: number;

  @Field(() => Int, { description: "Holders of temporary posts (兼任临时职务)" })
  temporaryPosts: number;
}
