import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Key, Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description: "A matter people raise (诉求事项), in a catalogue of two levels kept by each district (ZY-4)",
})
@Key("code")
@Public()
export class Matter {
  @Field(() => String, {
    description: "District and two digits for a class, four for a matter in it, e.g. 110117-0803 (事项代码)",
  })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Column({ type: "text", insert: false, update: false })
  districtCode: string;

  @Column({ type: "text", nullable: true, insert: false, update: false })
  parentCode: string | null;

  @Field(() => String, { description: "Name, e.g. 充电设施 (名称)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => [String], { description: "Words by which people speak of it (关键词)" })
  @Column({ type: "text", array: true })
  keywords: string[];
}
