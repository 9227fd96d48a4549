import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { OfficialsOnly } from "../officials-only.ts";

/** The part a called unit has in a whistle. */
export enum WhistleRole {
  LEAD = "LEAD",
  ASSISTING = "ASSISTING",
}
registerEnumType(WhistleRole, {
  name: "WhistleRole",
  description: "Part of a called unit in a whistle (应哨角色, KF-10)",
  valuesConfig: {
    LEAD: { description: "Leads to the end and answers for the whole: exactly one (牵头)" },
    ASSISTING: { description: "Assists (协办)" },
  },
});

/** What the arbiter decides about a contested duty. */
export enum DisputeDecision {
  UPHELD = "UPHELD",
  RELEASED = "RELEASED",
}
registerEnumType(DisputeDecision, {
  name: "DisputeDecision",
  description: "The arbiter's decision on a contested duty (争议裁决, PG-4)",
  valuesConfig: {
    UPHELD: { description: "It is the unit's duty: it answers the whistle (维持)" },
    RELEASED: { description: "It is not: the unit is let go, another may take its place (免除)" },
  },
});

/**
 * One called unit in one whistle. Its own steps follow one another (sign, arrive, issue measures, report the result);
 * the lead's steps move the whistle, the others' are recorded for the assessment (KF-15).
 */
@Entity()
@ObjectType({ description: "A unit called by a whistle, with what it did (应哨单位)" })
export class WhistleParticipant {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @PrimaryColumn({ type: "text" })
  unitCode: string;

  /** What kind of unit it was when called; counters ask for district departments (KF-18). */
  @Column({ type: "text" })
  unitKind: string;

  @Field(() => WhistleRole, { description: "Its part (角色)" })
  @Column({ type: "text" })
  role: WhistleRole;

  @Field(() => String, {
    nullable: true,
    description:
      "Person id of the designated responder called; null when the place has none, or the chief was called (应哨人, KF-11)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  responderId: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of that responder, as publicly posted (应哨人姓名)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  responderName: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Person id of the unit's chief responder on that day; null when it has none (总应哨人, KF-12)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  chiefResponderId: string | null;

  @Field(() => String, { nullable: true, description: "Name of that chief responder (总应哨人姓名)" })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  chiefResponderName: string | null;

  @Column({ type: "text", nullable: true })
  itemCode: string | null;

  @Field(() => String, {
    nullable: true,
    description: "List the cited item stood on that day; null when none is cited (所依据清单, GZ-11)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  listId: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Version of that list; null when none is cited (清单版本)",
  })
  @OfficialsOnly()
  @Column({ type: "int", nullable: true })
  listVersion: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for a company, which has no powers and answers by contract (依合同应哨)",
  })
  @OfficialsOnly()
  @Column({ type: "boolean" })
  byContract: boolean;

  @Field(() => Date, { nullable: true, description: "When it was called (被吹哨时间)" })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3 })
  calledAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When it signed for the whistle; null until then (签收时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  signedAt: Date | null;

  @Column({ type: "text", nullable: true })
  signedBy: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it checked in on the scene; null until then (报到时间, GZ-16)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  arrivedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Note made on arrival; null without one (报到情况)" })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  arrivalNote: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Longitude of the check-in, WGS84; null when not given (报到经度)",
  })
  @OfficialsOnly()
  @Column({ type: "double precision", nullable: true })
  arrivalLongitude: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Latitude of the check-in, WGS84; null when not given (报到纬度)",
  })
  @OfficialsOnly()
  @Column({ type: "double precision", nullable: true })
  arrivalLatitude: number | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it issued measures; null until then (提出措施时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  measuresAt: Date | null;

  @Field(() => String, { nullable: true, description: "The measures; null until issued (解决措施, KF-10)" })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  measures: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it reported its result; null until then (办结时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  resolvedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Its result; null until reported (办理结果)" })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  result: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it contested the duty; null if it never did (提出争议时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  disputedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it contests the duty; null if it does not (争议理由)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  disputeReason: string | null;

  @Field(() => DisputeDecision, {
    nullable: true,
    description: "The arbiter's decision; null until then (裁决)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  disputeDecision: DisputeDecision | null;

  @Field(() => String, {
    nullable: true,
    description: "The arbiter's grounds; null until decided (裁决理由)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  disputeGrounds: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the arbiter let it go: it is no longer called; null while it is (免除时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  releasedAt: Date | null;
}
