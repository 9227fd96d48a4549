import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Page } from "../../../shared/connection.ts";
import { Matter, PowerItem, Unit } from "../../references.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { Ticket } from "../ticket.ts";
import { RefusedDispatch, RefusedDispatchConnection } from "./refused-dispatch.ts";
import { RefusedDispatchListArgs } from "./refused-dispatch-filter.ts";

@Resolver(() => RefusedDispatch)
export class RefusedDispatchResolver {
  @Query(() => RefusedDispatchConnection, {
    description:
      "What the lists kept from being put on somebody, the latest first: of the district for the establishment office, the centre and the district, else what concerns your own unit (被拒派单, GZ-8)",
  })
  refusedDispatches(
    @Args(() => RefusedDispatchListArgs) args: RefusedDispatchListArgs,
    @Ctx() { refusedDispatches }: TicketsContext,
  ): Promise<Page<RefusedDispatch>> {
    return refusedDispatches.list(args);
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "Of which ticket; null when you may not see that (工单)",
  })
  ticket(@Root() { ticketNumber }: RefusedDispatch, @Ctx() { load }: TicketsContext): Promise<Ticket | null> {
    return load.ticket.load(ticketNumber);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "On whom it was to be put; null only when it cannot be looked up (拟派单位)",
  })
  unit(@Root() { unitCode }: RefusedDispatch): Unit {
    return { code: unitCode };
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: "What was to be put on it; null only when it cannot be looked up (事项)",
  })
  matter(@Root() { matterCode }: RefusedDispatch): Matter {
    return { code: matterCode };
  }

  @FieldResolver(() => PowerItem, {
    nullable: true,
    description: "Under which item; null where none was named (职权事项)",
  })
  item(@Root() { itemCode }: RefusedDispatch): PowerItem | null {
    return itemCode ? { code: itemCode } : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "With whom it stays; null when the lists know of nobody (责任单位)",
  })
  responsibleUnit(@Root() { responsibleUnitCode }: RefusedDispatch): Unit | null {
    return responsibleUnitCode ? { code: responsibleUnitCode } : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Whose post tried; null only when it cannot be looked up (操作单位)",
  })
  triedBy(@Root() { actorUnitCode }: RefusedDispatch): Unit {
    return { code: actorUnitCode };
  }
}
