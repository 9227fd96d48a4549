import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Personal, PersonalKind, toColleagues } from "../../shared/personal.ts";
import { Authenticated, Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "The chief responder (总应哨人): a department's principal officer, one at a time, to whom late whistles escalate (KF-12)",
})
@Public()
export class ChiefResponder {
  @Field(() => ID, { description: "Identifier of the appointment (任命标识)" })
  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Column({ type: "text" })
  unitCode: string;

  @Field(() => String, { description: "The person's identifier, as in their token (人员标识)" })
  @Authenticated()
  @Column({ type: "text" })
  personId: string;

  @Field(() => String, { description: "Name, as on the public notice (姓名)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Post, as on the public notice, e.g. 局长 (职务)" })
  @Column({ type: "text" })
  post: string;

  @Field(() => String, {
    description: "Telephone at work; not on the public notice, masked for residents (联系电话)",
  })
  @Authenticated()
  @Personal(PersonalKind.PHONE, toColleagues)
  @Column({ type: "text" })
  phone: string;

  @Field(() => GraphQLLocalDate, { description: "First day of the appointment (任职起始日)" })
  @Column({ type: "date" })
  validFrom: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day no longer appointed; null while it is open (任职终止日)",
  })
  @Column({ type: "date", nullable: true })
  validUntil: string | null;

  @Column({ type: "int" })
  version: number;
}
