import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Key } from "../../shared/schema-directives.ts";
import { VisitorForce } from "../member/member-kind.ts";

@Entity()
@ObjectType({ description: "A visit to a household (入户走访, KF-2). Never altered or removed." })
@Key("id")
export class Visit {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, { description: "Visit id: the district's six digits and a suffix of its own (走访编号)" })
  @PrimaryColumn({ type: "text" })
  id: string;

  @Column({ type: "text" })
  householdId: string;

  /** The household's grid on that day: a later split does not rewrite it. */
  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Column({ type: "text", nullable: true })
  memberId: string | null;

  @Field(() => String, { description: "Code of the visitor's unit (走访人单位)" })
  @Column({ type: "text" })
  visitorUnit: string;

  @Field(() => VisitorForce, {
    description: "Administrative or social force, by the visitor's kind (走访力量, KF-3)",
  })
  @Column({ type: "text" })
  force: VisitorForce;

  @Field(() => GraphQLLocalDate, { description: "Day of the visit (走访日期)" })
  @Column({ type: "date" })
  visitedOn: Day;

  @Field(() => Date, { description: "When it was recorded (记录时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;
}

export const VisitConnection = connectionOf(Visit);
