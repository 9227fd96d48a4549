import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { Division, divisionOf, Ticket, ticketOf, Unit, unitOf } from "../references.ts";
import { CallBackDue, CallBackDueConnection } from "./call-back-due.ts";

@Resolver(() => CallBackDue)
export class CallBackDueResolver {
  @Query(() => CallBackDueConnection, {
    description:
      "Demanders still to be asked about the handling, whoever has waited longest first; empty when all were asked (待回访列表, ZY-12)",
  })
  callBacksDue(
    @Arg("division", () => DivisionCode, {
      nullable: true,
      description: "About tickets inside this division; absent: wherever you may see them (区划)",
    })
    division: string | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { callBacksDue }: EvaluationContext,
  ): Promise<Page<CallBackDue>> {
    return callBacksDue.search(division, args);
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket it is about; null when you may not see it, or it cannot be looked up (工单)",
  })
  ticket(@Root() { ticketNumber }: CallBackDue): Ticket {
    return ticketOf(ticketNumber);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The division the ticket comes from; null only when it cannot be looked up (区划)",
  })
  division(@Root() { divisionCode }: CallBackDue): Division {
    return divisionOf(divisionCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that handled the ticket; null only when it cannot be looked up (承办单位)",
  })
  handlingUnit(@Root() { handlingUnitCode }: CallBackDue): Unit {
    return unitOf(handlingUnitCode);
  }
}
