import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "Another name of a place (别名): one body may carry two (马坊镇 and 马坊地区), a place may have a name and no code (锦绣社区)",
})
@Public()
export class PlaceAlias {
  @PrimaryGeneratedColumn({ type: "bigint" })
  id: string;

  @Field(() => String, { description: "The name (名称)" })
  @Column({ type: "text" })
  name: string;

  /** Names repeat across the country: the division within which this one means the place. */
  @Column({ type: "text" })
  withinCode: string;

  @Column({ type: "text", nullable: true })
  divisionCode: string | null;

  @Column({ type: "text", nullable: true })
  estateCode: string | null;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Field(() => String, { description: "Where the name is known from (来源)" })
  @Column({ type: "text" })
  source: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day of the name; null when not known (启用日期)",
  })
  @Column({ type: "date", nullable: true })
  validFrom: Day | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day on which it is a former name; null while it is in use (停用日期)",
  })
  @Column({ type: "date", nullable: true })
  validTo: Day | null;
}
