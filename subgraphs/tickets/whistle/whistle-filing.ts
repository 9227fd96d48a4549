import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Notice given, not approval asked: it is made in the moment the whistle is blown, by the system itself (KF-9). */
@Entity()
@ObjectType({ description: "A whistle filed with a unit that must know of it (报备, KF-9)" })
export class WhistleFiling {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @PrimaryColumn({ type: "text" })
  unitCode: string;

  @Field(() => Date, { description: "When it was filed: the moment of the whistle (报备时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  filedAt: Date;
}
