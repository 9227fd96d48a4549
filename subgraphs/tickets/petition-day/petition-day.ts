import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Public } from "../../shared/schema-directives.ts";

/** Ids are made up by the database: whatever else is asked for is no petition day's. */
export const isPetitionDayId = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Announced beforehand, so that people know when somebody who can decide will hear them. */
@Entity()
@ObjectType({
  description: "A day on which a leader hears whoever comes, announced beforehand (信访接待日, GZ-17)",
})
@Public()
export class PetitionDay {
  @Column({ type: "text" })
  districtCode: string;

  @Field(() => ID, { description: "Its identifier (标识)" })
  @PrimaryColumn({ type: "uuid", default: () => "gen_random_uuid()" })
  id: string;

  @Column({ type: "text" })
  unitCode: string;

  /** Whose people are heard: the land the unit is answerable for. */
  @Column({ type: "text" })
  divisionCode: string;

  @Field(() => GraphQLLocalDate, { description: "The day (日期)" })
  @Column({ type: "date" })
  day: Day;

  @Field(() => String, { description: "The leader who hears them; leaders' days are public (接访领导)" })
  @Column({ type: "text" })
  leaderName: string;

  @Field(() => String, { description: "The leader's post, e.g. 街道党工委书记 (接访领导职务)" })
  @Column({ type: "text" })
  leaderPost: string;

  @Field(() => String, { description: "Where to come to, in words (接访地点)" })
  @Column({ type: "text" })
  place: string;

  @Column({ type: "timestamptz", precision: 3 })
  announcedAt: Date;
}

export const PetitionDayConnection = connectionOf(PetitionDay, { public: true });
