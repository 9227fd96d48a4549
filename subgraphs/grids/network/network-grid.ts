import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../shared/schema-directives.ts";

/** The networks that were joined into one (BJ-5). */
export enum SourceNetwork {
  URBAN_MANAGEMENT = "URBAN_MANAGEMENT",
  SOCIAL_SERVICE = "SOCIAL_SERVICE",
  PUBLIC_SECURITY = "PUBLIC_SECURITY",
  LAW_ENFORCEMENT = "LAW_ENFORCEMENT",
}
registerEnumType(SourceNetwork, {
  name: "SourceNetwork",
  description: "A network that was joined into the unified grids (多网融合, BJ-5)",
  valuesConfig: {
    URBAN_MANAGEMENT: { description: "Urban management network (城市管理网)" },
    SOCIAL_SERVICE: { description: "Social service management network (社会服务管理网)" },
    PUBLIC_SECURITY: { description: "Public security network (社会治安网)" },
    LAW_ENFORCEMENT: { description: "Joint enforcement network (城管综合执法网)" },
  },
});

@Entity()
@ObjectType({
  description:
    "What a source network calls a unified grid; several of its grids may be one of ours (网格映射, BJ-5)",
})
@Public()
export class NetworkGrid {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => SourceNetwork, { description: "The network (来源网络)" })
  @PrimaryColumn({ type: "text" })
  network: SourceNetwork;

  @Field(() => String, {
    description: "The network's own id for its grid, unique in the district (原网格编号)",
  })
  @PrimaryColumn({ type: "text" })
  networkGridId: string;

  @Column({ type: "text" })
  gridCode: string;
}
