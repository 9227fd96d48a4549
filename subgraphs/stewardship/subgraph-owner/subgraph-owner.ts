import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Key, Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "Who owns a part of the graph: decides who else may read it, and is told who did (数据责任单位). One service of the owner's, called a subgraph",
})
@Key("subgraph")
@Public()
export class SubgraphOwner {
  @Field(() => String, { description: "Name of the subgraph, e.g. `civil-affairs` (子图名称)" })
  @PrimaryColumn({ type: "text" })
  subgraph: string;

  @Field(() => String, {
    description:
      "What the code of the owning unit ends in, e.g. `CIVIL-AFFAIRS`; in a district the unit is `430105-CIVIL-AFFAIRS` (责任单位简码)",
  })
  @Column({ type: "text" })
  unit: string;

  @Field(() => String, { description: "What the unit is usually called, e.g. 民政局 (责任单位名称)" })
  @Column({ type: "text" })
  title: string;
}
