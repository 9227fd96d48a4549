import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Key, RequiresScopes } from "../../shared/schema-directives.ts";
import { householdScopes } from "./household.scopes.ts";
import { toVisitors } from "./in-clear.ts";

@Entity()
@ObjectType({ description: "A household (户) behind one door" })
@Key("id")
@RequiresScopes(...householdScopes)
export class Household {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, {
    description: "Household id: the district's six digits and a suffix of its own (户编号)",
  })
  @PrimaryColumn({ type: "text" })
  id: string;

  @Column({ type: "text" })
  buildingCode: string;

  @Column({ type: "text" })
  communityCode: string;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Field(() => String, { description: "Door within the building (门牌), e.g. 2单元501" })
  @Personal(PersonalKind.ADDRESS, toVisitors)
  @Column({ type: "text" })
  door: string;
}

export const HouseholdConnection = connectionOf(Household);
