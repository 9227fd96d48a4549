import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({
  description:
    "A member of a joint enforcement team (综合执法队队员): works in the team, stays on the books of the home department (KF-14)",
})
export class TeamMember {
  @Field(() => ID, { description: "Identifier of the membership (编组标识)" })
  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Column({ type: "text" })
  teamCode: string;

  @Column({ type: "text" })
  homeUnitCode: string;

  @Field(() => String, { description: "The person's identifier, as in their token (人员标识)" })
  @Column({ type: "text" })
  personId: string;

  @Field(() => String, { description: "Name, as on the public notice (姓名)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Post (职务)" })
  @Column({ type: "text" })
  post: string;

  @Field(() => GraphQLLocalDate, { description: "First day in the team (编入日期)" })
  @Column({ type: "date" })
  validFrom: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day no longer in the team; null while it is open (退出日期)",
  })
  @Column({ type: "date", nullable: true })
  validUntil: string | null;
}
