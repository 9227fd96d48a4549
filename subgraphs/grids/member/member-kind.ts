import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../shared/schema-directives.ts";

export enum VisitorForce {
  ADMINISTRATIVE = "ADMINISTRATIVE",
  SOCIAL = "SOCIAL",
}
registerEnumType(VisitorForce, {
  name: "VisitorForce",
  description: "Which force a visitor belongs to (入户力量, KF-3)",
  valuesConfig: {
    ADMINISTRATIVE: { description: "Administrative force (行政力量): community staff, patrol, coordinators" },
    SOCIAL: { description: "Social force (社会力量): branch secretaries, building heads, party backbone" },
  },
});

export enum CoordinatorClass {
  URBAN_MANAGEMENT = "URBAN_MANAGEMENT",
  SOCIAL_SERVICE = "SOCIAL_SERVICE",
  PUBLIC_ORDER = "PUBLIC_ORDER",
}
registerEnumType(CoordinatorClass, {
  name: "CoordinatorClass",
  description: "The classes coordinators were merged into (协管员类别, BJ-10)",
  valuesConfig: {
    URBAN_MANAGEMENT: { description: "Urban management (城市管理)" },
    SOCIAL_SERVICE: { description: "Social service (社会服务)" },
    PUBLIC_ORDER: { description: "Comprehensive public order (综合治安)" },
  },
});

@Entity()
@ObjectType({
  description:
    "A kind of grid member, as a row: districts have different ones (网格员类型, KF-3, ZY-7, BJ-9)",
})
@Public()
export class MemberKind {
  @Field(() => String, { description: "Kind code, e.g. HOUSEHOLD_LINKED (类型编码)" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Field(() => String, { description: "Name in English (英文名称)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, { description: "Name in Chinese (名称), e.g. 联户党员" })
  @Column({ type: "text" })
  nameZh: string;

  @Field(() => VisitorForce, { description: "Administrative or social force (行政力量、社会力量, KF-3)" })
  @Column({ type: "text" })
  force: VisitorForce;

  @Field(() => CoordinatorClass, {
    nullable: true,
    description:
      "Class of a kind of coordinator; null for members who are no coordinators (协管员类别, BJ-10)",
  })
  @Column({ type: "text", nullable: true })
  coordinatorClass: CoordinatorClass | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether a public-welfare kind of coordinator; null for members who are none, and where no source says (公益性岗位, BJ-9)",
  })
  @Column({ type: "boolean", nullable: true })
  publicWelfare: boolean | null;

  @Field(() => String, { description: "The rule it is known from (依据)" })
  @Column({ type: "text" })
  source: string;
}
