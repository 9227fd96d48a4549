import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({ description: "A member serves a grid from one day to another (网格员任职, ZY-7)" })
@Public()
export class GridAssignment {
  @Field(() => ID, { description: "Assignment id (任职编号)" })
  @PrimaryColumn({ type: "text" })
  id: string;

  @Column({ type: "text" })
  memberId: string;

  @Column({ type: "text" })
  gridCode: string;

  @Column({ type: "text", nullable: true })
  buildingCode: string | null;

  @Field(() => GraphQLLocalDate, { description: "First day (开始日期)" })
  @Column({ type: "date" })
  validFrom: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day on which it is over; null while no end is set (结束日期)",
  })
  @Column({ type: "date", nullable: true })
  validTo: Day | null;

  @Field(() => Int, { description: "Rises with every change (版本)" })
  @Column({ type: "int" })
  version: number;
}
