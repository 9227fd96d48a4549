import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";
import { Subject } from "../../shared/subject.ts";
import { RecordSource } from "../record-source.ts";
import { DisabilityCategory, DisabilityGrade } from "./disability-grade.ts";

@Entity()
@ObjectType({ description: "A disability as certified (残疾人登记, GB/T 26341)" })
@Key("residentId")
@Granted()
export class Disability {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, { description: "Whose it is: Resident.id (居民编号)" })
  @Subject()
  @PrimaryColumn({ type: "text" })
  residentId: string;

  /** Who the person is when signed in. */
  @Column({ type: "text", nullable: true })
  personId: string | null;

  /** The grid the person lives in, or the community where no grid covers the building. */
  @Column({ type: "text" })
  placeCode: string;

  @Field(() => DisabilityCategory, { description: "Category (残疾类别)" })
  @Column({ type: "text" })
  category: DisabilityCategory;

  @Field(() => DisabilityGrade, { description: "Grade (残疾等级)" })
  @Column({ type: "text" })
  grade: DisabilityGrade;

  @Field(() => String, {
    description: "Number of the certificate: resident number, category and grade (残疾人证号)",
  })
  @Personal(PersonalKind.RESIDENT_NUMBER)
  @Column({ type: "text" })
  certificateNumber: string;

  @Field(() => RecordSource, { description: "Where the record comes from (数据来源)" })
  @Column({ type: "text" })
  source: RecordSource;

  @Field(() => GraphQLLocalDate, { description: "The day the certificate was issued (发证日期)" })
  @Column({ type: "date" })
  issuedOn: Day;

  @Field(() => GraphQLLocalDate, {
    description: "The certificate's last day, ten years after it was issued at most (有效期至)",
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
