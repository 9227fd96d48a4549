import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "A sub-district's joint enforcement team: people of several departments under one roof (街道综合执法队, KF-14)",
})
@Public()
export class EnforcementTeam {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  /** Of the sub-district: it has one team. */
  @PrimaryColumn({ type: "text" })
  divisionCode: string;

  @Column({ type: "text" })
  unitCode: string;

  @Field(() => GraphQLLocalDate, { description: "Day it was set up (成立日期)" })
  @Column({ type: "date" })
  formedOn: Day;
}
