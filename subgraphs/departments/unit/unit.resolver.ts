import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { dayOf } from "../../shared/calendar.ts";
import { connectionOf, maximumPageSize, type Page, PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { ListSize, Public } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Division, divisionOf } from "../references.ts";
import { staffingFloor } from "./staffing-floor.ts";
import { Unit } from "./unit.ts";
import { UnitFilter } from "./unit-filter.ts";

const UnitConnection = connectionOf(Unit, { public: true });

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => Unit, {
    nullable: true,
    description: "One unit by its code; null when there is none (按代码查单位)",
  })
  @Public()
  unit(
    @Arg("code", () => String, { description: "Unit code (单位代码)" }) code: string,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> {
    return load.unit.load(code);
  }

  @Query(() => [Unit], {
    description: `The units with these codes, at most ${maximumPageSize}, in the order asked; unknown codes are left out (按代码批量查单位)`,
  })
  @Public()
  @ListSize(20)
  async units(
    @Arg("codes", () => [String], { description: "Unit codes (单位代码)" }) codes: string[],
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit[]> {
    if (codes.length > maximumPageSize) {
      throw refuse("PAGE_TOO_LARGE", { asked: codes.length, maximum: maximumPageSize });
    }
    const units = await Promise.all(codes.map((code) => load.unit.load(code)));
    return units.filter((unit) => unit !== null);
  }

  @Query(() => UnitConnection, { description: "Units by place, kind, level or name (查找单位)" })
  @Public()
  searchUnits(
    @Arg("filter", () => UnitFilter, { description: "Which units (筛选条件)" }) filter: UnitFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { units, at }: DepartmentsContext,
  ): Promise<Page<Unit>> {
    return units.search(filter, dayOf(at), args);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit it belongs to, to which it escalates; null at the top (上级单位, ZY-11)",
  })
  parent(@Root() unit: Unit, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> | null {
    return unit.parentCode ? load.unit.load(unit.parentCode) : null;
  }

  @FieldResolver(() => [Unit], { description: "From the top of the tree down to this unit (单位路径)" })
  async path(@Root() unit: Unit, @Ctx() { load }: DepartmentsContext): Promise<Unit[]> {
    const path = [unit];
    for (let code = unit.parentCode; code; ) {
      const parent = await load.unit.load(code);
      if (!parent) break;
      path.unshift(parent);
      code = parent.parentCode;
    }
    return path;
  }

  @FieldResolver(() => [Unit], {
    description:
      "Units directly below it, also those closed since: the offices of one body, a few hundred at most (下级单位)",
  })
  @ListSize(50)
  children(@Root() { code }: Unit, @Ctx() { load }: DepartmentsContext): Promise<Unit[]> {
    return load.unitChildren.load(code);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The division it serves; null only when it cannot be looked up (服务区划)",
  })
  division(@Root() { divisionCode }: Unit): Division {
    return divisionOf(divisionCode);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Fewest full-time staff it must have; null where no rule sets one (最低专职人数, ZY-8)",
  })
  staffingFloor(@Root() unit: Unit): number | null {
    return staffingFloor(unit);
  }
}

@Resolver(() => Division)
export class DivisionUnitResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The territorial body that governs it; null where none is registered (属地单位)",
  })
  unit(@Root() { code }: Division, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(code);
  }
}
