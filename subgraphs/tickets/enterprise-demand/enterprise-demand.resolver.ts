import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { addCalendarDays, type Day, monthOf } from "../../shared/calendar.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { type Demand, DemandConnection } from "../demand/demand.ts";
import { Business, Division } from "../references.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { EnterpriseDemandCount } from "./enterprise-demand-count.ts";
import { EnterpriseDemandReport } from "./enterprise-demand-report.ts";

@Resolver(() => EnterpriseDemandCount)
export class EnterpriseDemandResolver {
  @Query(() => [EnterpriseDemandCount], {
    description:
      "What enterprises asked in a place, by credit code and month of a year at most, as far as you may see the tickets; 500 rows at most (企业诉求综合考评, PG-13)",
  })
  @ListSize(100)
  enterpriseDemands(
    @Arg("division", () => DivisionCode, { description: "Place, at any level (区划)" }) division: string,
    @Arg("from", () => GraphQLLocalDate, { description: "First day (起)" }) from: Day,
    @Arg("until", () => GraphQLLocalDate, { description: "Last day, included (止)" }) until: Day,
    @Ctx() { enterpriseDemands, at }: TicketsContext,
  ): Promise<EnterpriseDemandCount[]> {
    if (until < from || until > addCalendarDays(from, 366)) {
      throw refuse("BAD_INPUT", {
        field: "until",
        problem: "ask for a period that ends after it begins, a year at most",
        problemZh: "统计期间须先起后止，最长一年",
      });
    }
    return enterpriseDemands.counts({ division, from, until }, at);
  }

  @Query(() => EnterpriseDemandReport, {
    description:
      "The month's report on what enterprises asked in a place, together and one by one, each figure with what it is told over, as far as you may see the tickets (企业诉求综合考评报告, PG-13)",
  })
  async enterpriseDemandReport(
    @Arg("division", () => DivisionCode, { description: "Place, at any level (区划)" }) division: string,
    @Arg("month", () => GraphQLLocalDate, { description: "Any day of the month (月份)" }) day: Day,
    @Ctx() { enterpriseDemands, at }: TicketsContext,
  ): Promise<EnterpriseDemandReport> {
    const { from, until } = monthOf(day);
    const period = { division, from, until };
    const [together, byEnterprise] = await Promise.all([
      enterpriseDemands.together(period, at),
      enterpriseDemands.counts(period, at),
    ]);
    return Object.assign(new EnterpriseDemandReport(), {
      divisionCode: division,
      month: from,
      ...together,
      byEnterprise,
    });
  }

  @FieldResolver(() => Business, {
    nullable: true,
    description: "The enterprise; null for all together, or when it cannot be looked up (企业)",
  })
  business(@Root() { creditCode }: EnterpriseDemandCount): Business | null {
    return creditCode ? Object.assign(new Business(), { creditCode }) : null;
  }
}

@Resolver(() => EnterpriseDemandReport)
export class EnterpriseDemandReportResolver {
  @FieldResolver(() => Division, {
    nullable: true,
    description: "The place; null only when it cannot be looked up (区划)",
  })
  division(@Root() { divisionCode }: EnterpriseDemandReport): Division {
    return { code: divisionCode };
  }
}

@Resolver(() => Business)
export class BusinessDemandsResolver {
  @FieldResolver(() => DemandConnection, {
    nullable: true,
    description:
      "What it asked under its credit code, the latest first, as far as you may see the tickets; null only when not to be had just now (企业诉求, PG-13)",
  })
  demands(
    @Root() { creditCode }: Business,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<Demand>> {
    return load.demandsOfBusiness(creditCode, args);
  }
}
