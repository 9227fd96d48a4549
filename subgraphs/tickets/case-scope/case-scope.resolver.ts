import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { TicketsContext } from "../tickets.context.ts";
import { CaseScope } from "./case-scope.ts";

@Resolver(() => CaseScope)
export class CaseScopeResolver {
  @Query(() => CaseScope, {
    nullable: true,
    description:
      "What belongs to a case; null when there is no such ticket you may see, or the case is over: struck off, archived, rejected or merged (查案件范围)",
  })
  caseScope(
    @Arg("number", () => String, { description: "Ticket number (工单编号)" }) number: string,
    @Ctx() { caseScopes }: TicketsContext,
  ): Promise<CaseScope | null> {
    return caseScopes.of(number);
  }
}
