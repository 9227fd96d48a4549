import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { maskName, maskPhone } from "../../shared/codes.ts";
import { CreditCode } from "../../shared/scalars.ts";
import { RequiresScopes } from "../../shared/schema-directives.ts";
import { DemanderKind } from "./demander-kind.ts";

@Entity()
@ObjectType({
  description:
    "Who made a demand (诉求人). How to reach them needs the scope demander:contact; the rest is masked.",
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

  @Field(() => String, { description: "Full name (姓名或名称). Personal data." })
  @RequiresScopes(["demander:contact"])
  @Column({ type: "text" })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: "Phone; null when not given (联系电话). Personal data.",
  })
  @RequiresScopes(["demander:contact"])
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

  @Field(() => String, {
    description: "A person's name with the given name hidden; a firm's in full (脱敏姓名), e.g. 王*",
  })
  get maskedName(): string {
    return this.kind === DemanderKind.PERSON ? maskName(this.name) : this.name;
  }

  @Field(() => String, {
    nullable: true,
    description: "Phone with its middle hidden; null when not given (脱敏电话), e.g. 138****5678",
  })
  get maskedPhone(): string | null {
    return this.phone === null ? null : maskPhone(this.phone);
  }
}
