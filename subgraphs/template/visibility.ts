import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { Principal } from "../shared/principal.ts";
import { type Reach, reachOf } from "../shared/reach.ts";

/** What the codes of our units end in: in a district 430105-TEMPLATE, its stations 430105010-TEMPLATE. */
export const owner = "TEMPLATE";

/** The types of ours that other departments read only on a grant. */
export type GrantedType = "Facility";

export const reachInto = (principal: Principal | null, type: GrantedType): Reach =>
  reachOf(principal, owner, type);

/** By what it is told where a row lies and whom it is about: the same in every table of ours. */
interface PlacedRow extends ObjectLiteral {
  gridCode: string;
  contactPersonId: string | null;
}

/**
 * Restricts a query to the rows that are reached: every query on rows that are closed to others begins here. Its
 * parameters have names of their own: one of the query's by the same name would take its place, and the restriction
 * would be gone.
 */
export function onlyReached<Row extends PlacedRow>(
  query: SelectQueryBuilder<Row>,
  reach: Reach,
): SelectQueryBuilder<Row> {
  const { alias } = query;
  switch (reach.kind) {
    case "NOTHING":
      return query.where("false");
    case "PERSON":
      return query.where(`${alias}.contactPersonId = :reachedPerson`, { reachedPerson: reach.person });
    case "DIVISION":
      // Codes nest by prefix; compared as a range, because a prefix pattern that is a parameter uses no index.
      return query.where(`(${alias}.gridCode >= :reachedFrom AND ${alias}.gridCode < :reachedEnd)`, {
        reachedFrom: reach.division,
        reachedEnd: `${reach.division}:`,
      });
    case "GRIDS":
      return query.where(`${alias}.gridCode = ANY(:reachedGrids)`, { reachedGrids: reach.grids });
    case "CASE":
      // What stands where the case happened. Rows about persons belong to a case by its residents, not by its grids.
      return query.where(`${alias}.gridCode = ANY(:reachedGrids)`, { reachedGrids: reach.case.grids });
    case "ALL":
      return query.where("true");
  }
}
