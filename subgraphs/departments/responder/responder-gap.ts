import { ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A row of the view of all (department, community) pairs that must have a responder; a listed one has none. */
@Entity("responder_duty")
@ObjectType({
  description:
    "A department that must have a responder for a community and has none: a data error to clear (应哨人空缺, KF-11)",
})
export class ResponderGap {
  @PrimaryColumn({ type: "text" })
  unitCode: string;

  @PrimaryColumn({ type: "text" })
  communityCode: string;

  @Column({ type: "text" })
  districtCode: string;

  @Column({ type: "daterange", select: false })
  validDuring: string;
}
