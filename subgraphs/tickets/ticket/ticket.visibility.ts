import { Brackets, type SelectQueryBuilder, type WhereExpressionBuilder } from "typeorm";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { placeInSight } from "../place-in-sight.ts";

/** Tickets a resident asked for: by their own demands, and the tickets these were merged into (KF-5). */
const ownTickets = `(ticket.districtCode, ticket.number) IN (
  SELECT own.district_code, unnest(ARRAY[own.number, own.merged_into_number])
  FROM demander
  JOIN demand ON (demand.district_code, demand.demander_id) = (demander.district_code, demander.id)
  JOIN ticket own ON (own.district_code, own.number) = (demand.district_code, demand.ticket_number)
  WHERE demander.person_id = :me)`;

/**
 * Tickets with a unit, those of which it has a task, and those behind a whistle that calls it: access bound to the case,
 * which ends when the case is struck off. A task it was released from opens nothing. A whistle that waits, was withdrawn or ruled misuse opens nothing, nor does one the unit was released from.
 */
const called = `
  SELECT behind.ticket_number
  FROM whistle_participant called
  JOIN whistle ON (whistle.district_code, whistle.number) = (called.district_code, called.whistle_number)
  JOIN whistle_ticket behind
    ON (behind.district_code, behind.whistle_number) = (called.district_code, called.whistle_number)
  WHERE called.unit_code = :unit AND called.released_at IS NULL
    AND whistle.state NOT IN ('DRAFT', 'WITHDRAWN', 'RULED_MISUSE')
  UNION ALL
  SELECT ticket_task.ticket_number FROM ticket_task
  WHERE ticket_task.unit_code = :unit AND ticket_task.released_at IS NULL`;

const handledOrCalled = `(ticket.handlingUnitCode = :unit OR (
  ticket.districtCode = :district AND ticket.state NOT IN ('STRUCK_OFF', 'ARCHIVED')
  AND ticket.number = ANY (ARRAY(${called}))))`;

/** This subgraph, and those that judge a rule of theirs by where a ticket stands and lies. */
const askingSubgraphs: readonly string[] = ["tickets", "evaluation", "market-supervision"];

/**
 * Restricts a query whose alias is `ticket` to what the principal may see: closed by default. A unit sees what is
 * with it or what it was called to; places see what lies in them; those answerable for the whole district see the district.
 */
export function visibleTo<Row extends object>(
  query: SelectQueryBuilder<Row>,
  principal: Principal | null,
): SelectQueryBuilder<Row> {
  if (!principal) return query.andWhere("false");
  const { post, unit, division, id } = principal;
  const place = placeInSight(principal);
  switch (post) {
    case Post.SERVICE:
      return askingSubgraphs.includes(unit) ? query : query.andWhere("false");
    case Post.RESIDENT:
      return query.andWhere(ownTickets, { me: id });
    case Post.GRID_MEMBER:
      return place === null ? query.andWhere("false") : inDivision(query, place);
    case Post.COMMUNITY_STAFF:
    case Post.COMMUNITY_SECRETARY:
    case Post.SUBDISTRICT_LEADER:
      if (place === null) return query.andWhere("false");
      return query.andWhere(
        new Brackets((either) => {
          inDivision(either, place);
          either.orWhere(handledOrCalled, { unit, district: districtOf(unit) });
        }),
      );
    case Post.RESPONDER:
    case Post.CHIEF_RESPONDER:
      return query.andWhere(handledOrCalled, { unit, district: districtOf(unit) });
    case Post.CENTRE_DISPATCHER:
    case Post.PERFORMANCE_OFFICE:
    case Post.DISTRICT_LEADER:
    case Post.DATA_STEWARD:
      return query.andWhere("ticket.districtCode = :district", { district: districtOf(division) });
    default:
      return query.andWhere("false");
  }
}

/**
 * Leaves out of a search, by how tickets are filed, most of what the principal may not see: what is left is still to be
 * restricted by `visibleTo`. The alias is `said`.
 */
export function filedInSight(principal: Principal | null): {
  readonly condition: string;
  readonly values: Record<string, unknown>;
} {
  const everything = { condition: "true", values: {} };
  if (!principal) return everything;
  const { post, unit, division } = principal;
  const place = placeInSight(principal);
  const byUnit = `(said.filed_under && :filed
    OR (said.district_code = :district AND said.ticket_number = ANY (ARRAY(${called}))))`;
  switch (post) {
    case Post.GRID_MEMBER:
      return { condition: "said.filed_under && :filed", values: { filed: [place ?? ""] } };
    case Post.COMMUNITY_STAFF:
    case Post.COMMUNITY_SECRETARY:
    case Post.SUBDISTRICT_LEADER:
      return {
        condition: byUnit,
        values: { filed: [place ?? "", unit], unit, district: districtOf(unit) },
      };
    case Post.RESPONDER:
    case Post.CHIEF_RESPONDER:
      return { condition: byUnit, values: { filed: [unit], unit, district: districtOf(unit) } };
    case Post.CENTRE_DISPATCHER:
    case Post.PERFORMANCE_OFFICE:
    case Post.DISTRICT_LEADER:
    case Post.DATA_STEWARD:
      return { condition: "said.district_code = :district", values: { district: districtOf(division) } };
    default:
      return everything;
  }
}

/** Codes nest by prefix; as a range, because a prefix pattern that is a parameter uses no index. */
function inDivision<Query extends WhereExpressionBuilder>(query: Query, division: string): Query {
  if (division.length < 6) return query.andWhere("false");
  return query.andWhere("(ticket.divisionCode >= :within AND ticket.divisionCode < :withinEnd)", {
    within: division,
    withinEnd: `${division}:`,
  });
}
