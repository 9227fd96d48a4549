import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { CreditCode } from "../../shared/scalars.ts";
import { Authenticated, Granted, Public } from "../../shared/schema-directives.ts";
import {
  type ConsumerComplaint,
  ConsumerComplaintConnection,
} from "../consumer-complaint/consumer-complaint.ts";
import { type Inspection, InspectionConnection } from "../inspection/inspection.ts";
import type { MarketSupervisionContext } from "../market-supervision.context.ts";
import { type Penalty, PenaltyConnection } from "../penalty/penalty.ts";
import { Division, divisionOf, Grid, gridOf } from "../references.ts";
import { Business, BusinessConnection, businessOf } from "./business.ts";
import { BusinessFilter } from "./business-filter.ts";
import { BusinessState } from "./business-state.ts";
import { Trade } from "./trade.ts";

@Resolver(() => Business)
export class BusinessResolver {
  @Query(() => Business, {
    nullable: true,
    description:
      "One business by its credit code; null when the register has none. While the register cannot be asked, what others hold about the code is told all the same (按统一社会信用代码查市场主体)",
  })
  @Public()
  async business(
    @Arg("creditCode", () => CreditCode, { description: "Unified social credit code (统一社会信用代码)" })
    creditCode: string,
    @Ctx() { register }: MarketSupervisionContext,
  ): Promise<Business | null> {
    const isNone = await register.business.load(creditCode).then(
      (entry) => entry === null,
      // Not known is not none: the fields that need the register say why they are null.
      () => false,
    );
    return isNone ? null : businessOf(creditCode);
  }

  @Query(() => BusinessConnection, {
    nullable: true,
    description:
      "Businesses by name, grid or division, by credit code; null only when the register cannot be asked (查找市场主体)",
  })
  @Public()
  businesses(
    @Arg("filter", () => BusinessFilter, { description: "Which businesses (筛选条件)" })
    filter: BusinessFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { register }: MarketSupervisionContext,
  ): Promise<Page<Business>> {
    const { name, grid, division } = filter;
    return register.list({ name: name?.trim(), grid, division }, args);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Registered name; null when the register has none (名称)",
  })
  name(@Root() { creditCode }: Business, @Ctx() { register }: MarketSupervisionContext) {
    return register.business.load(creditCode).then((entry) => entry?.name);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: "What people call it, which is not published; null when the register has nothing (俗称)",
  })
  @Authenticated()
  aliases(@Root() { creditCode }: Business, @Ctx() { register }: MarketSupervisionContext) {
    return register.business.load(creditCode).then((entry) => entry?.aliases);
  }

  @FieldResolver(() => Trade, {
    nullable: true,
    description: "What it does; null when the register does not say it in a way we know (行业)",
  })
  trade(@Root() { creditCode }: Business, @Ctx() { register }: MarketSupervisionContext) {
    return register.business.load(creditCode).then((entry) => entry?.trade);
  }

  @FieldResolver(() => BusinessState, {
    nullable: true,
    description:
      "Whether it may trade; null when the register does not say it in a way we know, never a guess (经营状态)",
  })
  state(@Root() { creditCode }: Business, @Ctx() { register }: MarketSupervisionContext) {
    return register.business.load(creditCode).then((entry) => entry?.state);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Registered premises; null when the register has none (住所)",
  })
  address(@Root() { creditCode }: Business, @Ctx() { register }: MarketSupervisionContext) {
    return register.business.load(creditCode).then((entry) => entry?.address);
  }

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description: "Day of its registration; null when the register has none (成立日期)",
  })
  registeredOn(@Root() { creditCode }: Business, @Ctx() { register }: MarketSupervisionContext) {
    return register.business.load(creditCode).then((entry) => entry?.registeredOn);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "Its grid; null is a gap in coverage: every business lies in one (所在网格, ZY-3)",
  })
  grid(
    @Root() { creditCode }: Business,
    @Ctx() { register }: MarketSupervisionContext,
  ): Promise<Grid | null> {
    return register.business
      .load(creditCode)
      .then((entry) => (entry?.gridCode ? gridOf(entry.gridCode) : null));
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The smallest division the register names; null when it names none (所在区划)",
  })
  division(
    @Root() { creditCode }: Business,
    @Ctx() { register }: MarketSupervisionContext,
  ): Promise<Division | null> {
    return register.business
      .load(creditCode)
      .then((entry) => (entry?.divisionCode ? divisionOf(entry.divisionCode) : null));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Name of its legal representative or owner; null when the register has none, or you do not reach the business. Personal data (法定代表人)",
  })
  @Granted()
  @Personal(PersonalKind.NAME)
  legalRepresentative(@Root() { creditCode }: Business, @Ctx() { register }: MarketSupervisionContext) {
    return register.unpublished(creditCode).then((entry) => entry?.legalRepresentative);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Telephone of who runs it; null when the register has none, or you do not reach the business. Personal data (联系电话)",
  })
  @Granted()
  @Personal(PersonalKind.PHONE)
  phone(@Root() { creditCode }: Business, @Ctx() { register }: MarketSupervisionContext) {
    return register.unpublished(creditCode).then((entry) => entry?.phone);
  }

  @FieldResolver(() => InspectionConnection, {
    nullable: true,
    description:
      "Inspections of it that you reach, latest first; null only when withheld or not to be had just now (检查)",
  })
  inspections(
    @Root() { creditCode }: Business,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: MarketSupervisionContext,
  ): Promise<Page<Inspection>> {
    return load.inspectionsOfBusiness(creditCode, args);
  }

  @FieldResolver(() => PenaltyConnection, {
    nullable: true,
    description:
      "Penalties against it: those published, and those you reach, latest first; null only when not to be had just now (行政处罚)",
  })
  penalties(
    @Root() { creditCode }: Business,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: MarketSupervisionContext,
  ): Promise<Page<Penalty>> {
    return load.penaltiesOfBusiness(creditCode, args);
  }

  @FieldResolver(() => ConsumerComplaintConnection, {
    nullable: true,
    description:
      "Consumer complaints against it that you reach, latest first; null only when withheld or not to be had just now (消费投诉)",
  })
  consumerComplaints(
    @Root() { creditCode }: Business,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: MarketSupervisionContext,
  ): Promise<Page<ConsumerComplaint>> {
    return load.complaintsOfBusiness(creditCode, args);
  }
}

@Resolver(() => Grid)
export class GridBusinessesResolver {
  @FieldResolver(() => BusinessConnection, {
    nullable: true,
    description:
      "Businesses registered in it, by credit code; null only when the register cannot be asked (网格内市场主体)",
  })
  businesses(
    @Root() { code }: Grid,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { register }: MarketSupervisionContext,
  ): Promise<Page<Business>> {
    return register.list({ grid: code }, args);
  }
}
