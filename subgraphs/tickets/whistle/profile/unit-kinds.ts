import { Post } from "../../../shared/principal.ts";

/** Inside which division of the whistle a called unit must lie, the narrowest first. */
export const reaches = ["COMMUNITY", "SUBDISTRICT", "DISTRICT"] as const;
export type Reach = (typeof reaches)[number];

/**
 * What a blower's unit is, told by its code: a territorial body of some level, a department of the district, or the one
 * department that is its command centre.
 */
export const bodies = ["COMMUNITY", "SUBDISTRICT", "DISTRICT", "DEPARTMENT", "CENTRE"] as const;
export type Body = (typeof bodies)[number];

const ofCommunity = [Post.GRID_MEMBER, Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY] as const;
const ofDepartment = [Post.RESPONDER, Post.CHIEF_RESPONDER] as const;

export interface UnitKindFacts {
  /** Posts in which people serve there. */
  readonly posts: readonly Post[];
  /** The narrowest place that can hold such a unit. */
  readonly within: Reach;
}

/** The kinds of unit a whistle can call, as the departments subgraph names them. */
export const unitKinds = {
  DISTRICT_GOVERNMENT: { posts: [Post.DISTRICT_LEADER], within: "DISTRICT" },
  DEPARTMENT: { posts: ofDepartment, within: "DISTRICT" },
  SUBDISTRICT_OFFICE: { posts: [Post.SUBDISTRICT_LEADER], within: "SUBDISTRICT" },
  COMMUNITY_OFFICE: { posts: ofCommunity, within: "COMMUNITY" },
  VILLAGE_COMMITTEE: { posts: ofCommunity, within: "COMMUNITY" },
  INTERNAL_OFFICE: { posts: ofDepartment, within: "SUBDISTRICT" },
  PUBLIC_INSTITUTION: { posts: ofDepartment, within: "SUBDISTRICT" },
  STATION: { posts: ofDepartment, within: "SUBDISTRICT" },
  ENFORCEMENT_TEAM: { posts: ofDepartment, within: "SUBDISTRICT" },
  GOVERNANCE_CENTRE: { posts: ofDepartment, within: "COMMUNITY" },
  COMMAND_CENTRE: { posts: [Post.CENTRE_DISPATCHER], within: "DISTRICT" },
  PARTY_BRANCH: { posts: [...ofCommunity, ...ofDepartment], within: "COMMUNITY" },
  COMPANY: { posts: ofDepartment, within: "COMMUNITY" },
} as const satisfies Readonly<Record<string, UnitKindFacts>>;

export type UnitKind = keyof typeof unitKinds;

/** Which kinds of unit a body can be. What is no territorial body and not the centre is a department's. */
export const kindsOfBody: Readonly<Record<Body, readonly UnitKind[]>> = {
  COMMUNITY: ["COMMUNITY_OFFICE", "VILLAGE_COMMITTEE"],
  SUBDISTRICT: ["SUBDISTRICT_OFFICE"],
  DISTRICT: ["DISTRICT_GOVERNMENT"],
  CENTRE: ["COMMAND_CENTRE"],
  DEPARTMENT: [
    "DEPARTMENT",
    "INTERNAL_OFFICE",
    "PUBLIC_INSTITUTION",
    "STATION",
    "ENFORCEMENT_TEAM",
    "GOVERNANCE_CENTRE",
    "COMMAND_CENTRE",
    "PARTY_BRANCH",
    "COMPANY",
  ],
};

/** For what a post acts when it blows. */
export const bodiesOfPost: Readonly<Record<Post, readonly Body[]>> = {
  RESIDENT: ["COMMUNITY"],
  GRID_MEMBER: ["COMMUNITY"],
  COMMUNITY_STAFF: ["COMMUNITY"],
  COMMUNITY_SECRETARY: ["COMMUNITY"],
  SUBDISTRICT_LEADER: ["SUBDISTRICT"],
  DISTRICT_LEADER: ["DISTRICT"],
  CENTRE_DISPATCHER: ["CENTRE", "DEPARTMENT"],
  RESPONDER: ["DEPARTMENT"],
  CHIEF_RESPONDER: ["DEPARTMENT"],
  PERFORMANCE_OFFICE: ["DEPARTMENT"],
  LIST_KEEPER: ["DEPARTMENT"],
  DATA_STEWARD: ["DEPARTMENT"],
  SERVICE: [],
};
