/**
 * The posts (岗位) people hold in whistle-and-report. What a post may do is judged by each subgraph's lifecycles;
 * what it may read, by the scopes its token carries.
 */
export enum Post {
  /** 居民: reports, follows own case, grades. */
  RESIDENT = "RESIDENT",
  /** 网格员: visits households, reports from the grid. */
  GRID_MEMBER = "GRID_MEMBER",
  /** 社区工作者: verifies and handles what a community can do by itself. */
  COMMUNITY_STAFF = "COMMUNITY_STAFF",
  /** 社区书记: the only post that may blow an emergency whistle (KF-9). */
  COMMUNITY_SECRETARY = "COMMUNITY_SECRETARY",
  /** 街道(乡镇)领导: blows the tackling whistle, is the linked leader of communities (KF-8, KF-10). */
  SUBDISTRICT_LEADER = "SUBDISTRICT_LEADER",
  /** 指挥中心派单员: takes in, matches, dispatches, calls back (ZY-12, GZ-16). */
  CENTRE_DISPATCHER = "CENTRE_DISPATCHER",
  /** 应哨人: a department's designated responder for a community (KF-11). */
  RESPONDER = "RESPONDER",
  /** 总应哨人: a department's principal officer (KF-12). */
  CHIEF_RESPONDER = "CHIEF_RESPONDER",
  /** 绩效办: keeps the assessments and the negative list (KF-15, KF-17). */
  PERFORMANCE_OFFICE = "PERFORMANCE_OFFICE",
  /** 编办: keeps units and the power, duty and service lists (GZ-6, GZ-11). */
  LIST_KEEPER = "LIST_KEEPER",
  /** 区委区政府: approves grants, hand-downs and comprehensive assessments (GZ-5, GZ-9, GZ-10). */
  DISTRICT_LEADER = "DISTRICT_LEADER",
  /** 数据管理员: a department's data owner. */
  DATA_STEWARD = "DATA_STEWARD",
  /** A subgraph acting for itself: reads feeds, checks lists. Never a person. */
  SERVICE = "SERVICE",
}

/** Which rows of a type a grant opens (可见范围). */
export enum Rows {
  /** 本辖区: those of the caller's own division. */
  OWN_DIVISION = "OWN_DIVISION",
  /** 本网格: those of the grids a grid member serves. */
  OWN_GRIDS = "OWN_GRIDS",
  /** 本案: those that belong to the case. */
  THIS_CASE = "THIS_CASE",
  /** 全部: every row of the owner's. */
  ALL = "ALL",
}

/** What belongs to a case (案件), as the command centre knows it. All of one district. */
export interface CaseScope {
  /** The ticket's number: a case is known by it. */
  readonly number: string;
  /** That ticket and those it was merged with. */
  readonly tickets: readonly string[];
  readonly whistles: readonly string[];
  /** `Resident.id` of those whom it is about. */
  readonly residents: readonly string[];
  /** `Business.creditCode` of the businesses it is about. */
  readonly businesses: readonly string[];
  /** Codes of the buildings and grids it happened in. */
  readonly buildings: readonly string[];
  readonly grids: readonly string[];
}

/** What the owner of one subgraph lets a caller from elsewhere see of it, on the basis and for the case they state. */
export interface Access {
  /** The lawful basis (依据): a power item's code, or an agreement's number. */
  readonly basis?: string;
  readonly case?: CaseScope;
  /** Grids the caller serves, where the caller is a grid member. */
  readonly grids?: readonly string[];
  /** By type: the rows that a grant in force opens. What is not named stays closed. */
  readonly rows: Readonly<Record<string, Rows>>;
  /** Coordinates (`Type.field`) of personal data shown as they are; everything personal else is masked. */
  readonly clear: readonly string[];
}

/** Who asks, as the identity provider vouched for it and the gateway passed it on under its signature. */
export interface Principal {
  /** Stable identifier of the person or service (JWT `sub`). */
  readonly id: string;
  readonly name: string;
  readonly post: Post;
  /** Code of the unit the post belongs to, e.g. `430105010` or `430105-MARKET-SUPERVISION`. */
  readonly unit: string;
  /** Division code (区划代码) the post is answerable for: 6 digits a district, 9 a sub-district, 12 a community. */
  readonly division: string;
  /** OAuth scopes, matched against `@requiresScopes`. */
  readonly scopes: readonly string[];
  /** Who reads in this principal's name and with their rights, where the token was exchanged for that (RFC 8693 `act`). */
  readonly actor?: string;
  /** Whom the principal acts for, by the token (`on_behalf_of`): a caller on the hotline. It gives no rights. */
  readonly onBehalfOf?: string;
  /**
   * What the owner of the subgraph that is asked lets this caller see. The gateway puts it there, for each subgraph its
   * own; absent where nothing was granted.
   */
  readonly access?: Access;
}

/** A subgraph acting for itself, under the same grants and rules as a person. */
export const servicePrincipal = (subgraph: string): Principal => ({
  id: `service:${subgraph}`,
  name: subgraph,
  post: Post.SERVICE,
  unit: subgraph,
  division: "",
  scopes: ["feed:read"],
});

/** Whether it is somebody in office (任职人员), and neither a resident nor a subgraph. */
export const holdsPost = ({ post }: Principal): boolean => post !== Post.SERVICE && post !== Post.RESIDENT;

/**
 * Whether the principal serves in the department whose units' codes end in `owner`: its bureau in the district and its
 * stations in the sub-districts.
 */
export const servesIn = (principal: Principal, owner: string): boolean =>
  holdsPost(principal) && principal.unit.replace(/^\d+-/, "") === owner;

/** The six-digit district (区县) a division or unit code lies in. */
export const districtOf = (code: string): string => code.slice(0, 6);

/** Whether the principal's division contains `code`: codes nest by prefix (GB/T 2260, 10114). */
export const coversDivision = (principal: Principal, code: string): boolean =>
  code.startsWith(principal.division);
