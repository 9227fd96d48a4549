import type { Sex } from "../../../subgraphs/shared/codes.ts";
import { Post, type Principal } from "../../../subgraphs/shared/principal.ts";
import { type NamedPost, namedPosts } from "../../issuer/named-posts.ts";
import { type DepartmentName, departmentCode, departmentKind, departmentsIn } from "./departments.ts";
import type { Frame } from "./frame.ts";
import { personName } from "./names.ts";
import { workPhone } from "./phones.ts";
import type { Community, Street } from "./places.ts";
import type { Random } from "./random.ts";

/** Someone who holds a post (岗位) in a unit; invented. */
export interface Official {
  /** What a token for the post carries as its subject, so that whoever logs in finds their own work. */
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  /** The office line. */
  readonly phone: string;
  readonly post: Post;
  readonly title: string;
  readonly unitCode: string;
  /** The division the post is answerable for. */
  readonly divisionCode: string;
}

/** A post by where it is; the slot tells holders of the same post apart, from 1. */
interface Seat {
  readonly post: Post;
  readonly unitCode: string;
  readonly divisionCode: string;
  readonly slot: number;
}

const seatKey = ({ post, unitCode, divisionCode, slot }: Seat): string => {
  const [ownDivision] = unitCode.split("-", 1);
  const division = divisionCode === ownDivision ? "" : `/${divisionCode}`;
  return `${post}@${unitCode}${division}${slot === 1 ? "" : `#${slot}`}`;
};

/** The posts of the local stack's identity provider that can be asked for by name: their holders sit in our seats. */
const named: ReadonlyMap<string, NamedPost> = new Map(
  namedPosts.map((holder) => [
    seatKey({ post: holder.post, unitCode: holder.unit, divisionCode: holder.division, slot: 1 }),
    holder,
  ]),
);

/** A grid member or resident of a community whom the identity provider knows by name. */
export const namedIn = (post: Post, communityCode: string): NamedPost | undefined =>
  named.get(seatKey({ post, unitCode: communityCode, divisionCode: communityCode, slot: 1 }));

/** Communities one responder looks after at most. */
const COMMUNITIES_OF_RESPONDER = 8;
const DISPATCHERS = 10;
const STREET_LEADERS = 4;
const COMMUNITY_STAFF = 3;

const principals = new WeakMap<Official, Principal>();

/** The official as one who acts, vouched for by the identity provider. */
export function principalOf(official: Official): Principal {
  const known = principals.get(official);
  if (known) return known;
  const { id, name, post, unitCode: unit, divisionCode: division } = official;
  const principal: Principal = { id, name, post, unit, division, scopes: [] };
  principals.set(official, principal);
  return principal;
}

/** Who sits where. Every seat can be asked for by itself; the same seat always has the same holder. */
export class Officials {
  readonly #random: Random;
  readonly #seated = new Map<string, Official>();

  constructor({ random }: Frame) {
    this.#random = random;
  }

