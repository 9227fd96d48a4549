import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PowerItemCode } from "../../shared/scalars.ts";
import { Key, Public } from "../../shared/schema-directives.ts";
import { TimeLimitUnit } from "../../shared/time-limit-unit.ts";
import { PowerKind } from "./power-kind.ts";

@Entity()
@ObjectType({
  description:
    "A power, duty or service as a list states it (权责事项). Once on a published list it never changes: an amended item gets a code of its own, and batches swap them (GZ-6, GZ-11, PG-5)",
})
@Key("code")
@Public()
export class PowerItem {
  @Field(() => PowerItemCode, {
    description: "Code of 16 digits: area 6, body 3, kind 2, sequence 3, sub-item 2 (职权编码)",
  })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Field(() => String, { description: "Name (职权名称)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => PowerKind, { description: "Kind of power; its digits are in the code (职权类型)" })
  @Column({ type: "text" })
  kind: PowerKind;

  @Field(() => String, { description: "The law and article it rests on (依据)" })
  @Column({ type: "text" })
  legalBasis: string;

  @Column({ type: "text" })
  bodyUnitCode: string;

  @Column({ type: "text", nullable: true })
  handlingUnitCode: string | null;

  @Field(() => [String], {
    description: "What must be done, step by step, with a step's own limit where it has one (责任事项)",
  })
  @Column({ type: "text", array: true })
  responsibilitySteps: string[];

  @Field(() => Int, { nullable: true, description: "Time limit; null where none is set (办理时限)" })
  @Column({ type: "int", nullable: true })
  deadlineAmount: number | null;

  @Field(() => TimeLimitUnit, {
    nullable: true,
    description: "What the time limit is counted in; null where none is set (时限单位)",
  })
  @Column({ type: "text", nullable: true })
  deadlineUnit: TimeLimitUnit | null;

  @Field(() => Boolean, { description: "A made-up item shipped for trying out, of no legal force (示例)" })
  @Column({ type: "boolean", default: false })
  sample: boolean;

  @Field(() => Boolean, {
    description: "Stands or stood on a published list; until then only officials see it (曾列入已公布清单)",
  })
  @Column({ type: "boolean", insert: false, update: false })
  published: boolean;
}
