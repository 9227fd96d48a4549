import { ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({
  description: "A line of the dispatch catalogue: within a division, a unit takes a matter (派单规则)",
})
export class DispatchRule {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "int" })
  catalogueVersion: number;

  @PrimaryColumn({ type: "text" })
  matterCode: string;

  @PrimaryColumn({ type: "text" })
  unitCode: string;

  @PrimaryColumn({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  itemCode: string | null;
}
