import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Day, dayOf } from "../../shared/calendar.ts";
import type { Page } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { Subjects, subjectsOf } from "../../shared/subject.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Division, divisionOf } from "../references.ts";
import { Unit } from "../unit/unit.ts";
import { endReporting, reportToCommunity } from "./double-reporting.lifecycle.ts";
import { DoubleReporting, DoubleReportingConnection, DoubleReportingCount } from "./double-reporting.ts";
import { DoubleReportingArgs, ReportToCommunityInput } from "./double-reporting-input.ts";

const KeyArg = () => Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription });

@Resolver(() => DoubleReporting)
export class DoubleReportingResolver {
  @Query(() => DoubleReportingConnection, {
    description:
      "Bodies and people that report to communities, the latest first: of your unit, of your place, or of your district's offices (双报到, PG-17)",
  })
  doubleReportings(
    @Args(() => DoubleReportingArgs) args: DoubleReportingArgs,
    @Ctx() { doubleReportings }: DepartmentsContext,
  ): Promise<Page<DoubleReporting>> {
    return doubleReportings.list(args);
  }

  @Query(() => [DoubleReportingCount], {
    description:
      "How many report to each community of a division of your district on a day; communities with none are left out (双报到数量, PG-17)",
  })
  @ListSize(50)
  doubleReportingCounts(
    @Arg("division", () => DivisionCode, { description: "Place, at any level (区划)" }) division: string,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "Day; today when absent (日期)" })
    on: Day | undefined,
    @Ctx() { doubleReportings, at }: DepartmentsContext,
  ): Promise<DoubleReportingCount[]> {
    return doubleReportings.counts(division, on ?? dayOf(at));
  }

  @Mutation(() => DoubleReporting, {
    description:
      "A community, or the chief of the unit, enters that a body or a person reports to the community (报到登记, PG-17)",
  })
  reportToCommunity(
    @Arg("input", () => ReportToCommunityInput, { description: "Who reports where, since when (报到)" })
    input: ReportToCommunityInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<DoubleReporting> {
    const actor = actorOf(context);
    const { personId = null, name = null, post = null } = input;
    return context.doubleReportings.report({ ...input, idempotencyKey }, actor, (unit, community) =>
      reportToCommunity({ ...input, personId, name, post }, unit, community, actor),
    );
  }

  @Mutation(() => DoubleReporting, {
    description: "Enters that somebody reports no longer (结束报到, PG-17)",
  })
  endReporting(
    @Arg("id", () => ID, { description: "Identifier (报到标识)" }) id: string,
    @Arg("until", () => GraphQLLocalDate, { description: "First day no longer, today or before (结束日期)" })
    until: Day,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<DoubleReporting> {
    const actor = actorOf(context);
    return context.doubleReportings.end({ id, until, idempotencyKey }, actor, (reporting) =>
      endReporting(reporting, until, actor),
    );
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The body's unit, or the person's (单位)" })
  unit(@Root() { unitCode }: DoubleReporting, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(unitCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The community; null only when it cannot be looked up (报到社区)",
  })
  community(@Root() { communityCode }: DoubleReporting): Division {
    return divisionOf(communityCode);
  }

  @Subjects()
  subjects(@Root() { personId: person }: DoubleReporting): string[] {
    return subjectsOf({ person });
  }
}

@Resolver(() => DoubleReportingCount)
export class DoubleReportingCountResolver {
  @FieldResolver(() => Division, {
    nullable: true,
    description: "The community; null only when it cannot be looked up (社区)",
  })
  community(@Root() { communityCode }: DoubleReportingCount): Division {
    return divisionOf(communityCode);
  }
}
