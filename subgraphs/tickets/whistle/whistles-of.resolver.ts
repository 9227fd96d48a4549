import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Page } from "../../shared/connection.ts";
import { Estate, Grid, Unit } from "../references.ts";
import { Ticket } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { UnitWhistleListArgs, WhistleListArgs } from "./whistle.input.ts";
import { Whistle, WhistleConnection } from "./whistle.ts";

/** What whistles contribute to tickets and to the places and units of other subgraphs. */

@Resolver(() => Ticket)
export class TicketWhistlesResolver {
  @FieldResolver(() => [Whistle], {
    description:
      "Whistles blown from it that you may see, in order: one a level, and those tried again (所吹之哨)",
  })
  whistles(@Root() { number }: Ticket, @Ctx() { loadWhistle }: TicketsContext): Promise<Whistle[]> {
    return loadWhistle.ofTicket.load(number);
  }
}

@Resolver(() => Unit)
export class UnitWhistlesResolver {
  @FieldResolver(() => WhistleConnection, {
    nullable: true,
    description:
      "Whistles that call the unit, or that it blew, as far as you may see them; null only when not to be had just now (单位应哨与吹哨)",
  })
  whistles(
    @Root() { code }: Unit,
    @Args(() => UnitWhistleListArgs) args: UnitWhistleListArgs,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Page<Whistle>> {
    return loadWhistle.ofUnit(code, args);
  }
}

@Resolver(() => Grid)
export class GridWhistlesResolver {
  @FieldResolver(() => WhistleConnection, {
    nullable: true,
    description:
      "Whistles in the grid that you may see; null only when not to be had just now (网格内之哨, BJ-12)",
  })
  whistles(
    @Root() { code }: Grid,
    @Args(() => WhistleListArgs) args: WhistleListArgs,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Page<Whistle>> {
    return loadWhistle.ofGrid(code, args);
  }
}

@Resolver(() => Estate)
export class EstateWhistlesResolver {
  @FieldResolver(() => WhistleConnection, {
    nullable: true,
    description:
      "Whistles about the estate that you may see; null only when not to be had just now (小区内之哨)",
  })
  whistles(
    @Root() { code }: Estate,
    @Args(() => WhistleListArgs) args: WhistleListArgs,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Page<Whistle>> {
    return loadWhistle.ofEstate(code, args);
  }
}
