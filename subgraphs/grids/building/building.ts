import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Key, Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "A building (楼栋) with its QR plate (一号一码, ZY-14): a scan gives the grid and its members without typing.",
})
@Key("code")
@Public()
export class Building {
  @Field(() => String, {
    description:
      "What the QR plate carries; it tells nothing about the neighbours' codes (二维码编号, ZY-14)",
  })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Column({ type: "text" })
  communityCode: string;

  @Column({ type: "text", nullable: true })
  estateCode: string | null;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Field(() => String, { description: "Name as on the wall (名称), e.g. 3号楼" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Address from the sub-district down (地址)" })
  @Column({ type: "text" })
  address: string;

  @Column({ type: "double precision" })
  longitude: number;

  @Column({ type: "double precision" })
  latitude: number;

  @Field(() => Boolean, { description: "True: made up for the sample data (合成数据)" })
  @Column({ type: "boolean" })
  synthetic: boolean;
}

export const BuildingConnection = connectionOf(Building, { public: true });
