import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { coversDivision, districtOf, Post, type Principal } from "../shared/principal.ts";

/** Posts that speak for their unit: it is graded, heard and answered through them. Residents and grid members are not. */
const officials: readonly Post[] = [
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
  Post.CENTRE_DISPATCHER,
  Post.RESPONDER,
  Post.CHIEF_RESPONDER,
  Post.PERFORMANCE_OFFICE,
  Post.DISTRICT_LEADER,
];

export const isOfficial = ({ post }: Principal): boolean => officials.includes(post);

export const speaksFor = (principal: Principal, unit: string): boolean =>
  principal.unit === unit && isOfficial(principal);

/** By which columns of a table it is told who may see a row. */
export interface VisibilityColumns {
  readonly district: string;
  readonly division: string;
  /** Units the row concerns. */
  readonly units: readonly string[];
}

/**
 * A column as it is compared where rows are found by keys of their own. An index that begins with the place would
 * serve too, and looks better to a planner that does not know the place: it would be read as far as a district goes.
 */
export const besideKeys = (column: string): string => `(${column} || '')`;

/**
 * Restricts a query to the rows the principal may see: those who keep the assessments and call back see their district,
 * territorial bodies their division, and every unit what concerns itself. Everybody else sees nothing.
 */
export function onlyVisible<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  principal: Principal | null,
  columns: VisibilityColumns,
): SelectQueryBuilder<Row> {
  // No division contains them all: an empty one would be a mistake of the identity provider's.
  if (!principal || principal.division === "") return query.where("false");
  const { unit, division } = principal;
  // Codes nest by prefix; compared as a range, because a prefix pattern that is a parameter uses no index.
  const within = `(${columns.division} >= :within AND ${columns.division} < :withinEnd)`;
  const own = columns.units.map((column) => `${column} = :ownUnit`).join(" OR ");
  const inOwnDistrict = division.length < 6 ? "true" : `${columns.district} = :ownDistrict`;
  query.setParameters({
    within: division,
    withinEnd: `${division}:`,
    ownUnit: unit,
    ownDistrict: districtOf(division),
  });
  switch (principal.post) {
    case Post.PERFORMANCE_OFFICE:
    case Post.CENTRE_DISPATCHER:
    case Post.DISTRICT_LEADER:
      return query.where(inOwnDistrict).andWhere(within);
    case Post.SUBDISTRICT_LEADER:
    case Post.COMMUNITY_SECRETARY:
    case Post.COMMUNITY_STAFF:
      return query.where(inOwnDistrict).andWhere(`(${within} OR ${own})`);
    case Post.RESPONDER:
    case Post.CHIEF_RESPONDER:
      return query.where(`(${own})`);
    default:
      return query.where("false");
  }
}

/**
 * Whether running figures of a unit or division are open: to the officials of its district (评价通报, ZY-20), whoever
 * they work for, and to those answerable for a wider area. The public reads published scores.
 */
export function mayReadFigures(principal: Principal | null, code: string): boolean {
  if (!principal) return false;
  const sameDistrict = code.length >= 6 && districtOf(code) === districtOf(principal.division);
  return isOfficial(principal) && (sameDistrict || coversDivision(principal, code));
}

/** Whether a unit's yearly score is open: to the unit itself, and to those who keep the assessment of its district. */
export function mayReadYear(principal: Principal | null, unit: string): boolean {
  if (!principal) return false;
  switch (principal.post) {
    case Post.PERFORMANCE_OFFICE:
    case Post.CENTRE_DISPATCHER:
    case Post.DISTRICT_LEADER:
      return coversDivision(principal, unit);
    default:
      return speaksFor(principal, unit);
  }
}
