import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { Unit } from "../references.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { LedgerAccount } from "./ledger-account.ts";

@Resolver(() => LedgerAccount)
export class LedgerResolver {
  @Query(() => [LedgerAccount], {
    description:
      "The open ledger of a place by handling unit and age, the oldest first; its tickets are `tickets(filter: { ledgered: true })` (未销号台账, ZY-18)",
  })
  @ListSize(50)
  openLedger(
    @Arg("division", () => DivisionCode, { description: "Place, at any level (区划)" }) division: string,
    @Ctx() { ledger, at }: TicketsContext,
  ): Promise<LedgerAccount[]> {
    return ledger.accounts(division, at);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that answers for them; null for those with the centre (承办单位)",
  })
  unit(@Root() { unitCode }: LedgerAccount): Unit | null {
    return unitCode ? Object.assign(new Unit(), { code: unitCode }) : null;
  }
}
