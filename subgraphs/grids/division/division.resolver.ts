import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";
import type { GridsContext } from "../grids.context.ts";
import { Division } from "./division.ts";

const DivisionConnection = connectionOf(Division, { public: true });

const ancestorLengths = [2, 4, 6, 9, 12];

@Resolver(() => Division)
export class DivisionResolver {
  @Query(() => Division, {
    nullable: true,
    description: "One division by its code; null when there is none (按代码查区划)",
  })
  @Public()
  division(
    @Arg("code", () => DivisionCode, { description: "Division code (区划代码)" }) code: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Division | null> {
    return load.division.load(code);
  }

  @Query(() => DivisionConnection, {
    description:
      "Divisions within one division, by name. Always within: 马坊镇 exists in several counties (按名称查区划)",
  })
  @Public()
  divisions(
    @Arg("within", () => DivisionCode, { description: "Only divisions inside this one (所属区划)" })
    within: string,
    @Arg("name", () => String, { nullable: true, description: "Part of the name (名称的一部分)" }) name:
      | string
      | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { divisions }: GridsContext,
  ): Promise<Page<Division>> {
    return divisions.search(within, name, args);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The division it lies in; null at the top (上级区划)",
  })
  parent(@Root() division: Division, @Ctx() { load }: GridsContext): Promise<Division | null> | null {
    return division.parentCode ? load.division.load(division.parentCode) : null;
  }

  @FieldResolver(() => [Division], {
    description: "From the province down to this division, as an address is written (区划路径)",
  })
  async path(@Root() { code }: Division, @Ctx() { load }: GridsContext): Promise<Division[]> {
    const codes = ancestorLengths
      .filter((length) => length <= code.length)
      .map((length) => code.slice(0, length));
    const path = await Promise.all(codes.map((each) => load.division.load(each)));
    return path.filter((division) => division !== null);
  }

  @FieldResolver(() => DivisionConnection, { description: "The divisions one level below (下级区划)" })
  children(
    @Root() { code }: Division,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Division>> {
    return load.divisionChildren(code, args);
  }
}
