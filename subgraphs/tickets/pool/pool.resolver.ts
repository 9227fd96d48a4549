import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { Ticket } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { PoolCount } from "./pool-count.ts";
import { PoolRoute, PoolState, poolRouteOf, poolStateOf } from "./pool-state.ts";

@Resolver(() => Ticket)
export class PoolResolver {
  @Query(() => [PoolCount], {
    description:
      "The pool of what nobody complained of, by where it stands now, of tickets taken in in a period and as far as you may see them; its tickets are `tickets(filter: { poolState: … })` of the same period (未诉先办工单池, PG-14)",
  })
  @ListSize(6)
  proactivePool(
    @Arg("division", () => DivisionCode, { description: "Within this division (区划)" }) division: string,
    @Arg("from", () => GraphQLLocalDate, { description: "First day (起)" }) from: Day,
    @Arg("until", () => GraphQLLocalDate, { description: "Last day, included (止)" }) until: Day,
    @Ctx() { pool }: TicketsContext,
  ): Promise<PoolCount[]> {
    return pool.counts(division, from, until);
  }

  @FieldResolver(() => PoolState, {
    nullable: true,
    description:
      "Where it stands in the pool it came in by; null for what somebody complained of (工单池状态, PG-14)",
  })
  poolState(@Root() ticket: Ticket): PoolState | null {
    return poolStateOf(ticket);
  }

  @FieldResolver(() => PoolRoute, {
    nullable: true,
    description:
      "Whether to send it to the unit whose duty it is or to whistle for several; null until it is matched, once it was routed, and for what is not of the pool (分流建议, PG-14)",
  })
  poolRoute(@Root() ticket: Ticket): PoolRoute | null {
    return poolRouteOf(ticket);
  }
}
