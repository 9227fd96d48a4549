import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { PowerItemCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Unit } from "../unit/unit.ts";
import { PowerItem } from "./power-item.ts";
import { PowerItemFilter } from "./power-item-filter.ts";

const PowerItemConnection = connectionOf(PowerItem, { public: true });

@Resolver(() => PowerItem)
export class PowerItemResolver {
  @Query(() => PowerItem, {
    nullable: true,
    description: "One power item by its code; null when there is none (按编码查权责事项)",
  })
  @Public()
  powerItem(
    @Arg("code", () => PowerItemCode, { description: "Power item code (职权编码)" }) code: string,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<PowerItem | null> {
    return load.powerItem.load(code);
  }

  @Query(() => PowerItemConnection, {
    description: "Power items by department, kind, matter or name, listed or not (查找权责事项, PG-5)",
  })
  @Public()
  powerItems(
    @Arg("filter", () => PowerItemFilter, { description: "Which items (筛选条件)" }) filter: PowerItemFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { powerItems }: DepartmentsContext,
  ): Promise<Page<PowerItem>> {
    return powerItems.search(filter, args);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The body the law gives the power to (法定主体)",
  })
  body(@Root() { bodyUnitCode }: PowerItem, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(bodyUnitCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that does the work; null when it is the body itself (承办机构)",
  })
  handlingUnit(
    @Root() { handlingUnitCode }: PowerItem,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> | null {
    return handlingUnitCode ? load.unit.load(handlingUnitCode) : null;
  }
}
