import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";
import { Subject } from "../../shared/subject.ts";
import { RecordSource } from "../record-source.ts";

/** Decades, not birth dates: no more is needed to look after somebody. */
export enum AgeGroup {
  AGED_60_TO_69 = "AGED_60_TO_69",
  AGED_70_TO_79 = "AGED_70_TO_79",
  AGED_80_TO_89 = "AGED_80_TO_89",
  AGED_90_AND_OVER = "AGED_90_AND_OVER",
}
registerEnumType(AgeGroup, {
  name: "AgeGroup",
  description: "Age in full years when the record was made (年龄段)",
  valuesConfig: {
    AGED_60_TO_69: { description: "60 to 69 years (60–69岁)" },
    AGED_70_TO_79: { description: "70 to 79 years (70–79岁)" },
    AGED_80_TO_89: { description: "80 to 89 years (80–89岁)" },
    AGED_90_AND_OVER: { description: "90 years and over (90岁及以上)" },
  },
});

export const aged80AndOver: readonly AgeGroup[] = [AgeGroup.AGED_80_TO_89, AgeGroup.AGED_90_AND_OVER];

export enum LivingSituation {
  CHILDREN_NEARBY = "CHILDREN_NEARBY",
  CHILDREN_ELSEWHERE = "CHILDREN_ELSEWHERE",
  NO_CHILDREN = "NO_CHILDREN",
}
registerEnumType(LivingSituation, {
  name: "LivingSituation",
  description: "Who could be there for somebody living alone (居住状况)",
  valuesConfig: {
    CHILDREN_NEARBY: { description: "Children in the same city (子女在本市)" },
    CHILDREN_ELSEWHERE: { description: "Children, but none in the same city (子女在外地)" },
    NO_CHILDREN: { description: "No children (无子女)" },
  },
});

export enum ContactRelation {
  CHILD = "CHILD",
  RELATIVE = "RELATIVE",
  NEIGHBOUR = "NEIGHBOUR",
  COMMUNITY_WORKER = "COMMUNITY_WORKER",
}
registerEnumType(ContactRelation, {
  name: "ContactRelation",
  description: "Who the emergency contact is (紧急联系人关系)",
  valuesConfig: {
    CHILD: { description: "A child (子女)" },
    RELATIVE: { description: "Another relative (亲属)" },
    NEIGHBOUR: { description: "A neighbour (邻居)" },
    COMMUNITY_WORKER: { description: "Staff of the community, where there is nobody else (社区工作者)" },
  },
});

@Entity("elderly_living_alone")
@ObjectType({
  description:
    "An old person who lives alone, so that somebody looks in (独居老人). Names go to the member of the grid, on a grant; others get careFigures (ZY-6)",
})
@Key("residentId")
@Granted()
export class ElderlyLivingAlone {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, { description: "Who it is: Resident.id (居民编号)" })
  @Subject()
  @PrimaryColumn({ type: "text" })
  residentId: string;

  /** Who the person is when signed in. */
  @Column({ type: "text", nullable: true })
  personId: string | null;

  /** The grid the person lives in, or the community where no grid covers the building. */
  @Column({ type: "text" })
  placeCode: string;

  @Field(() => String, { description: "Name (姓名)" })
  @Personal(PersonalKind.NAME)
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Address to the door (住址)" })
  @Personal(PersonalKind.ADDRESS)
  @Column({ type: "text" })
  address: string;

  @Field(() => AgeGroup, { description: "Age group when the record was made (年龄段)" })
  @Column({ type: "text" })
  ageGroup: AgeGroup;

  @Field(() => LivingSituation, { description: "Whether children are near (居住状况)" })
  @Column({ type: "text" })
  livingSituation: LivingSituation;

  @Field(() => Boolean, {
    description:
      "Whether the person uses a smartphone: who does not is visited, not sent a code (是否使用智能手机, ZY-6)",
  })
  @Column({ type: "boolean" })
  usesSmartphone: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Name of the emergency contact; null when there is none (紧急联系人)",
  })
  @Personal(PersonalKind.NAME)
  @Column({ type: "text", nullable: true })
  contactName: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Telephone of the emergency contact; null when there is none (紧急联系电话)",
  })
  @Personal(PersonalKind.PHONE)
  @Column({ type: "text", nullable: true })
  contactPhone: string | null;

  @Field(() => ContactRelation, {
    nullable: true,
    description: "Who that is; null when there is none (与本人关系)",
  })
  @Column({ type: "text", nullable: true })
  contactRelation: ContactRelation | null;

  @Field(() => RecordSource, { description: "Where the record comes from (数据来源)" })
  @Column({ type: "text" })
  source: RecordSource;

  @Field(() => GraphQLLocalDate, { description: "The day it was found to be so (核实日期)" })
  @Column({ type: "date" })
  recordedOn: Day;

  @Field(() => GraphQLLocalDate, {
    description: "The last day it is taken to be so; after that it is neither shown nor counted (有效期至)",
  })
  @Column({ type: "date" })
  validUntil: Day;

  @Field(() => GraphQLLocalDate, {
    description:
      "The last day on which this record may be kept; then it is deleted (保存期限, 个人信息保护法 art. 19)",
  })
  @Column({ type: "date" })
  retainUntil: Day;
}

export const ElderlyLivingAloneConnection = connectionOf(ElderlyLivingAlone);
