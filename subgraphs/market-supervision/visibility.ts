import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { Reach } from "../shared/reach.ts";

/** What the codes of the department's units end in: its bureau in the district, its stations in the sub-districts. */
export const owner = "MARKET-SUPERVISION";

/** By which columns of a table it is told who may see a row. */
export interface ReachColumns {
  readonly division: string;
  readonly grid: string;
  readonly business: string;
  /** Absent where rows belong to no ticket. */
  readonly ticket?: string;
  /** Who the row is about, when signed in; absent where rows are about businesses alone. */
  readonly person?: string;
}

interface Condition {
  readonly where: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const nothing: Condition = { where: "false", parameters: {} };

/** The rows a caller reaches, as SQL. */
export function reached(reach: Reach, columns: ReachColumns): Condition {
  switch (reach.kind) {
    case "NOTHING":
      return nothing;
    case "PERSON":
      return columns.person
        ? { where: `${columns.person} = :reachPerson`, parameters: { reachPerson: reach.person } }
        : nothing;
    case "DIVISION":
      // Codes nest by prefix; compared as a range, because a prefix pattern that is a parameter uses no index.
      return {
        where: `(${columns.division} >= :reachFrom AND ${columns.division} < :reachTo)`,
        parameters: { reachFrom: reach.division, reachTo: `${reach.division}:` },
      };
    case "GRIDS":
      return { where: `${columns.grid} = ANY(:reachGrids)`, parameters: { reachGrids: reach.grids } };
    case "CASE":
      // By business and ticket alone: that a case happened in a grid or building does not make it one about every shop there.
      return {
        where: `(${[
          `${columns.business} = ANY(:reachBusinesses)`,
          ...(columns.ticket ? [`${columns.ticket} = ANY(:reachTickets)`] : []),
        ].join(" OR ")})`,
        parameters: {
          reachBusinesses: reach.case.businesses,
          ...(columns.ticket && { reachTickets: reach.case.tickets }),
        },
      };
    case "ALL":
      return { where: "true", parameters: {} };
  }
}

/** Restricts a query to the rows the caller reaches. */
export function onlyReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  reach: Reach,
  columns: ReachColumns,
): SelectQueryBuilder<Row> {
  const { where, parameters } = reached(reach, columns);
  return query.where(where, parameters);
}

/** What a business is known by, in the register. */
interface PlacedBusiness {
  readonly creditCode: string;
  readonly divisionCode: string | null;
  readonly gridCode: string | null;
}

/** The same for what the register tells of a business and does not publish; no resident is known by it. */
export function reaches(reach: Reach, { creditCode, divisionCode, gridCode }: PlacedBusiness): boolean {
  switch (reach.kind) {
    case "NOTHING":
    case "PERSON":
      return false;
    case "DIVISION":
      return (gridCode ?? divisionCode ?? "").startsWith(reach.division);
    case "GRIDS":
      return gridCode !== null && reach.grids.includes(gridCode);
    case "CASE":
      return reach.case.businesses.includes(creditCode);
    case "ALL":
      return true;
  }
}
