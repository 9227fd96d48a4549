import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Business, businessOf } from "../business/business.ts";
import type { MarketSupervisionContext } from "../market-supervision.context.ts";
import { Grid, gridOf, Ticket, ticketOf } from "../references.ts";
import { Inspection } from "./inspection.ts";

@Resolver(() => Inspection)
export class InspectionResolver {
  @Query(() => Inspection, {
    nullable: true,
    description: "One inspection by its number; null when there is none you reach (按编号查检查)",
  })
  inspection(
    @Arg("number", () => String, { description: "Number of the inspection (检查编号)" }) number: string,
    @Ctx() { load }: MarketSupervisionContext,
  ): Promise<Inspection | null> {
    return load.inspection.load(number);
  }

  @FieldResolver(() => Business, { description: "The business inspected (被检查主体)" })
  business(@Root() { creditCode }: Inspection): Business {
    return businessOf(creditCode);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid it lay in on that day; null when it lay in none (所在网格)",
  })
  grid(@Root() { gridCode }: Inspection): Grid | null {
    return gridCode ? gridOf(gridCode) : null;
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket it was made for; null when it was made for none (工单)",
  })
  ticket(@Root() { ticketNumber }: Inspection): Ticket | null {
    return ticketNumber ? ticketOf(ticketNumber) : null;
  }
}
