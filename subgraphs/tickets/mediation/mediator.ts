import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A unit answers for its mediators as for its other people: who came is kept for the evidence and not shown. */
@Entity()
@ObjectType({ description: "A mediator who is called to a dispute (调解员, GZ-15, GZ-16)" })
export class Mediator {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @PrimaryColumn({ type: "int" })
  turn: number;

  @PrimaryColumn({ type: "text" })
  unitCode: string;

  @Field(() => Int, { description: "Which of those called, from 1 (序号)" })
  @Column({ type: "int" })
  ordinal: number;

  @Field(() => String, {
    nullable: true,
    description: "Who of the unit is asked for, by post; null: whomever it sends (岗位)",
  })
  @Column({ type: "text", nullable: true })
  post: string | null;

  @Field(() => Date, { description: "When it was called (邀请时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  invitedAt: Date;

  @Field(() => Date, { description: "From when on an arrival is late (到场时限, GZ-16)" })
  @Column({ type: "timestamptz", precision: 3 })
  dueAt: Date;

  @Field(() => Date, { nullable: true, description: "When it checked in; null until then (到场时间, GZ-16)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  arrivedAt: Date | null;

  @Column({ type: "text", nullable: true })
  arrivedBy: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Longitude of the check-in, WGS84; null when not given (到场经度)",
  })
  @Column({ type: "double precision", nullable: true })
  longitude: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Latitude of the check-in, WGS84; null when not given (到场纬度)",
  })
  @Column({ type: "double precision", nullable: true })
  latitude: number | null;
}
