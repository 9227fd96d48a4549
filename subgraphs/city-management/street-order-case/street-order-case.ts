import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";
import { StreetOrderKind } from "../street-order-class/street-order-class.ts";
import { StreetOrderLimitUnit } from "../street-order-standard/street-order-standard.ts";
import { StreetOrderState } from "./street-order-state.ts";

/** How a case came to be known. */
export enum FoundBy {
  COLLECTOR = "COLLECTOR",
  GRID_MEMBER = "GRID_MEMBER",
  ENFORCEMENT = "ENFORCEMENT",
  CAMERA = "CAMERA",
  TICKET = "TICKET",
}
registerEnumType(FoundBy, {
  name: "StreetOrderFoundBy",
  description: "How a street-order case came to be known (问题来源)",
  valuesConfig: {
    COLLECTOR: { description: "The supervision centre's collectors on their round (信息采集员)" },
    GRID_MEMBER: { description: "A grid member or the community (网格员、社区)" },
    ENFORCEMENT: { description: "Urban management or the enforcement team on patrol (执法巡查)" },
    CAMERA: { description: "A camera (视频监控)" },
    TICKET: { description: "Somebody's demand, by its ticket (工单转入)" },
  },
});

@Entity()
@ObjectType({
  description:
    "A case of street order and city appearance: a component at fault or an event, taken through seven steps by two centres and a handling unit (市容案件, CJJ/T 106)",
})
@Key("number")
@Granted({ orTakingPart: true })
export class StreetOrderCase {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-C-20260601-0001 (案件编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => StreetOrderState, { description: "Where it stands (案件状态)" })
  @Column({ type: "text" })
  state: StreetOrderState;

  @Field(() => StreetOrderKind, {
    description: "Whether a component is at fault or it is an event (案件类型)",
  })
  @Column({ type: "text" })
  kind: StreetOrderKind;

  @Column({ type: "text" })
  subclassCode: string;

  @Column({ type: "text", nullable: true })
  componentCode: string | null;

  @Column({ type: "text" })
  gridCode: string;

  @Field(() => String, { description: "Where in the street, as crews find it (地点)" })
  @Column({ type: "text" })
  place: string;

  @Field(() => String, { description: "What was found (问题描述)" })
  @Column({ type: "text" })
  description: string;

  @Field(() => FoundBy, { description: "How it came to be known (问题来源)" })
  @Column({ type: "text" })
  foundBy: FoundBy;

  @Column({ type: "text", nullable: true })
  ticketNumber: string | null;

  @Column({ type: "text", nullable: true })
  creditCode: string | null;

  @Personal(PersonalKind.NAME)
  @Field(() => String, {
    nullable: true,
    description: "The person dealt with; null where nobody is or nobody is known. Personal data (当事人姓名)",
  })
  @Column({ type: "text", nullable: true })
  partyName: string | null;

  @Personal(PersonalKind.PHONE)
  @Field(() => String, {
    nullable: true,
    description: "That person's telephone; null when none is known. Personal data (当事人电话)",
  })
  @Column({ type: "text", nullable: true })
  partyPhone: string | null;

  /** Who the person dealt with is when signed in: by it they find their own cases. */
  @Column({ type: "text", nullable: true })
  partyPersonId: string | null;

  /** `Resident.id` of the person dealt with, where they are known to live here. */
  @Column({ type: "text", nullable: true })
  partyResidentId: string | null;

  @Field(() => Date, { description: "When it was reported (上报时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  collectedAt: Date;

  @Column({ type: "text", nullable: true })
  handlingUnitCode: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the clock started; null before the dispatch. Rework does not start it anew (派遣时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  dispatchedAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How long the handling may take, by the standard in force at the dispatch; null before it (处置时限)",
  })
  @Column({ type: "int", nullable: true })
  limitAmount: number | null;

  @Field(() => StreetOrderLimitUnit, {
    nullable: true,
    description: "What that is counted in; null before the dispatch (时限单位)",
  })
  @Column({ type: "text", nullable: true })
  limitUnit: StreetOrderLimitUnit | null;

  @Field(() => Date, {
    nullable: true,
    description: "From then on it is overdue unless handled; null before the dispatch (处置截止时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  dueAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      "When the handling unit last said it was done; null while it has not, and again in rework (处理完成时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  handledAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it was verified and closed; null until then (结案时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  closedAt: Date | null;

  @Column({ type: "int" })
  version: number;
}

export const StreetOrderCaseConnection = connectionOf(StreetOrderCase);
