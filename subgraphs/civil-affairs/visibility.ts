import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { refuse } from "../shared/errors.ts";
import { districtOf, type Principal } from "../shared/principal.ts";
import { type Reach, reachOf } from "../shared/reach.ts";

/** What the codes of our units end in (民政局). */
export const owner = "CIVIL-AFFAIRS";

/** The types of ours that other departments read only on a grant. */
export type GrantedType = "Aid" | "ElderlyLivingAlone" | "Disability";

export const reachInto = (principal: Principal | null, type: GrantedType): Reach =>
  reachOf(principal, owner, type);

/** Who is granted the rows of the grids they serve is told that another grid is not theirs: it is not that nobody is there. */
export function requireServed(
  principal: Principal | null,
  type: GrantedType,
  { grid, coordinate }: { readonly grid: string; readonly coordinate: string },
): void {
  const reach = reachInto(principal, type);
  if (reach.kind !== "GRIDS" || reach.grids.includes(grid)) return;
  throw refuse("WITHHELD", {
    coordinate,
    needed: `service in grid ${grid}`,
    neededZh: `在网格 ${grid} 任网格员`,
  });
}

/** By what it is told whose row it is and where: the same in every table about persons. */
interface PersonRow extends ObjectLiteral {
  districtCode: string;
  residentId: string;
  personId: string | null;
  /** The grid the person lives in, or the community where no grid covers the building. */
  placeCode: string;
}

/**
 * Restricts a query to the rows that are reached. Its parameters have names of their own: one of the query's by the same
 * name would take its place, and the restriction would be gone.
 */
export function onlyReached<Row extends PersonRow>(
  query: SelectQueryBuilder<Row>,
  reach: Reach,
): SelectQueryBuilder<Row> {
  const { alias } = query;
  switch (reach.kind) {
    case "NOTHING":
      return query.where("false");
    case "PERSON":
      return query.where(`${alias}.personId = :reachedPerson`, { reachedPerson: reach.person });
    case "DIVISION": {
      const { division } = reach;
      // Codes nest by prefix; compared as a range, because a prefix pattern that is a parameter uses no index.
      query.where(`(${alias}.placeCode >= :reachedFrom AND ${alias}.placeCode < :reachedEnd)`, {
        reachedFrom: division,
        reachedEnd: `${division}:`,
      });
      if (division.length < 6) return query;
      return query.andWhere(`${alias}.districtCode = :reachedDistrict`, {
        reachedDistrict: districtOf(division),
      });
    }
    case "GRIDS":
      query.where(`${alias}.placeCode = ANY(:reachedGrids)`, { reachedGrids: reach.grids });
      return query.andWhere(`${alias}.districtCode = ANY(:reachedDistricts)`, {
        reachedDistricts: [...new Set(reach.grids.map(districtOf))],
      });
    case "CASE":
      // All we hold is about persons: of a case, those whom it is about, and not their neighbours of its grid or building.
      return query.where(
        `${alias}.districtCode = :reachedDistrict AND ${alias}.residentId = ANY(:reachedResidents)`,
        {
          reachedDistrict: districtOf(reach.case.number),
          reachedResidents: reach.case.residents,
        },
      );
    case "ALL":
      return query.where("true");
  }
}
