import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { Principal } from "../shared/principal.ts";
import { type Reach, reachOf } from "../shared/reach.ts";

/** What the codes of the owner's units end in: the bureau 430105-URBAN-MANAGEMENT, its stations 430105010-URBAN-MANAGEMENT. */
export const owner = "URBAN-MANAGEMENT";

/** What this caller reaches of the street-order cases and of what hangs on them. */
export const reachOfCases = (principal: Principal | null): Reach =>
  reachOf(principal, owner, "StreetOrderCase");

/** What this caller reaches of the people in enforcement teams. */
export const reachOfTeamMembers = (principal: Principal | null): Reach =>
  reachOf(principal, owner, "EnforcementTeamMember");

/** By which conditions on a table it is told who reaches a row. */
export interface ReachConditions {
  /** The column with the code of the division a row lies in, of whatever level. */
  readonly division: string;
  /** The column with the `sub` of the signed-in person a row is about; null in rows about nobody who signs in. */
  readonly person: string;
  /** In words of `:reachGrids`. */
  readonly inGrids: string;
  /** In words of `:caseTickets`, `:caseResidents`, `:caseBusinesses` and `:caseGrids`. */
  readonly ofCase: string;
}

/** Restricts a query to the rows that are reached. Every query on rows that are closed to others begins here. */
export function onlyReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  reach: Reach,
  { division, person, inGrids, ofCase }: ReachConditions,
): SelectQueryBuilder<Row> {
  switch (reach.kind) {
    case "ALL":
      return query.where("true");
    case "DIVISION":
      // Codes nest by prefix; compared as a range, because a prefix pattern that is a parameter uses no index.
      return query.where(`(${division} >= :reachDivision AND ${division} < :reachDivisionEnd)`, {
        reachDivision: reach.division,
        reachDivisionEnd: `${reach.division}:`,
      });
    case "GRIDS":
      return query.where(inGrids, { reachGrids: reach.grids });
    case "PERSON":
      return query.where(`${person} = :reachPerson`, { reachPerson: reach.person });
    case "CASE":
      return query.where(ofCase, {
        caseTickets: reach.case.tickets,
        caseResidents: reach.case.residents,
        caseBusinesses: reach.case.businesses,
        caseGrids: reach.case.grids,
      });
    case "NOTHING":
      return query.where("false");
  }
}
