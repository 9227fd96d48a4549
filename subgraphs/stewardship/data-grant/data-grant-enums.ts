import { registerEnumType } from "type-graphql";
import { Post, Rows } from "../../shared/principal.ts";

/** The steps of a data grant; `data-grant.lifecycle.ts` says who takes which. */
export enum DataGrantState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  REVOKED = "REVOKED",
}
registerEnumType(DataGrantState, {
  name: "DataGrantState",
  description: "State of a data grant; whether it has expired is told by its time (数据授权状态)",
  valuesConfig: {
    REQUESTED: { description: "The consumer asked for it (已申请)" },
    APPROVED: { description: "The owner approved it: in force from `validFrom` (已批准)" },
    REFUSED: { description: "The owner refused it (已驳回)" },
    REVOKED: { description: "Revoked before its time (已撤销)" },
  },
});

registerEnumType(Rows, {
  name: "Rows",
  description: "Which rows of a type a grant opens (可见范围)",
  valuesConfig: {
    OWN_DIVISION: { description: "Those of the caller's own division (本辖区)" },
    OWN_GRIDS: { description: "Those of the grids a grid member serves (本网格)" },
    THIS_CASE: { description: "Those that belong to the case stated (本案)" },
    ALL: { description: "Every row of the owner's (全部)" },
  },
});

registerEnumType(Post, {
  name: "Post",
  description: "The post a person holds (岗位)",
  valuesConfig: {
    RESIDENT: { description: "Resident (居民)" },
    GRID_MEMBER: { description: "Grid member (网格员)" },
    COMMUNITY_STAFF: { description: "Community staff (社区工作者)" },
    COMMUNITY_SECRETARY: { description: "Community secretary (社区书记)" },
    SUBDISTRICT_LEADER: { description: "Leader of a sub-district (街道领导)" },
    CENTRE_DISPATCHER: { description: "Dispatcher of the command centre (派单员)" },
    RESPONDER: { description: "Designated responder (应哨人)" },
    CHIEF_RESPONDER: { description: "A department's principal officer (总应哨人)" },
    PERFORMANCE_OFFICE: { description: "Performance office (绩效办)" },
    LIST_KEEPER: { description: "List keeper of the establishment office (编办)" },
    DISTRICT_LEADER: { description: "District committee and government (区委区政府)" },
    DATA_STEWARD: { description: "A unit's data owner (数据管理员)" },
    SERVICE: { description: "A subgraph acting for itself, never a person (服务)" },
  },
});
