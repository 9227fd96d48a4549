import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { districtOf, Post, type Principal } from "../shared/principal.ts";

interface BetweenUnits extends ObjectLiteral {
  readonly districtCode: string;
  readonly receivingUnitCode: string;
}

/**
 * Restricts grants and hand-downs to those a principal takes part in: the sub-district that receives, the department
 * that gives (`giver` names its column), the district that decides. Nobody else, and nothing without a token.
 */
export function visibleToParties<Row extends BetweenUnits>(
  query: SelectQueryBuilder<Row>,
  giver: keyof Row & string,
  principal: Principal | null,
): SelectQueryBuilder<Row> {
  switch (principal?.post) {
    case Post.LIST_KEEPER:
    case Post.DISTRICT_LEADER:
    case Post.CENTRE_DISPATCHER:
      return query.where(`${query.alias}.districtCode = :own`, { own: districtOf(principal.unit) });
    case Post.SUBDISTRICT_LEADER:
      return query.where(`${query.alias}.receivingUnitCode = :own`, { own: principal.unit });
    case Post.CHIEF_RESPONDER:
      return query.where(`${query.alias}.${giver} = :own`, { own: principal.unit });
    default:
      return query.where("false");
  }
}
