import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Building } from "../building/building.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { GridAssignment } from "./grid-assignment.ts";
import { GridMember } from "./grid-member.ts";

@Resolver(() => GridAssignment)
export class GridAssignmentResolver {
  @FieldResolver(() => GridMember, { nullable: true, description: "Who serves (网格员)" })
  member(@Root() { memberId }: GridAssignment, @Ctx() { load }: GridsContext): Promise<GridMember | null> {
    return load.member.load(memberId);
  }

  @FieldResolver(() => Grid, { nullable: true, description: "The grid served (网格)" })
  grid(@Root() { gridCode }: GridAssignment, @Ctx() { load }: GridsContext): Promise<Grid | null> {
    return load.grid.load(gridCode);
  }

  @FieldResolver(() => Building, {
    nullable: true,
    description: "The building of a building head; null when the whole grid is served (楼栋)",
  })
  building(
    @Root() { buildingCode }: GridAssignment,
    @Ctx() { load }: GridsContext,
  ): Promise<Building | null> | null {
    return buildingCode ? load.building.load(buildingCode) : null;
  }
}
