import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({
  description:
    "A version of a district's dispatch catalogue (派单目录): which unit leads which matter, by which item (PG-4)",
})
export class DispatchCatalogue {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => Int, { description: "1, 2, 3 … (版本)" })
  @PrimaryColumn({ type: "int" })
  version: number;

  @Field(() => GraphQLLocalDate, {
    description: "First day on which it counts, until the next version does (生效日期)",
  })
  @Column({ type: "date" })
  effectiveFrom: string;

  @Column({ type: "text" })
  arbiterUnitCode: string;
}
