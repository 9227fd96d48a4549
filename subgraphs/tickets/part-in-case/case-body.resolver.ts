import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { refuse } from "../../shared/errors.ts";
import { Post } from "../../shared/principal.ts";
import { forbidden, nobody } from "../../shared/refusal.ts";
import { ListSize, RequiresScopes } from "../../shared/schema-directives.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { CaseBody } from "./case-body.ts";

/** Cases of one question at most. */
const mostCases = 500;

/** The one service that tells owners and those called who has access by a case. */
const teller = "stewardship";

@Resolver(() => CaseBody)
export class CaseBodyResolver {
  @Query(() => [CaseBody], {
    description: `Who works on these cases, those that are open, at most ${mostCases} at once; for the service that tells owners who has access by them (案件参与单位核对)`,
  })
  @RequiresScopes(["feed:read"])
  @ListSize(mostCases)
  caseBodies(
    @Arg("tickets", () => [String], { description: "Numbers of tickets (工单编号)" }) tickets: string[],
    @Ctx() { principal, caseBodies }: TicketsContext,
  ): Promise<CaseBody[]> {
    if (principal?.post !== Post.SERVICE || principal.unit !== teller) {
      throw forbidden("GATEWAY-ALONE", principal ?? nobody, {
        en: `only the service ${teller} asks this`,
        zh: `仅 ${teller} 服务可作此核对`,
        units: [teller],
      });
    }
    if (tickets.length > mostCases) {
      throw refuse("PAGE_TOO_LARGE", { asked: tickets.length, maximum: mostCases });
    }
    return caseBodies.of(tickets);
  }
}
