import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Public } from "../../shared/schema-directives.ts";
import type { RecordSource } from "../record-source.ts";

@Entity()
@ObjectType({
  description:
    "The residents' committee of a community, by term: five to nine members, five years (居民委员会, 城市居民委员会组织法 arts. 7, 8)",
})
@Public()
export class ResidentsCommittee {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  communityCode: string;

  @Field(() => GraphQLLocalDate, { description: "Election day (选举日)" })
  @PrimaryColumn({ type: "date" })
  electedOn: Day;

  @Field(() => Int, { description: "Which committee it is since the first, from 1 (届次)" })
  @Column({ type: "int" })
  term: number;

  @Field(() => GraphQLLocalDate, { description: "First day in office (任期起始日)" })
  @Column({ type: "date" })
  inOfficeFrom: Day;

  @Field(() => GraphQLLocalDate, { description: "Last day in office (任期届满日)" })
  @Column({ type: "date" })
  inOfficeUntil: Day;

  @Field(() => String, { description: "Telephone of the committee's office (办公电话)" })
  @Column({ type: "text" })
  officePhone: string;

  @Column({ type: "text" })
  source: RecordSource;

  @Column({ type: "date" })
  retainUntil: Day;
}
