import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Key, Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "A housing estate (小区) of one community. It may lie in several grids, and a grid hold several.",
})
@Key("code")
@Public()
export class Estate {
  @Field(() => String, {
    description:
      "Estate code: the community's 12 digits, -E and two digits, e.g. 110117005001-E01 (小区编号)",
  })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Column({ type: "text" })
  communityCode: string;

  @Field(() => String, { description: "Name in use (名称), e.g. 南区回迁小区" })
  @Column({ type: "text" })
  name: string;

  @Field(() => Boolean, { description: "True: made up for the sample data (合成数据)" })
  @Column({ type: "boolean" })
  synthetic: boolean;
}

export const EstateConnection = connectionOf(Estate, { public: true });