  #at(
    post: Post,
    unitCode: string,
    title: string,
    slot = 1,
    divisionCode = unitCode.split("-", 1)[0] ?? unitCode,
  ): Official {
    const key = seatKey({ post, unitCode, divisionCode, slot });
    const seated = this.#seated.get(key);
    if (seated) return seated;
    const dice = this.#random.split(`official/${key}`);
    const holder = named.get(key);
    const { name, sex } = personName(dice);
    const official: Official = {
      id: holder?.id ?? key,
      name: holder?.name ?? name,
      sex,
      phone: workPhone(dice),
      post,
      title,
      unitCode,
      divisionCode,
    };
    this.#seated.set(key, official);
    return official;
  }

  districtLeader(districtCode: string, slot = 1): Official {
    return this.#at(Post.DISTRICT_LEADER, districtCode, slot === 1 ? "区（市）委书记" : "副区（市）长", slot);
  }

  /** One of those on shift at the command centre (ZY-12). */
  dispatcher(districtCode: string, slot: number): Official {
    return this.#at(
      Post.CENTRE_DISPATCHER,
      `${districtCode}-COMMAND-CENTRE`,
      "派单员",
      1 + (slot % DISPATCHERS),
    );
  }

  /** Of the supervision centre, which registers and closes street-order cases (CJJ/T 106). */
  supervisor(districtCode: string): Official {
    return this.#at(Post.RESPONDER, `${districtCode}-SUPERVISION-CENTRE`, "监督员");
  }

  listKeeper(districtCode: string): Official {
    return this.#at(Post.LIST_KEEPER, `${districtCode}-ESTABLISHMENT-OFFICE`, "清单管理员");
  }

  performanceOffice(districtCode: string): Official {
    return this.#at(Post.PERFORMANCE_OFFICE, `${districtCode}-PERFORMANCE-OFFICE`, "考核员");
  }

  /** 总应哨人: the department's principal officer (KF-12). */
  chief(districtCode: string, department: DepartmentName): Official {
    const title = departmentKind(department).company ? "总经理" : "局长（主任）";
    return this.#at(Post.CHIEF_RESPONDER, departmentCode(districtCode, department), title);
  }

  /** 应哨人 for a community (KF-11): stationed staff, or who is linked to the sub-district. */
  responder(department: DepartmentName, community: Community): Official {
    const { street } = community;
    const slot = 1 + Math.floor(street.communities.indexOf(community) / COMMUNITIES_OF_RESPONDER);
    return this.responderOf(department, street, slot);
  }

  responderOf(department: DepartmentName, street: Street, slot: number): Official {
    const { station } = departmentKind(department);
    const title = station ? `${station}工作人员` : "片区联络员";
    const code = departmentCode(street.districtCode, department);
    return this.#at(Post.RESPONDER, code, title, slot, street.code);
  }

  /** 街道（乡镇）领导; the first is the secretary. */
  streetLeader(street: Street, slot = 1): Official {
    return this.#at(
      Post.SUBDISTRICT_LEADER,
      street.code,
      slot === 1 ? "党工委书记" : "班子成员",
      1 + ((slot - 1) % STREET_LEADERS),
    );
  }

  /** 联点领导: the leader of the sub-district that a community turns to (KF-8). */
  linkedLeader(community: Community): Official {
    return this.streetLeader(community.street, 1 + community.street.communities.indexOf(community));
  }

  /** Of the street's governance centre, which leads the mediation of disputes (GZ-14). */
  governanceCentre(street: Street): Official {
    return this.#at(Post.RESPONDER, `${street.code}-GOVERNANCE-CENTRE`, "综治中心工作人员");
  }

  secretary(community: Community): Official {
    return this.#at(Post.COMMUNITY_SECRETARY, community.code, community.urban ? "社区书记" : "村书记");
  }

  communityStaff(community: Community, slot: number): Official {
    return this.#at(Post.COMMUNITY_STAFF, community.code, "社区工作者", 1 + (slot % COMMUNITY_STAFF));
  }

  *all({ scale }: Frame): Iterable<Official> {
    for (const code of new Set(scale.streets.map((street) => street.districtCode))) {
      yield this.districtLeader(code);
      yield this.districtLeader(code, 2);
      for (let slot = 0; slot < DISPATCHERS; slot++) yield this.dispatcher(code, slot);
      yield this.supervisor(code);
      yield this.performanceOffice(code);
      yield this.listKeeper(code);
      yield this.#at(Post.DATA_STEWARD, `${code}-DATA-BUREAU`, "数据管理员");
      for (const department of departmentsIn(code)) {
        yield this.chief(code, department);
        yield this.#at(Post.DATA_STEWARD, departmentCode(code, department), "数据管理员");
      }
    }
    for (const street of scale.streets) {
      for (let slot = 1; slot <= STREET_LEADERS; slot++) yield this.streetLeader(street, slot);
      const slots = Math.ceil(street.communities.length / COMMUNITIES_OF_RESPONDER);
      for (const department of departmentsIn(street.districtCode)) {
        for (let slot = 1; slot <= slots; slot++) yield this.responderOf(department, street, slot);
      }
      for (const community of street.communities) {
        yield this.secretary(community);
        for (let slot = 0; slot < COMMUNITY_STAFF; slot++) yield this.communityStaff(community, slot);
      }
    }
  }
}
