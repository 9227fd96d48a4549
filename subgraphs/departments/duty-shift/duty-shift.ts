import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Personal, PersonalKind, toColleagues } from "../../shared/personal.ts";

/** Once it has begun nothing of it changes but its end: whoever comes instead has a shift of their own. */
@Entity()
@ObjectType({
  description:
    "A person's time on duty at a unit, read by those in office in its district (值班班次, ZY-12, GZ-16)",
})
export class DutyShift {
  @Field(() => ID, { description: "Identifier of the shift (班次标识)" })
  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Column({ type: "text" })
  districtCode: string;

  @Column({ type: "text" })
  unitCode: string;

  @Field(() => String, {
    description:
      "What is done on it, in the unit's words, e.g. 热线接听, 诉求复核, 任务分派, 带班 (岗位职责, ZY-12)",
  })
  @Column({ type: "text" })
  job: string;

  @Field(() => String, { description: "The person's identifier, as in their token (人员标识)" })
  @Column({ type: "text" })
  personId: string;

  @Field(() => String, { description: "Name (姓名)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Post, e.g. 值班长 (职务)" })
  @Column({ type: "text" })
  post: string;

  @Field(() => String, { description: "Telephone on duty (值班电话)" })
  @Personal(PersonalKind.PHONE, toColleagues)
  @Column({ type: "text" })
  phone: string;

  @Field(() => Date, { description: "From when (起)" })
  @Column({ type: "timestamptz", precision: 3 })
  beginsAt: Date;

  @Field(() => Date, { description: "Until when, not included (止)" })
  @Column({ type: "timestamptz", precision: 3 })
  endsAt: Date;

  /** Taken back before it began: it was never on duty. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: "uuid", nullable: true })
  relievesId: string | null;

  @Column({ type: "int" })
  version: number;
}

@ObjectType({
  description:
    "A time in which a unit that must be covered day and night has nobody on duty (值班空缺, GZ-16)",
})
export class ShiftGap {
  unitCode: string;

  @Field(() => Date, { description: "From when (起)" })
  from: Date;

  @Field(() => Date, { description: "Until when, not included (止)" })
  until: Date;
}
