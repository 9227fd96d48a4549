import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Granted, Key, RequiresScopes } from "../../shared/schema-directives.ts";

export enum DisclosureSubject {
  RESIDENT = "RESIDENT",
  ACCESS_RECORD = "ACCESS_RECORD",
}
registerEnumType(DisclosureSubject, {
  name: "DisclosureSubject",
  description: "Of what telling is delayed (延迟告知对象)",
  valuesConfig: {
    RESIDENT: {
      description:
        "Accesses to data about a resident: in the police's own subgraph, or for the case that is named (居民)",
    },
    ACCESS_RECORD: { description: "One access on record (访问记录)" },
  },
});

@Entity()
@ObjectType({
  description:
    "An order of the police not to tell somebody yet that data about them was read (延迟告知). In writing, for six months at most at a time (PIPL 18, 35 个人信息保护法). Seen by the district's principal officer alone",
})
@Key("id")
@Granted()
export class DisclosureDelay {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, { description: "Its id; tells nothing of whom it is about (延迟告知编号)" })
  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Field(() => DisclosureSubject, { description: "Of what telling is delayed (对象类型)" })
  @Column({ type: "text" })
  subjectKind: DisclosureSubject;

  @Field(() => ID, { description: "The resident's id, or the access record's (对象编号)" })
  @Column({ type: "text" })
  subject: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The case whose accesses are not told of; null: all in the police's own subgraph, or the one access record (工单编号)",
  })
  @Column({ type: "text", nullable: true })
  caseNumber: string | null;

  @Field(() => String, { description: "Why, in writing (理由)" })
  @Column({ type: "text" })
  reason: string;

  @Column({ type: "text" })
  orderedByUnit: string;

  @Field(() => Date, { description: "From then on nothing is told (起始时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  beganAt: Date;

  @Field(() => Date, { description: "From then on all is told: the order runs out, or was ended (告知时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  until: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When it was ended before its time; null when it was not (提前终止时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  endedEarlyAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was ended before its time; null when it was not (提前终止理由)",
  })
  @Column({ type: "text", nullable: true })
  endReason: string | null;

  @Column({ type: "int" })
  version: number;
}

export const DisclosureDelayConnection = connectionOf(DisclosureDelay);

@Entity()
@ObjectType({ description: "One extension of a delay, with its own reason (延期)" })
@Granted()
export class DisclosureExtension {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "uuid" })
  delayId: string;

  @PrimaryColumn({ type: "int" })
  turn: number;

  @Field(() => String, { description: "Why it was still needed, in writing (延期理由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => Date, { description: "When it was extended (延期时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  extendedAt: Date;

  @Field(() => Date, { description: "From when on all was to be told then (延至)" })
  @Column({ type: "timestamptz", precision: 3 })
  until: Date;
}

@ObjectType({
  description:
    "What must not be told at this instant, for the service that tells people who read what of them; without the reason (暂不告知)",
})
@RequiresScopes(["feed:read"])
export class DisclosureDelayInForce {
  @Field(() => ID, { nullable: true, description: "Of this resident; null: of one access record (居民编号)" })
  resident: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "This access on record; null: see the resident (访问记录编号)",
  })
  accessRecord: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Accesses for this case; null: all in the police's own subgraph (工单编号)",
  })
  caseNumber: string | null;
}
