import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../../shared/connection.ts";

/** What the members of one grid have to do about a class problem: how many people they are to reach, and have reached. */
@Entity()
@ObjectType({
  description:
    "What the members and assistants of one grid have to do about a class problem; counted, never by name (网格任务, ZY-21)",
})
export class GridTask {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  classProblemNumber: string;

  @PrimaryColumn({ type: "text" })
  gridCode: string;

  @Field(() => String, { description: "What is to be done (任务内容)" })
  @Column({ type: "text" })
  task: string;

  @Field(() => Int, {
    description: "How many are to be reached: as given, then as the members found them (目标人数)",
  })
  @Column({ type: "int" })
  targets: number;

  @Field(() => Int, { description: "How many were reached (已服务人数)" })
  @Column({ type: "int" })
  reached: number;

  @Field(() => Date, { description: "When it was given (下达时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  assignedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was last reported on (最近上报时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  reportedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When everybody was reached; null until then (完成时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  doneAt: Date | null;
}

export const GridTaskConnection = connectionOf(GridTask, { counted: true });

@ObjectType({ description: "How far a class problem's grid tasks are, all together (网格任务进度, ZY-21)" })
export class GridTaskReach {
  @Field(() => Int, { description: "Grids with a task (网格数)" })
  grids: number;

  @Field(() => Int, { description: "Of these done (已完成网格数)" })
  done: number;

  @Field(() => Int, { description: "People to be reached (目标人数)" })
  targets: number;

  @Field(() => Int, { description: "Of these reached (已服务人数)" })
  reached: number;

  @Field(() => Float, {
    nullable: true,
    description: "Reached of targets in per cent, two decimals; null where nobody is to be reached (服务率)",
  })
  share: number | null;
}
