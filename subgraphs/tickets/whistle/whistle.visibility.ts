import { Brackets, type SelectQueryBuilder, type WhereExpressionBuilder } from "typeorm";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { placeInSight } from "../place-in-sight.ts";
import { WhistleState } from "./whistle-state.ts";

/** Whistles behind a resident's own tickets, those merged into others included, and the ones handed in in person. */
const ownWhistles = `(whistle.blowerId = :me OR (whistle.districtCode, whistle.number) IN (
  SELECT behind.district_code, behind.whistle_number
  FROM demander
  JOIN demand ON (demand.district_code, demand.demander_id) = (demander.district_code, demander.id)
  JOIN ticket own ON (own.district_code, own.number) = (demand.district_code, demand.ticket_number)
  JOIN whistle_ticket behind ON behind.district_code = own.district_code
    AND behind.ticket_number IN (own.number, own.merged_into_number)
  WHERE demander.person_id = :me))`;

/** A draft calls nobody yet, and a unit let go still sees what it was called for. */
const callsUnit = `(whistle.state <> '${WhistleState.DRAFT}' AND EXISTS (
  SELECT FROM whistle_participant called
  WHERE (called.district_code, called.whistle_number) = (whistle.districtCode, whistle.number)
    AND called.unit_code = :unit))`;

const contested = `EXISTS (
  SELECT FROM whistle_participant contesting
  WHERE (contesting.district_code, contesting.whistle_number) = (whistle.districtCode, whistle.number)
    AND contesting.disputed_at IS NOT NULL)`;

/** This subgraph, and the one that judges a rule of its own by where a whistle stands and lies. */
const askingSubgraphs: readonly string[] = ["tickets", "evaluation"];

/**
 * Restricts a query whose alias is `whistle` to what the principal may see: closed by default. The called units see it,
 * and the blower's line: a sub-district its communities. Centre, performance office and district see the district,
 * the arbiter what is contested.
 */
export function visibleTo<Row extends object>(
  query: SelectQueryBuilder<Row>,
  principal: Principal | null,
): SelectQueryBuilder<Row> {
  if (!principal) return query.andWhere("false");
  const { post, unit, division, id } = principal;
  const place = placeInSight(principal);
  const ownDistrict = { district: districtOf(division) };
  switch (post) {
    case Post.SERVICE:
      return askingSubgraphs.includes(unit) ? query : query.andWhere("false");
    case Post.RESIDENT:
      return query.andWhere(ownWhistles, { me: id });
    case Post.GRID_MEMBER:
    case Post.COMMUNITY_STAFF:
    case Post.COMMUNITY_SECRETARY:
    case Post.SUBDISTRICT_LEADER:
      if (place === null) return query.andWhere("false");
      return query.andWhere(
        new Brackets((either) => {
          inDivision(either, place);
          either.orWhere("whistle.blowerUnitCode = :unit", { unit }).orWhere(callsUnit, { unit });
        }),
      );
    case Post.RESPONDER:
    case Post.CHIEF_RESPONDER:
      return query.andWhere(
        new Brackets((either) => {
          either.where("whistle.blowerUnitCode = :unit", { unit }).orWhere(callsUnit, { unit });
        }),
      );
    case Post.CENTRE_DISPATCHER:
    case Post.PERFORMANCE_OFFICE:
    case Post.DISTRICT_LEADER:
      return query.andWhere("whistle.districtCode = :district", ownDistrict);
    case Post.LIST_KEEPER:
      return query.andWhere(`whistle.districtCode = :district AND ${contested}`, ownDistrict);
    default:
      return query.andWhere("false");
  }
}

/** Codes nest by prefix; as a range, because a prefix pattern that is a parameter uses no index. */
function inDivision<Query extends WhereExpressionBuilder>(query: Query, division: string): Query {
  if (division.length < 6) return query.andWhere("false");
  return query.andWhere("(whistle.divisionCode >= :within AND whistle.divisionCode < :withinEnd)", {
    within: division,
    withinEnd: `${division}:`,
  });
}
