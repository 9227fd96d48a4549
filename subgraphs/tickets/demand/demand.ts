import { Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Key } from "../../shared/schema-directives.ts";
import { byPartInCase } from "../part-in-case/part-in-case.ts";
import type { KnownPlace } from "../text/place-names.ts";
import { DemandKind } from "./demand-kind.ts";
import { Urgency } from "./urgency.ts";

@Entity()
@ObjectType({ description: "What a person or firm asks (诉求), as it was taken in. Suggestions too (KF-6)." })
@Key("number")
export class Demand {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Demand number, e.g. 110117-D-20210928-000015 (诉求编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Column({ type: "text" })
  ticketNumber: string;

  @Column({ type: "uuid", nullable: true })
  demanderId: string | null;

  @Field(() => DemandKind, { description: "Kind (诉求类型)" })
  @Column({ type: "text" })
  kind: DemandKind;

  @Column({ type: "text" })
  channelCode: string;

  @Field(() => Urgency, { description: "Urgency (紧急程度)" })
  @Column({ type: "text" })
  urgency: Urgency;

  @Field(() => String, {
    description:
      "What was said or written; numbers in it are hidden from whom the demander is masked for (诉求内容)",
  })
  @Personal(PersonalKind.TEXT, byPartInCase)
  @Column({ type: "text" })
  text: string;

  /** May name people: resolved for those who may know them. */
  @Column({ type: "text", nullable: true })
  who: string | null;

  @Field(() => Date, { nullable: true, description: "When it happened; null when not said (何时)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  happenedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Where, in words; null when not said (何地)" })
  @Personal(PersonalKind.TEXT, byPartInCase)
  @Column({ type: "text", nullable: true })
  placeText: string | null;

  @Field(() => String, { nullable: true, description: "Why; null when not said (何因)" })
  @Personal(PersonalKind.TEXT, byPartInCase)
  @Column({ type: "text", nullable: true })
  cause: string | null;

  @Field(() => String, { nullable: true, description: "How it went; null when not said (经过)" })
  @Personal(PersonalKind.TEXT, byPartInCase)
  @Column({ type: "text", nullable: true })
  course: string | null;

  @Field(() => Float, { nullable: true, description: "Degrees east, WGS84; null without position (经度)" })
  @Column({ type: "double precision", nullable: true })
  longitude: number | null;

  @Field(() => Float, { nullable: true, description: "Degrees north, WGS84; null without position (纬度)" })
  @Column({ type: "double precision", nullable: true })
  latitude: number | null;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Column({ type: "text", nullable: true })
  estateCode: string | null;

  @Column({ type: "text", nullable: true })
  buildingCode: string | null;

  /** Places its text names, as the grid centre knows them: by them demands are found to be about one place. */
  @Column({ type: "jsonb", default: [] })
  knownPlaces: readonly KnownPlace[];

  @Column({ type: "uuid", nullable: true })
  petitionDayId: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether a leader heard the demander in person; null but on a petition day (是否当面接谈, GZ-17)",
  })
  @Column({ type: "boolean", nullable: true })
  seenInPerson: boolean | null;

  @Field(() => Date, { description: "When it was taken in (受理时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  receivedAt: Date;
}

export const DemandConnection = connectionOf(Demand);
