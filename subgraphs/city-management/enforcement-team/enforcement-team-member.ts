import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Personal, PersonalKind, toColleagues } from "../../shared/personal.ts";

@Entity()
@ObjectType({
  description:
    "Someone who serves in a joint enforcement team and stays with the home department, for as long as the posting lasts (综合执法队队员, KF-14)",
})
export class EnforcementTeamMember {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text" })
  homeUnitCode: string;

  /** Nobody serves in two teams at once. */
  @Column({ type: "text" })
  personId: string;

  @Field(() => String, { description: "Name, as on the public notice (姓名)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Telephone at work, masked for residents (联系电话)" })
  @Personal(PersonalKind.PHONE, toColleagues)
  @Column({ type: "text" })
  phone: string;

  @Field(() => String, { description: "Post in the team, e.g. 副队长 (队内职务)" })
  @Column({ type: "text" })
  post: string;

  @Field(() => GraphQLLocalDate, { description: "First day in the team (编入日期)" })
  @Column({ type: "date" })
  validFrom: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day no longer in the team; null while it is open (退出日期)",
  })
  @Column({ type: "date", nullable: true })
  validUntil: Day | null;
}
