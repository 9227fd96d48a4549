import type { SelectQueryBuilder } from "typeorm";
import { districtOf, Post, type Principal, servesIn } from "../shared/principal.ts";
import { type Reach, reachOf } from "../shared/reach.ts";
import { isCentre } from "./axes.ts";
import type { StreetOrderCase } from "./street-order-case/street-order-case.ts";

/** What the codes of the owner's units end in: the bureau 430105-URBAN-MANAGEMENT, its stations 430105010-URBAN-MANAGEMENT. */
export const owner = "URBAN-MANAGEMENT";

/** In which cases a caller takes part (参与办理) by the seven steps, and therefore needs no grant to see them. */
type Part =
  | { readonly kind: "NONE" }
  /** The two centres register, dispatch and close every case of their district. */
  | { readonly kind: "CENTRE"; readonly district: string }
  /** Whoever serves where a case lies reports it, and sees what comes of it. */
  | { readonly kind: "PLACE"; readonly division: string }
  /** A unit handles the cases that were sent to it. */
  | { readonly kind: "HANDLER"; readonly unit: string; readonly division: string };

export interface CaseSight {
  readonly reach: Reach;
  readonly part: Part;
}

/** Which street-order cases this caller sees, and with them what hangs on them. */
export const caseSightOf = (principal: Principal | null): CaseSight => ({
  reach: reachOf(principal, owner, "StreetOrderCase"),
  part: partOf(principal),
});

function partOf(principal: Principal | null): Part {
  if (!principal || principal.post === Post.RESIDENT || principal.post === Post.SERVICE) {
    return { kind: "NONE" };
  }
  const { unit, division } = principal;
  if (division === "" || servesIn(principal, owner)) return { kind: "NONE" };
  const district = districtOf(unit);
  if (isCentre(district, unit)) return { kind: "CENTRE", district };
  return /^\d+$/.test(unit) ? { kind: "PLACE", division } : { kind: "HANDLER", unit, division };
}

/** Restricts a query to the cases that are seen. Every query on them begins here. */
export function onlySeen(
  query: SelectQueryBuilder<StreetOrderCase>,
  { reach, part }: CaseSight,
): SelectQueryBuilder<StreetOrderCase> {
  const reached = reachedCases(reach);
  const involved = involvedCases(part);
  const either = [reached, involved].filter((each) => each !== undefined);
  if (either.length === 0) return query.where("false");
  return query.where(`(${either.map(({ where }) => where).join(" OR ")})`, {
    ...reached?.parameters,
    ...involved?.parameters,
  });
}

interface Condition {
  readonly where: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * A case belongs to what somebody is looking into by its ticket, its person or its business. Not by its grid: what else
 * happened in a street names people who have nothing to do with it.
 */
function reachedCases(reach: Reach): Condition | undefined {
  switch (reach.kind) {
    case "NOTHING":
      return undefined;
    case "ALL":
      return { where: "true", parameters: {} };
    case "DIVISION":
      return inDivision("reach", reach.division);
    case "GRIDS":
      return { where: "found.gridCode = ANY(:reachGrids)", parameters: { reachGrids: reach.grids } };
    case "PERSON":
      return { where: "found.partyPersonId = :reachPerson", parameters: { reachPerson: reach.person } };
    case "CASE":
      return {
        where:
          "(found.ticketNumber = ANY(:caseTickets) OR found.partyResidentId = ANY(:caseResidents) OR found.creditCode = ANY(:caseBusinesses))",
        parameters: {
          caseTickets: reach.case.tickets,
          caseResidents: reach.case.residents,
          caseBusinesses: reach.case.businesses,
        },
      };
  }
}

function involvedCases(part: Part): Condition | undefined {
  switch (part.kind) {
    case "NONE":
      return undefined;
    case "CENTRE":
      return inDivision("part", part.district);
    case "PLACE":
      return inDivision("part", part.division);
    case "HANDLER": {
      const { where, parameters } = inDivision("part", part.division);
      return {
        where: `(found.handlingUnitCode = :partUnit AND ${where})`,
        parameters: { ...parameters, partUnit: part.unit },
      };
    }
  }
}

/** Codes nest by prefix; compared as a range, because a prefix pattern that is a parameter uses no index. */
const inDivision = (name: string, division: string): Condition => ({
  where: `(found.gridCode >= :${name}From AND found.gridCode < :${name}End)`,
  parameters: { [`${name}From`]: division, [`${name}End`]: `${division}:` },
});
