import { registerEnumType } from "type-graphql";

/** The lists that make dispatch lawful (GZ-6, GZ-7, GZ-12, PG-6): five kinds over one item model. */
export enum ListKind {
  POWER = "POWER",
  DUTY = "DUTY",
  SERVICE = "SERVICE",
  MICRO_POWER = "MICRO_POWER",
  COMMUNITY_ACCESS = "COMMUNITY_ACCESS",
}
registerEnumType(ListKind, {
  name: "ListKind",
  description: "What a list states of its holder (清单类型, GZ-12)",
  valuesConfig: {
    POWER: { description: "What the holder may do (权力清单)" },
    DUTY: { description: "What the holder must do (责任清单)" },
    SERVICE: { description: "What the holder offers (服务清单)" },
    MICRO_POWER: { description: "Matters a village decides by itself (小微权力清单, PG-6)" },
    COMMUNITY_ACCESS: {
      description: "All that may be placed on the holder's communities (社区准入事项, GZ-7)",
    },
  },
});
