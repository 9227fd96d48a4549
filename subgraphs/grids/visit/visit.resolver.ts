import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { RequiresScopes } from "../../shared/schema-directives.ts";
import { Subject } from "../../shared/subject.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { householdScopes } from "../household/household.scopes.ts";
import { Household } from "../household/household.ts";
import { GridMember } from "../member/grid-member.ts";
import { Observation } from "./observation.ts";
import { recordVisit } from "./visit.lifecycle.ts";
import { Visit } from "./visit.ts";
import { VisitInput } from "./visit-input.ts";

@Resolver(() => Visit)
export class VisitResolver {
  @Query(() => Visit, {
    nullable: true,
    description: "One visit by its id; null when there is none you may see (按编号查走访)",
  })
  visit(
    @Arg("id", () => ID, { description: "Visit id (走访编号)" }) id: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Visit | null> {
    return load.visit.load(id);
  }

  @Mutation(() => Visit, {
    description:
      "Records a visit: by a member who served the household that day, or staff of its community (登记入户走访, KF-2, KF-3). Refuses NOT_SERVING_HOUSEHOLD, VISIT_IN_FUTURE, OBSERVATION_PURPOSE_MISSING, OBSERVATION_EXPIRY.",
  })
  recordVisit(
    @Arg("input", () => VisitInput, { description: "The visit (走访)" }) input: VisitInput,
    @Arg("idempotencyKey", () => String, {
      description: idempotencyKeyDescription,
    })
    idempotencyKey: string,
    @Ctx() context: GridsContext,
  ): Promise<Visit> {
    const actor = actorOf(context);
    return context.visits.record({ ...input, idempotencyKey }, actor, (household, serving) =>
      recordVisit(household, serving, input, actor),
    );
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: "The household; null when you may see the visit but not the household (走访户)",
  })
  @RequiresScopes(...householdScopes)
  @Subject()
  household(@Root() { householdId }: Visit, @Ctx() { load }: GridsContext): Promise<Household | null> {
    return load.household.load(householdId);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The household's grid on that day; null when it had none (所在网格)",
  })
  grid(@Root() { gridCode }: Visit, @Ctx() { load }: GridsContext): Promise<Grid | null> | null {
    return gridCode ? load.grid.load(gridCode) : null;
  }

  @FieldResolver(() => GridMember, {
    nullable: true,
    description: "The grid member who visited; null when it was community staff (走访网格员)",
  })
  member(@Root() { memberId }: Visit, @Ctx() { load }: GridsContext): Promise<GridMember | null> | null {
    return memberId ? load.member.load(memberId) : null;
  }

  @FieldResolver(() => [Observation], {
    description: "Situations noted on it that are in date (走访情况, ZY-6)",
  })
  @RequiresScopes(["observation:read"])
  observations(@Root() { id }: Visit, @Ctx() { load }: GridsContext): Promise<Observation[]> {
    return load.observationsOfVisit.load(id);
  }
}
