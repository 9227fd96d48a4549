/** An item on a list in force: what a ticket keeps of the list it was matched against (GZ-11). */
export interface ListingInForce {
  readonly listId: string;
  readonly version: number;
}

/** What the dispatch catalogue says of one unit for a matter, within a division. */
export interface DispatchClaim {
  readonly unitCode: string;
  readonly divisionCode: string;
  readonly itemCode: string | null;
  /** Where the item stands in a list of that unit on the day; null where it stands in none, or no item is named. */
  readonly listing: ListingInForce | null;
}

/** A border drawn between departments: inside the division this one leads (PG-4). */
export interface OverlapSettlement {
  readonly divisionCode: string;
  readonly unitCode: string;
  readonly document: string;
}

/** All that is known about one matter in the catalogue in force on the day. */
export interface MatchGround {
  readonly matterName: string;
  /** The matter whose rules apply: its own, or its class's where it has none. */
  readonly ruledBy: string;
  readonly catalogueVersion: number;
  readonly arbiterUnitCode: string;
  readonly claims: readonly DispatchClaim[];
  readonly settlements: readonly OverlapSettlement[];
}

export interface Matching {
  /** The one lead; null while several claim the matter and no rule decides. */
  readonly unitCode: string | null;
  readonly itemCode: string | null;
  readonly listing: ListingInForce | null;
  /** The other units that claim the matter here, or all of them while none leads. */
  readonly overlap: readonly string[];
  /** Who decides an overlap no rule settles. */
  readonly arbiterUnitCode: string | null;
  readonly basis: string;
  readonly basisZh: string;
}

/**
 * 权责匹配: who is competent for a matter in a place, by what item of which list version (PG-4, PG-5). One lead, always:
 * where several units claim the matter, the narrowest settlement decides, and without one the arbiter does.
 */
export function matchMatter(ground: MatchGround, divisionCode: string): Matching | null {
  const claims = claimsIn(ground, divisionCode);
  const units = claimantsOf(ground, divisionCode);
  const [only] = units;
  if (only === undefined) return null;
  if (units.length === 1) return led(ground, claims, only, units, "", "");

  const settled = ground.settlements
    .filter((rule) => divisionCode.startsWith(rule.divisionCode) && units.includes(rule.unitCode))
    .toSorted((left, right) => right.divisionCode.length - left.divisionCode.length)[0];
  if (!settled) {
    return {
      unitCode: null,
      itemCode: null,
      listing: null,
      overlap: units,
      arbiterUnitCode: ground.arbiterUnitCode,
      basis: `${units.length} units claim ${ground.matterName} here and no rule settles it: the arbiter decides (PG-4)`,
      basisZh: `${ground.matterName}在此有 ${units.length} 个单位主张职责，且无划界规则，由仲裁单位裁定（PG-4）`,
    };
  }
  return led(
    ground,
    claims,
    settled.unitCode,
    units,
    `; the overlap is settled for ${settled.divisionCode} by ${settled.document} (PG-4)`,
    `；职责交叉依据${settled.document}在 ${settled.divisionCode} 范围内划定（PG-4）`,
  );
}

const claimsIn = ({ claims }: MatchGround, divisionCode: string): DispatchClaim[] =>
  claims.filter((claim) => divisionCode.startsWith(claim.divisionCode));

/** The units that claim the matter in a place, by code. */
export const claimantsOf = (ground: MatchGround, divisionCode: string): string[] =>
  [...new Set(claimsIn(ground, divisionCode).map(({ unitCode }) => unitCode))].sort();

function led(
  ground: MatchGround,
  claims: readonly DispatchClaim[],
  unitCode: string,
  units: readonly string[],
  settlement: string,
  settlementZh: string,
): Matching {
  const own = claims
    .filter((claim) => claim.unitCode === unitCode)
    .toSorted((left, right) => right.divisionCode.length - left.divisionCode.length);
  const claim = own.find(({ listing }) => listing) ?? own[0];
  const [by, byZh] = groundsOf(claim);
  return {
    unitCode,
    itemCode: claim?.itemCode ?? null,
    listing: claim?.listing ?? null,
    overlap: units.filter((unit) => unit !== unitCode),
    arbiterUnitCode: null,
    basis: `dispatch catalogue version ${ground.catalogueVersion}: ${ground.matterName} is led by ${unitCode}${by}${settlement}`,
    basisZh: `派单目录第 ${ground.catalogueVersion} 版：${ground.matterName}由 ${unitCode} 主责${byZh}${settlementZh}`,
  };
}

function groundsOf(claim: DispatchClaim | undefined): readonly [string, string] {
  if (!claim?.itemCode) return [", without a power item", "，未列权责事项"];
  if (!claim.listing) {
    return [
      `; its item ${claim.itemCode} is on no list in force that day (GZ-11)`,
      `；其事项 ${claim.itemCode} 当日不在任何有效清单中（GZ-11）`,
    ];
  }
  const { listId, version } = claim.listing;
  return [
    ` under item ${claim.itemCode} of list ${listId}, version ${version} (PG-5)`,
    `，依据清单 ${listId} 第 ${version} 版事项 ${claim.itemCode}（PG-5）`,
  ];
}
