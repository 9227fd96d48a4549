import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { Public } from "../../shared/schema-directives.ts";
import type { CityManagementContext } from "../city-management.context.ts";
import { Grid, gridOf, Unit, unitOf } from "../references.ts";
import { StreetOrderKind } from "../street-order-class/street-order-class.ts";
import { StreetOrderSubclass, subclassKey } from "../street-order-class/street-order-subclass.ts";
import { Component, ComponentConnection } from "./component.ts";
import { requireComponentCode } from "./component-code.ts";
import { ComponentFilter } from "./component-filter.ts";

@Resolver(() => Component)
export class ComponentResolver {
  @Query(() => Component, {
    nullable: true,
    description:
      "One component by the code on its plate; null when there is none of that code (按代码查部件)",
  })
  @Public()
  component(
    @Arg("code", () => String, { description: "16 digits (部件代码, CJ/T 214)" }) code: string,
    @Ctx() { load }: CityManagementContext,
  ): Promise<Component | null> {
    return load.component.load(requireComponentCode(code));
  }

  @Query(() => ComponentConnection, {
    description: "Components by place, class and state, by code (查找部件)",
  })
  @Public()
  components(
    @Arg("filter", () => ComponentFilter, { description: "Which components (筛选条件)" })
    filter: ComponentFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { components }: CityManagementContext,
  ): Promise<Page<Component>> {
    return components.search(filter, args);
  }

  @FieldResolver(() => StreetOrderSubclass, {
    nullable: true,
    description: "Its sub-class, as its code says; null only when it cannot be looked up (小类)",
  })
  subclass(
    @Root() { subclassCode }: Component,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderSubclass | null> {
    return load.subclass.load(subclassKey({ kind: StreetOrderKind.COMPONENT, code: subclassCode }));
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid it stands in; null only when it cannot be looked up (所在网格)",
  })
  grid(@Root() { gridCode }: Component): Grid {
    return gridOf(gridCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that answers for it; null only when it cannot be looked up (责任单位)",
  })
  responsibleUnit(@Root() { responsibleUnitCode }: Component): Unit {
    return unitOf(responsibleUnitCode);
  }
}

@Resolver(() => Grid)
export class GridComponentsResolver {
  @FieldResolver(() => ComponentConnection, {
    nullable: true,
    description: "Components that stand in it, by code; null only when not to be had just now (网格内部件)",
  })
  components(
    @Root() { code }: Grid,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: CityManagementContext,
  ): Promise<Page<Component>> {
    return load.componentsOfGrid(code, args);
  }
}
