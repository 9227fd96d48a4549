import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@ObjectType({ description: "What one party of a task force has to do (职责分工, PG-11 细)" })
export class TaskForceDuty {
  @Field(() => String, { description: "Code of the unit (单位编码)" })
  unit: string;

  @Field(() => String, { description: "Its duty (职责)" })
  duty: string;
}

@InputType({ description: "What one party of a task force will have to do (职责分工, PG-11)" })
export class TaskForceDutyInput {
  @Field(() => String, { description: "Code of a called unit or of the blower's (单位编码)" })
  unit: string;

  @Field(() => String, { description: "Its duty (职责)" })
  duty: string;
}

/** The six-character method (专快细深实真, PG-11); 快 are the whistle's checkpoints. */
@Entity()
@ObjectType({ description: "The task force of a whistle, by the six-character method (专班, PG-11)" })
export class TaskForce {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @Field(() => Date, { description: "When it was formed (专: 成立时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  formedAt: Date;

  @Field(() => [TaskForceDuty], {
    description: "Each party's duty, every called unit's among them (细: 职责分工)",
  })
  @Column({ type: "jsonb" })
  duties: TaskForceDuty[];

  @Field(() => String, { description: "What causes the problem (深: 成因)" })
  @Column({ type: "text" })
  cause: string;

  @Field(() => String, { description: "How it is to be solved (深: 处置方案)" })
  @Column({ type: "text" })
  plan: string;

  @Field(() => String, {
    description: "Who supervises for the party committee, name and post (实: 党委督办人)",
  })
  @Column({ type: "text" })
  partySupervisor: string;

  @Field(() => String, { description: "Who supervises for the government, name and post (实: 政府督办人)" })
  @Column({ type: "text" })
  governmentSupervisor: string;
}
