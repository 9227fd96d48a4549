import {
  type Access,
  type CaseScope,
  Post,
  type Principal,
  Rows,
  servesIn,
} from "../../subgraphs/shared/principal.ts";
import { type Terms, typeOf } from "./grant-book.ts";
import type { GrantNeeded, Needed } from "./needed.ts";

/** Why nobody's grant helps this request, where that is so for all of them. */
export type Standing = "ENTITLED" | "NO_BASIS" | "BASIS_NOT_IN_FORCE" | "NO_GRANTS" | "STEWARDSHIP_DOWN";

/** How much a grant opens, the least first. */
const byExtent = [Rows.THIS_CASE, Rows.OWN_GRIDS, Rows.OWN_DIVISION, Rows.ALL];

/** Rows one answer may give on a grant that says nothing of it (单次导出上限): a page. */
export const usualListMaximum = 100;

export interface Stated {
  readonly basis?: string | undefined;
  readonly case?: CaseScope | undefined;
  readonly grids?: readonly string[] | undefined;
}

/**
 * What one caller may see of others' data in one request: what they reach by themselves, as the owner's staff or as the
 * resident concerned, and what grants in force open on the basis and for the case they state.
 */
export class Entitlements {
  /** The same for all whose operations may ask the same of others. */
  readonly key: string;
  /** The same for all who read on the same grants. */
  readonly grantsKey: string;
  readonly #principal: Principal | null;
  readonly #standing: Standing;
  readonly #grants: readonly Terms[];
  readonly #stated: Stated;
  readonly #seenBy = new Map<string, Principal | null>();

  constructor(
    principal: Principal | null,
    standing: Standing,
    grants: readonly Terms[] = [],
    stated: Stated = {},
  ) {
    this.#principal = principal;
    this.#standing = standing;
    this.#grants = grants;
    this.#stated = stated;
    this.grantsKey = grants.map(({ number }) => number).join(" ");
    this.key = JSON.stringify([
      kindOf(principal),
      standing,
      grants.map(({ owner, coordinates }) => [owner, coordinates]),
    ]);
  }

  /** What the caller lacks to read it; undefined where nothing is lacking. */
  lackOf(needed: GrantNeeded): Needed | undefined {
    const principal = this.#principal;
    if (!principal) return { needed: "a valid token", neededZh: "有效令牌" };
    if (this.#reachesByItself(needed.owner)) return undefined;
    if (needed.orTakingPart && principal.post !== Post.SERVICE) return undefined;
    if (this.#grants.some((grant) => opens(grant, needed))) return undefined;
    return {
      ...words[this.#standing](needed),
      reason: this.#standing === "ENTITLED" ? "NO_GRANTS" : this.#standing,
      subgraph: needed.subgraph,
      type: needed.type,
    };
  }

  /** Numbers of the grants by which rows of the types are read. */
  grantsOf(subgraph: string, types: ReadonlySet<string>): readonly string[] {
    return this.#grants
      .filter(
        ({ owner, coordinates }) => owner === subgraph && coordinates.some((each) => types.has(typeOf(each))),
      )
      .map(({ number }) => number);
  }

  /**
   * Rows one answer may give of it, by the grant that allows most; undefined where the caller reaches it without a grant,
   * and where no grant opens it: then it is not given, however it may have been read.
   */
  listMaximumOf(needed: GrantNeeded): number | undefined {
    if (this.#reachesByItself(needed.owner)) return undefined;
    const maxima = this.#grants
      .filter((grant) => opens(grant, needed))
      .map(({ listMaximum }) => listMaximum ?? usualListMaximum);
    return maxima.length > 0 ? Math.max(...maxima) : undefined;
  }

  /** The principal as the subgraph is told of it: with what its owner lets it see. */
  principalFor(subgraph: string): Principal | null {
    const known = this.#seenBy.get(subgraph);
    if (known !== undefined) return known;
    const access = this.#accessTo(subgraph);
    const principal = this.#principal && (access ? { ...this.#principal, access } : this.#principal);
    this.#seenBy.set(subgraph, principal);
    return principal;
  }

  #reachesByItself(owner: string): boolean {
    const principal = this.#principal;
    return principal !== null && (principal.post === Post.RESIDENT || servesIn(principal, owner));
  }

  #accessTo(subgraph: string): Access | undefined {
    const grants = this.#grants.filter(({ owner }) => owner === subgraph);
    if (grants.length === 0) return undefined;
    const { basis, case: onCase, grids } = this.#stated;
    const rows: Record<string, Rows> = {};
    for (const grant of grants) {
      for (const type of new Set(grant.coordinates.map(typeOf))) rows[type] = lesser(rows[type], grant.rows);
    }
    return {
      ...(basis !== undefined && { basis }),
      ...(onCase && { case: onCase }),
      ...(grids && { grids }),
      rows,
      // Shown as it is only where every grant that opens the coordinate shows it.
      clear: [...new Set(grants.flatMap(({ clear }) => clear))].filter((coordinate) =>
        grants.every((grant) => !covers(grant, coordinate) || grant.clear.includes(coordinate)),
      ),
    };
  }
}

/** Several grants may open rows of one type: the least is given, so that none gives what another was to hold back. */
const lesser = (one: Rows | undefined, other: Rows): Rows =>
  one !== undefined && byExtent.indexOf(one) <= byExtent.indexOf(other) ? one : other;

const covers = ({ coordinates }: Terms, coordinate: string): boolean =>
  coordinates.includes(coordinate) || coordinates.includes(typeOf(coordinate));

const opens = (grant: Terms, { subgraph, type, field }: GrantNeeded): boolean =>
  grant.owner === subgraph &&
  (field === undefined
    ? grant.coordinates.some((coordinate) => typeOf(coordinate) === type)
    : covers(grant, `${type}.${field}`));

/** What of a principal decides which grants it can do without. */
function kindOf(principal: Principal | null): readonly string[] {
  if (!principal) return [];
  const { post, unit } = principal;
  return post === Post.RESIDENT || post === Post.SERVICE ? [post] : ["staff", unit.replace(/^\d+-?/, "")];
}

const words: Readonly<Record<Standing, (needed: GrantNeeded) => Needed>> = {
  NO_BASIS: ({ subgraph }) => ({
    needed: `a lawful basis, stated in the header whistlegraph-basis, and a grant of ${subgraph} for it`,
    neededZh: `在请求头 whistlegraph-basis 中注明合法依据，并取得 ${subgraph} 的相应授权`,
  }),
  BASIS_NOT_IN_FORCE: ({ subgraph }) => ({
    needed: `a lawful basis in force for your unit today, and a grant of ${subgraph} for it; the one stated is not in force`,
    neededZh: `对本单位今日有效的合法依据及 ${subgraph} 的相应授权，所注依据未生效或不属本单位`,
  }),
  NO_GRANTS: ({ subgraph }) => ({
    needed: `a grant of ${subgraph} to your unit, in force, for the basis and case you state, or a case in which you are called and it opens this to whoever is`,
    neededZh: `${subgraph} 授予本单位、与所注依据及案件相符的有效授权，或本单位被呼叫、被派单且其规则已开放的案件`,
  }),
  ENTITLED: ({ subgraph, type, field }) => ({
    needed: `a grant of ${subgraph} that covers ${field === undefined ? type : `${type}.${field}`}`,
    neededZh: `${subgraph} 授权范围包含 ${field === undefined ? type : `${type}.${field}`}`,
  }),
  STEWARDSHIP_DOWN: () => ({
    needed: "the record of grants, which cannot be read just now; try again in a moment",
    neededZh: "授权台账，该系统暂时无法访问，请稍后重试",
  }),
};
