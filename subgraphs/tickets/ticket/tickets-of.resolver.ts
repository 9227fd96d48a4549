import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Page } from "../../shared/connection.ts";
import { Division, Grid, Unit } from "../references.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { type Ticket, TicketConnection } from "./ticket.ts";
import { TicketListArgs } from "./ticket-filter.ts";

/** What tickets contributes to the places and units of other subgraphs: their tickets, as far as the caller may see them. */

@Resolver(() => Grid)
export class GridTicketsResolver {
  @FieldResolver(() => TicketConnection, {
    nullable: true,
    description: "Tickets in the grid that you may see; null only when not to be had just now (网格内工单)",
  })
  tickets(
    @Root() { code }: Grid,
    @Args(() => TicketListArgs) args: TicketListArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<Ticket>> {
    return load.ticketsOfGrid(code, args);
  }
}

@Resolver(() => Division)
export class DivisionTicketsResolver {
  @FieldResolver(() => TicketConnection, {
    nullable: true,
    description:
      "Tickets in the division, at any level, that you may see; null only when not to be had just now (区划内工单)",
  })
  tickets(
    @Root() { code }: Division,
    @Args(() => TicketListArgs) args: TicketListArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<Ticket>> {
    return load.ticketsOfDivision(code, args);
  }
}

@Resolver(() => Unit)
export class UnitTicketsResolver {
  @FieldResolver(() => TicketConnection, {
    nullable: true,
    description: "Tickets with the unit that you may see; null only when not to be had just now (承办工单)",
  })
  tickets(
    @Root() { code }: Unit,
    @Args(() => TicketListArgs) args: TicketListArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<Ticket>> {
    return load.ticketsOfUnit(code, args);
  }
}
