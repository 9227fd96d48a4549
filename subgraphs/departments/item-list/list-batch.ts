import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../shared/schema-directives.ts";

export enum BatchState {
  DRAFT = "DRAFT",
  PUBLISHED = "PUBLISHED",
}
registerEnumType(BatchState, {
  name: "BatchState",
  description: "State of a batch (批次状态, GZ-11)",
  valuesConfig: {
    DRAFT: { description: "Being drawn up; counts for nothing (起草中)" },
    PUBLISHED: { description: "Published, never altered; counts from its effective day (已公布)" },
  },
});

@Entity()
@ObjectType({ description: "A numbered batch of additions and removals to a list (调整批次, GZ-11)" })
@Public()
export class ListBatch {
  @PrimaryColumn({ type: "text" })
  listId: string;

  @Field(() => Int, { description: "1, 2, 3 …; the list's version once it is in force (批次号)" })
  @PrimaryColumn({ type: "int" })
  number: number;

  @Field(() => BatchState, { description: "Draft or published (状态)" })
  @Column({ type: "text" })
  state: BatchState;

  @Field(() => String, { description: "Number or title of the deciding document (文号)" })
  @Column({ type: "text" })
  document: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day on which it counts; null for a draft (生效日期)",
  })
  @Column({ type: "date", nullable: true })
  effectiveFrom: string | null;

  @Field(() => Date, { description: "When the draft was opened (起草时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  openedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was published; null for a draft (公布时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  publishedAt: Date | null;

  @Column({ type: "text", nullable: true })
  openedByUnitCode: string | null;

  @Column({ type: "text", nullable: true })
  publishedByUnitCode: string | null;

  @Column({ type: "int" })
  version: number;
}
