import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Personal, PersonalKind, toColleagues } from "../../shared/personal.ts";

@Entity()
@ObjectType({
  description:
    "A liaison (分片联系): somebody of a department linked to a sub-district, or of a station linked to a community; responders are chosen from among them (KF-13)",
})
export class Liaison {
  @Field(() => ID, { description: "Identifier of the link (联系标识)" })
  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Column({ type: "text" })
  unitCode: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Field(() => String, { description: "The person's identifier, as in their token (人员标识)" })
  @Column({ type: "text" })
  personId: string;

  @Field(() => String, { description: "Name, as on the public notice (姓名)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Post (职务)" })
  @Column({ type: "text" })
  post: string;

  @Field(() => String, {
    description: "Telephone at work; not on the public notice, masked for residents (联系电话)",
  })
  @Personal(PersonalKind.PHONE, toColleagues)
  @Column({ type: "text" })
  phone: string;

  @Field(() => GraphQLLocalDate, { description: "First day of the link (联系起始日)" })
  @Column({ type: "date" })
  validFrom: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day no longer linked; null while it is open (联系终止日)",
  })
  @Column({ type: "date", nullable: true })
  validUntil: string | null;
}
