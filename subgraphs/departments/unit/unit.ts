import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Key, Public } from "../../shared/schema-directives.ts";
import { UnitKind, UnitLevel } from "./unit-kind.ts";

@Entity()
@ObjectType({
  description:
    "A body that can be called: a government, a department, an office inside one, a community, or a company (单位)",
})
@Key("code")
@Public()
export class Unit {
  @Field(() => String, {
    description:
      "A territorial body's code is its division code; any other's is that of the body's district, sub-district or " +
      "community and a short name, e.g. 430105-MARKET-SUPERVISION (单位代码)",
  })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Column({ type: "text", insert: false, update: false })
  districtCode: string;

  @Field(() => String, { description: "Official name (名称)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: "The second name plate of the same body; null when it has one name only (加挂名称, GZ-1)",
  })
  @Column({ type: "text", nullable: true })
  secondName: string | null;

  @Field(() => UnitKind, { description: "What it is (单位类型)" })
  @Column({ type: "text" })
  kind: UnitKind;

  @Field(() => UnitLevel, { description: "Level at which it works (层级, ZY-11)" })
  @Column({ type: "text" })
  level: UnitLevel;

  @Column({ type: "text", nullable: true })
  parentCode: string | null;

  @Column({ type: "text" })
  divisionCode: string;

  @Field(() => Boolean, {
    description: "Whether it is part of government. A company is not: it acts by contract (是否行政主体)",
  })
  @Column({ type: "boolean" })
  government: boolean;

  @Field(() => Boolean, {
    description: "The sub-district takes part in planning for its area (规划参与权, GZ-4)",
  })
  @Column({ type: "boolean", default: false })
  planningParticipation: boolean;

  @Field(() => Boolean, {
    description:
      "The sub-district coordinates and assesses the bodies stationed in it (派驻机构协调考核权, GZ-4)",
  })
  @Column({ type: "boolean", default: false })
  stationedBodyCoordination: boolean;

  @Field(() => Boolean, {
    description: "The sub-district may propose on major decisions that concern it (重大决策建议权, GZ-4)",
  })
  @Column({ type: "boolean", default: false })
  decisionProposal: boolean;

  @Field(() => Boolean, {
    description:
      "Whether it must have one designated responder for every community of the district (是否设应哨人, KF-11)",
  })
  @Column({ type: "boolean", default: false })
  postsResponders: boolean;

  @Field(() => Boolean, {
    description:
      "Whether somebody must be on duty day and night, as at a command centre (是否 24 小时值守, GZ-16)",
  })
  @Column({ type: "boolean", default: false })
  roundTheClock: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "Full-time staff; null when not reported (专职人员数, ZY-8)",
  })
  @Column({ type: "int", nullable: true })
  fullTimeStaff: number | null;

  @Field(() => GraphQLLocalDate, { description: "First day of its existence (成立日期)" })
  @Column({ type: "date" })
  validFrom: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day it no longer exists; null while it does (撤销日期)",
  })
  @Column({ type: "date", nullable: true })
  validUntil: string | null;
}
