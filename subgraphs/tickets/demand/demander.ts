import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { type InClear, Personal, PersonalKind } from "../../shared/personal.ts";
import { CreditCode } from "../../shared/scalars.ts";
import { byPartInCase, type KnowsParts } from "../part-in-case/part-in-case.ts";
import { DemanderKind } from "./demander-kind.ts";

/** A firm's name is no secret. */
const nameInClear: InClear<Demander, KnowsParts> = (demander, context) =>
  demander.kind !== DemanderKind.PERSON || byPartInCase(demander, context);

@Entity()
@ObjectType({
  description:
    "Who made a demand (诉求人). Shown as they are to themselves, the centre, and while the case is open its place and the bodies that work on it; masked for everybody else, companies among them.",
})
export class Demander {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "uuid", default: () => "gen_random_uuid()" })
  id: string;

  @Field(() => DemanderKind, { description: "Person, firm or body (类型)" })
  @Column({ type: "text" })
  kind: DemanderKind;

  /** By what one demander is told from another; null: anonymous. */
  @Column({ type: "text", nullable: true })
  identity: string | null;

  @Field(() => String, { description: "Name (姓名或名称); a person's masked as 王*" })
  @Personal(PersonalKind.NAME, nameInClear)
  @Column({ type: "text" })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: "Phone; null when not given; masked as 138****5678 (联系电话)",
  })
  @Personal(PersonalKind.PHONE, byPartInCase)
  @Column({ type: "text", nullable: true })
  phone: string | null;

  @Field(() => CreditCode, {
    nullable: true,
    description: "Unified social credit code; null for a natural person (统一社会信用代码)",
  })
  @Column({ type: "text", nullable: true })
  creditCode: string | null;

  /** Subject of the person's token, when they reported themselves. */
  @Column({ type: "text", nullable: true })
  personId: string | null;

  /** The resident they were found to be; what departments hold of that person then belongs to the case. */
  @Column({ type: "text", nullable: true })
  residentId?: string | null;

  /** Through which ticket they are read, not stored: what is shown of them depends on the case. */
  ticketNumber: string;
}
