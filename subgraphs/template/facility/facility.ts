import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({ description: "Facility on record with the owner (示例设施)" })
@Key("number")
@Granted()
export class Facility {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-FACILITY-0001 (编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => String, { description: "What it is called (名称)" })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  gridCode: string;

  @Personal(PersonalKind.NAME)
  @Field(() => String, { description: "Who is asked about it. Personal data (联系人姓名)" })
  @Column({ type: "text" })
  contactName: string;

  /** Who the contact is when signed in. */
  @Column({ type: "text", nullable: true })
  contactPersonId: string | null;
}

export const FacilityConnection = connectionOf(Facility);
