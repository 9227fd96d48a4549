import fc from "fast-check";
import {
  type Access,
  type CaseScope,
  holdsPost,
  Post,
  type Principal,
  Rows,
  servicePrincipal,
} from "../../../subgraphs/shared/principal.ts";

/** What principals are made of: the places, people and things of one dataset. */
export interface Ground {
  /** Codes of communities. */
  readonly communities: readonly string[];
  readonly grids: readonly string[];
  /** What codes of departments' units end in. */
  readonly departments: readonly string[];
  readonly subgraphs: readonly string[];
  /** Codes of units that have something to do in the dataset. */
  readonly units: readonly string[];
  /** `sub` of people with something of their own in it. */
  readonly residents: readonly string[];
  readonly members: readonly string[];
  readonly cases: readonly CaseScope[];
  /** Types read on a grant, and coordinates of personal data. */
  readonly types: readonly string[];
  readonly coordinates: readonly string[];
}

/** Divisions no post is answerable for, as only a mistaken identity provider would vouch for them. */
const mistaken = ["", "43", "4301", "999999"];

const inDepartments: readonly Post[] = [Post.RESPONDER, Post.CHIEF_RESPONDER];

/** The unit and division of a post in a place, as an identity provider vouches for them. */
function standing(post: Post, community: string, department: string, high: boolean): [string, string] {
  const [street, district] = [community.slice(0, 9), community.slice(0, 6)];
  switch (post) {
    case Post.RESIDENT:
    case Post.GRID_MEMBER:
    case Post.COMMUNITY_STAFF:
    case Post.COMMUNITY_SECRETARY:
      return [community, community];
    case Post.SUBDISTRICT_LEADER:
      return [street, street];
    case Post.CENTRE_DISPATCHER:
      return [`${district}-COMMAND-CENTRE`, district];
    case Post.PERFORMANCE_OFFICE:
      return [`${district}-PERFORMANCE-OFFICE`, district];
    case Post.LIST_KEEPER:
      return [`${district}-ESTABLISHMENT-OFFICE`, district];
    case Post.DISTRICT_LEADER:
      return [district, district];
    default:
      return [`${high ? district : street}-${department}`, high ? district : street];
  }
}

/** Anybody: all posts, in all units and places, with and without grants, now and then vouched for by mistake. */
export function randomPrincipal(ground: Ground): fc.Arbitrary<Principal | null> {
  const one = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
  const some = (items: readonly string[]) => fc.subarray([...items]);
  const access: fc.Arbitrary<Access> = fc
    .tuple(
      some(ground.types),
      fc.infiniteStream(one(Object.values(Rows))),
      fc.subarray([...ground.grids], { maxLength: 5 }),
      one(ground.cases),
      some(ground.coordinates),
    )
    .map(([types, rows, grids, scope, clear]) => ({
      basis: "4301058010300100",
      rows: Object.fromEntries(types.map((type) => [type, rows.next().value as Rows])),
      grids,
      case: scope,
      clear,
    }));
  const person = fc
    .record({
      post: one(Object.values(Post).filter((post) => post !== Post.SERVICE)),
      community: one(ground.communities),
      department: one(ground.departments),
      busy: fc.option(one(ground.units), { nil: undefined, freq: 3 }),
      // A department's unit is its bureau or a station; both have people answerable for a part.
      ofDistrict: fc.boolean(),
      resident: one(ground.residents),
      member: one(ground.members),
      access: fc.option(access, { nil: undefined, freq: 3 }),
      mistake: fc.option(one(mistaken), { nil: undefined, freq: 6 }),
    })
    .map((drawn): Principal => {
      const { post, community, department, busy, ofDistrict, resident, member, access, mistake } = drawn;
      const [usual, division] = standing(post, community, department, ofDistrict);
      const unit = busy && usual.includes("-") && inDepartments.includes(post) ? busy : usual;
      const id = post === Post.GRID_MEMBER ? member : resident;
      const principal = { id, name: "某人", post, unit, division: mistake ?? division, scopes: [] };
      return access && holdsPost(principal) ? { ...principal, access } : principal;
    });
  const service = one([...ground.subgraphs, "gateway"]).map(servicePrincipal);
  return fc.oneof(
    { weight: 30, arbitrary: person },
    { weight: 2, arbitrary: service },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}
