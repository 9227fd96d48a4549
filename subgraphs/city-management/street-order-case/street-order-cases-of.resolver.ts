import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { Authenticated } from "../../shared/schema-directives.ts";
import type { CityManagementContext } from "../city-management.context.ts";
import { Component } from "../component/component.ts";
import { Business, Grid, Ticket } from "../references.ts";
import { type StreetOrderCase, StreetOrderCaseConnection } from "./street-order-case.ts";

const pageDescription = "newest first; null when they are withheld from you altogether";

@Resolver(() => Grid)
export class GridStreetOrderCasesResolver {
  @FieldResolver(() => StreetOrderCaseConnection, {
    nullable: true,
    description: `Street-order cases in it that you may see, ${pageDescription} (网格内市容案件)`,
  })
  streetOrderCases(
    @Root() { code }: Grid,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: CityManagementContext,
  ): Promise<Page<StreetOrderCase>> {
    return load.casesOf.grid(code, args);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many street-order cases are open in it, all of them; null only when it cannot be looked up (未结市容案件数)",
  })
  @Authenticated()
  openStreetOrderCases(@Root() { code }: Grid, @Ctx() { load }: CityManagementContext): Promise<number> {
    return load.openCasesInGrid.load(code);
  }
}

@Resolver(() => Component)
export class ComponentStreetOrderCasesResolver {
  @FieldResolver(() => StreetOrderCaseConnection, {
    nullable: true,
    description: `Street-order cases about it that you may see, ${pageDescription} (部件案件)`,
  })
  streetOrderCases(
    @Root() { code }: Component,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: CityManagementContext,
  ): Promise<Page<StreetOrderCase>> {
    return load.casesOf.component(code, args);
  }
}

@Resolver(() => Ticket)
export class TicketStreetOrderCasesResolver {
  @FieldResolver(() => StreetOrderCaseConnection, {
    nullable: true,
    description: `Street-order cases it led to that you may see, ${pageDescription} (转办市容案件)`,
  })
  streetOrderCases(
    @Root() { number }: Ticket,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: CityManagementContext,
  ): Promise<Page<StreetOrderCase>> {
    return load.casesOf.ticket(number, args);
  }
}

@Resolver(() => Business)
export class BusinessStreetOrderCasesResolver {
  @FieldResolver(() => StreetOrderCaseConnection, {
    nullable: true,
    description: `Street-order cases it was dealt with in that you may see, ${pageDescription} (涉及市容案件)`,
  })
  streetOrderCases(
    @Root() { creditCode }: Business,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: CityManagementContext,
  ): Promise<Page<StreetOrderCase>> {
    return load.casesOf.business(creditCode, args);
  }
}
