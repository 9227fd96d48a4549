import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Authenticated, Public } from "../../shared/schema-directives.ts";
import { Demand, DemandConnection } from "../demand/demand.ts";
import { Unit } from "../references.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { announcePetitionDay } from "./petition-day.lifecycle.ts";
import { PetitionDay, PetitionDayConnection } from "./petition-day.ts";
import { PetitionDayInput, PetitionDayListArgs } from "./petition-day-input.ts";

@Resolver(() => PetitionDay)
export class PetitionDayResolver {
  @Query(() => PetitionDayConnection, {
    description: "When which leader hears people where, the soonest first (信访接待日安排, GZ-17)",
  })
  @Public()
  petitionDays(
    @Args(() => PetitionDayListArgs) args: PetitionDayListArgs,
    @Ctx() { petitionDays }: TicketsContext,
  ): Promise<Page<PetitionDay>> {
    return petitionDays.list(args);
  }

  @Mutation(() => PetitionDay, {
    description:
      "A unit's leaders or the centre announce a petition day of their own (公告信访接待日, GZ-17)",
  })
  announcePetitionDay(
    @Arg("input", () => PetitionDayInput, { description: "When, where and who hears (接访安排)" })
    input: PetitionDayInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<PetitionDay> {
    const actor = actorOf(context);
    return context.petitionDays.announce({ input, idempotencyKey }, actor, () =>
      announcePetitionDay(input, actor),
    );
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Whose day it is; null only when it cannot be looked up (接访单位)",
  })
  unit(@Root() { unitCode }: PetitionDay): Unit {
    return { code: unitCode };
  }

  @FieldResolver(() => DemandConnection, {
    nullable: true,
    description: "What was heard on it, as far as you may see the tickets; null without a token (接访诉求)",
  })
  @Authenticated()
  demands(
    @Root() { id }: PetitionDay,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<Demand>> {
    return load.demandsOfPetitionDay(id, args);
  }
}

@Resolver(() => Demand)
export class DemandPetitionResolver {
  @FieldResolver(() => PetitionDay, {
    nullable: true,
    description: "The petition day it was heard on; null for what came otherwise (信访接待日, GZ-17)",
  })
  petitionDay(
    @Root() { petitionDayId }: Demand,
    @Ctx() { load }: TicketsContext,
  ): Promise<PetitionDay | null> | null {
    return petitionDayId ? load.petitionDay.load(petitionDayId) : null;
  }
}
