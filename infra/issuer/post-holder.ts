import { refuse } from "../../subgraphs/shared/errors.ts";
import { Post } from "../../subgraphs/shared/principal.ts";

/** A post a person can hold. Subgraphs vouch for themselves with keys of their own; no issuer signs for them. */
export type PersonalPost = Exclude<Post, Post.SERVICE>;

/** Who a token is for. */
export interface PostHolder {
  /** Stable identifier, the token's `sub`; by default the post in its unit, `COMMUNITY_SECRETARY@430105010003`. */
  readonly id?: string;
  readonly name?: string;
  readonly post: PersonalPost;
  /** A territorial body's unit code is its division code, a department's `<district>-<SHORT-NAME>`. */
  readonly unit: string;
  readonly division: string;
  /** `sub` of the person the holder acts for, e.g. a caller on the hotline: kept in access records. */
  readonly onBehalfOf?: string;
}

const DIVISION = /^\d{6}(\d{3}(\d{3})?)?$/;
const DEPARTMENT = /^\d{6}(\d{3}(\d{3})?)?-[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;
const isPersonal = (post: string): post is PersonalPost => Object.hasOwn(Post, post) && post !== Post.SERVICE;

export const personalPosts: readonly PersonalPost[] = Object.values(Post).filter(isPersonal);

/** The division (区划) a unit's code says it is answerable for: a department's is its district. */
export const divisionOfUnit = (unit: string): string => unit.split("-", 1)[0] ?? unit;

/** Who a token is asked for, before anyone has looked: the post may be any word. */
export type ClaimedHolder = Omit<PostHolder, "post"> & { readonly post: string };

/** Refuses what no identity provider would vouch for: no such post, malformed codes, a place the unit is not in. */
export function requireHolder(holder: ClaimedHolder): PostHolder {
  const { post, unit, division } = holder;
  if (!isPersonal(post)) {
    throw refuse("BAD_INPUT", {
      field: "post",
      problem: `${post} is not a person's post; those are ${personalPosts.join(", ")}`,
      problemZh: `${post} 不是人员可担任的岗位`,
    });
  }
  if (!DIVISION.test(unit) && !DEPARTMENT.test(unit)) {
    throw refuse("BAD_INPUT", {
      field: "unit",
      problem: `${unit} is neither a division code of 6, 9 or 12 digits nor <district>-<SHORT-NAME>`,
      problemZh: `${unit} 既不是 6、9 或 12 位区划代码，也不是“区划代码-部门简称”`,
    });
  }
  if (!DIVISION.test(division) || !division.startsWith(divisionOfUnit(unit))) {
    throw refuse("BAD_INPUT", {
      field: "division",
      problem: `${division} is not a division code of 6, 9 or 12 digits within ${divisionOfUnit(unit)}`,
      problemZh: `${division} 不是 ${divisionOfUnit(unit)} 范围内的 6、9 或 12 位区划代码`,
    });
  }
  return { ...holder, post };
}
