import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "A grid party branch (网格党支部). One may serve several grids: 47 branches for 112 grids (GZ-13).",
})
@Public()
export class PartyBranch {
  @Field(() => String, { description: "Branch code (党支部编号)" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Field(() => String, { description: "Name (名称)" })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  communityCode: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of the branch secretary, who answers publicly; null when the post is vacant (支部书记)",
  })
  @Column({ type: "text", nullable: true })
  secretaryName: string | null;
}
