import { type Said, texts } from "../language/language.tsx";
import type { Post } from "../language/terms.ts";
import type { Room } from "../routes.ts";

/** What a post is there for. The gateway and the departments judge what may be done; this only tells. */
export interface Duties {
  readonly does: Said<string>;
  /** Of tickets and people; what other departments hold is open by their owners' grants alone. */
  readonly sees: Said<string>;
  /** The rooms of its daily work, the first of them first. */
  readonly rooms: readonly Room[];
}

const district = texts("Every ticket of the district.", "全区工单。");
const called = texts(
  "Tickets handled by the own unit, and those it is called to, until they are struck off.",
  "本单位承办的工单，以及被吹哨或派单协办的工单，销账为止。",
);
const community = texts(
  "Tickets that lie in the community, its residents and their households.",
  "本社区内的工单、居民及户信息。",
);

export const duties: Readonly<Record<Exclude<keyof typeof Post, "SERVICE">, Duties>> = {
  RESIDENT: {
    does: texts(
      "Makes demands, follows what becomes of them, says whether they were solved.",
      "提出诉求、跟踪办理、评价结果。",
    ),
    sees: texts(
      "One's own demands and their tickets, and who read one's data.",
      "本人的诉求和工单，以及谁查看过本人数据。",
    ),
    rooms: ["work", "case", "access"],
  },
  GRID_MEMBER: {
    does: texts(
      "Visits households, reports what is found in the grid, checks on the spot.",
      "入户走访、巡查上报、现场核实。",
    ),
    sees: texts(
      "Tickets of the grids served, their residents and households.",
      "所服务网格的工单、居民及户信息。",
    ),
    rooms: ["work", "case", "tickets"],
  },
  COMMUNITY_STAFF: {
    does: texts(
      "Verifies demands and handles what the community can do by itself.",
      "核实诉求，办理社区能自行解决的事项。",
    ),
    sees: community,
    rooms: ["work", "tickets", "case"],
  },
  COMMUNITY_SECRETARY: {
    does: texts(
      "Leads the community's work; blows routine and emergency whistles.",
      "主持社区工作，吹日常哨、应急哨。",
    ),
    sees: community,
    rooms: ["work", "whistles", "tickets"],
  },
  SUBDISTRICT_LEADER: {
    does: texts(
      "Blows tackling whistles, evaluates who reported for duty, leads the street's tickets.",
      "吹攻坚哨、评价到场部门、主持街道工单办理。",
    ),
    sees: texts(
      "Tickets of the sub-district, and those the street handles.",
      "本街道的工单，以及街道承办的工单。",
    ),
    rooms: ["whistles", "work", "tickets", "overview"],
  },
  CENTRE_DISPATCHER: {
    does: texts(
      "Takes demands in, matches them to who is competent, dispatches, strikes off.",
      "受理诉求、匹配权责、派单、销账。",
    ),
    sees: district,
    rooms: ["work", "tickets", "case", "whistles", "overview"],
  },
  RESPONDER: {
    does: texts(
      "Signs for what is sent, comes when whistled for, takes measures.",
      "签收派单、应哨到场、采取措施。",
    ),
    sees: called,
    rooms: ["work", "whistles", "case"],
  },
  CHIEF_RESPONDER: {
    does: texts(
      "Answers for the department: late whistles, extensions, contested duties.",
      "统筹本部门应哨：超时督促、延期申请、权责争议。",
    ),
    sees: called,
    rooms: ["work", "whistles", "overview"],
  },
  PERFORMANCE_OFFICE: {
    does: texts(
      "Calls demanders back, keeps the three rates and the negative list.",
      "回访诉求人，管理三率考核和负面清单。",
    ),
    sees: district,
    rooms: ["overview", "work", "tickets"],
  },
  LIST_KEEPER: {
    does: texts(
      "Keeps units and the power, duty and service lists that dispatching goes by.",
      "维护单位和权力、责任、服务清单，派单以此为据。",
    ),
    sees: texts("Lists, units and what was granted; no tickets.", "清单、单位和赋权情况，不含工单。"),
    rooms: ["work", "overview"],
  },
  DISTRICT_LEADER: {
    does: texts(
      "Looks at the whole district, approves handing down and comprehensive assessment.",
      "掌握全区情况，审批赋权下放和综合考核。",
    ),
    sees: district,
    rooms: ["overview", "whistles", "tickets"],
  },
  DATA_STEWARD: {
    does: texts(
      "Answers for the department's data: grants, access records, agreements.",
      "管理本部门数据：授权、访问记录、协议。",
    ),
    sees: texts(
      "Every ticket of the district, and who read the department's data.",
      "全区工单，以及谁读过本部门数据。",
    ),
    rooms: ["access", "overview"],
  },
};

/** What is known of a post by its name in a token; undefined of one that this page does not know. */
export const dutiesOf = (post: string): Duties | undefined =>
  Object.hasOwn(duties, post) ? duties[post as keyof typeof duties] : undefined;
