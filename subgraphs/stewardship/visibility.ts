import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { districtOf, holdsPost, Post, type Principal, servesIn } from "../shared/principal.ts";
import { everyDistrict } from "./every-district.ts";

/** What the code of the unit ends in that keeps grants and records: the data bureau (数据局). */
export const dataBureau = "DATA-BUREAU";

/** Posts that speak for their unit on its data: its data owner and its principal officer. */
export const stewards: readonly Post[] = [Post.DATA_STEWARD, Post.CHIEF_RESPONDER];

export const isSteward = ({ post }: Principal): boolean => stewards.includes(post);

/** The steward of a district's data bureau; a station's people answer for their place. */
export const isBureauSteward = ({ post, unit }: Principal): boolean =>
  post === Post.DATA_STEWARD && unit === `${districtOf(unit)}-${dataBureau}`;

const leaders: readonly Post[] = [Post.DISTRICT_LEADER, Post.SUBDISTRICT_LEADER, Post.COMMUNITY_SECRETARY];

/** A unit speaks through its steward or principal officer; a division's office through its leader, or one above it. */
export function speaksFor(principal: Principal, body: string): boolean {
  if (isSteward(principal)) return principal.unit === body;
  return leaders.includes(principal.post) && /^\d+$/.test(body) && body.startsWith(principal.unit);
}

/** What a department's unit code ends in; undefined for the office of a division. */
const shortNameOf = (unit: string): string | undefined => /^\d+-(.+)$/.exec(unit)?.[1];

/** The codes a unit may be named by as a party: its own, and that of the bureau it is a station of. */
export function bodiesOf(unit: string): string[] {
  const shortName = shortNameOf(unit);
  const bureau = shortName === undefined ? unit : `${districtOf(unit)}-${shortName}`;
  return bureau === unit ? [unit] : [unit, bureau];
}

/**
 * Restricts grants and agreements to those a principal's unit takes part in, whatever the post: as one of `parties`
 * (columns or a list of unit codes). A division's office sees those of the divisions in it. The data bureau sees all
 * of its district; residents and services see none.
 */
export function onlyParties<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  principal: Principal | null,
  parties: readonly string[],
): SelectQueryBuilder<Row> {
  if (!principal || principal.post === Post.RESIDENT || principal.post === Post.SERVICE)
    return query.where("false");
  const { unit } = principal;
  query.where(`${query.alias}.districtCode = :district`, { district: districtOf(unit) });
  if (servesIn(principal, dataBureau)) return query;
  if (shortNameOf(unit) !== undefined) {
    const isParty = parties.map((party) => `${party} = ANY(:bodies)`).join(" OR ");
    return query.andWhere(`(${isParty})`, { bodies: bodiesOf(unit) });
  }
  // Codes nest by prefix; compared as a range, because a prefix pattern that is a parameter uses no index.
  const isWithin = parties.map((party) => `(${party} >= :office AND ${party} < :officeEnd)`).join(" OR ");
  return query.andWhere(`(${isWithin})`, { office: unit, officeEnd: `${unit}:` });
}

/** The same of a list of unit codes. */
export function isParty(principal: Principal | null, parties: readonly string[]): boolean {
  if (!principal || !holdsPost(principal)) return false;
  const { unit } = principal;
  const inDistrict = parties.filter((party) => districtOf(party) === districtOf(unit));
  if (servesIn(principal, dataBureau)) return inDistrict.length > 0;
  if (shortNameOf(unit) !== undefined) return inDistrict.some((party) => bodiesOf(unit).includes(party));
  return inDistrict.some((party) => party.startsWith(unit));
}

/** For which owner in which district a principal answers as its steward; undefined for everybody else. */
export function stewardship(
  principal: Principal | null,
): { readonly district: string; readonly shortName: string } | undefined {
  if (!principal || !isSteward(principal)) return undefined;
  const district = districtOf(principal.unit);
  const shortName = shortNameOf(principal.unit);
  // A station's people answer for their place, not for the district's data.
  return shortName !== undefined && principal.unit === `${district}-${shortName}`
    ? { district, shortName }
    : undefined;
}

/**
 * Restricts what is kept for owners, such as access records, to the stewards of the owner in its district, and to those
 * of the data bureau. What services did in no district is shown to the owners of every one. `subgraph` names the column.
 */
export function onlyForOwners<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  principal: Principal | null,
  subgraph: string,
): SelectQueryBuilder<Row> {
  const steward = stewardship(principal);
  if (!steward) return query.where("false");
  const { district, shortName } = steward;
  query.where(`${query.alias}.districtCode IN (:district, :everyDistrict)`, { district, everyDistrict });
  if (shortName === dataBureau) return query;
  return query.andWhere(
    `${subgraph} IN (SELECT owned.subgraph FROM subgraph_owner AS owned WHERE owned.unit = :shortName)`,
    { shortName },
  );
}
