import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Building } from "../building/building.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { assignMember, endAssignment } from "./assignment.lifecycle.ts";
import { AssignmentInput } from "./assignment-input.ts";
import { GridAssignment } from "./grid-assignment.ts";
import { GridMember } from "./grid-member.ts";

@Resolver(() => GridAssignment)
export class GridAssignmentResolver {
  @Mutation(() => GridAssignment, {
    description:
      "A member begins to serve a grid, or as building head one building of it: by the community or its sub-district (网格员任职, ZY-7). Refuses ALREADY_ASSIGNED, GRID_NOT_IN_FORCE, BUILDING_NOT_IN_GRID, MEMBER_OF_ANOTHER_DISTRICT, PERIOD_REVERSED.",
  })
  assignMember(
    @Arg("input", () => AssignmentInput, { description: "Who serves what, from when (任职)" })
    input: AssignmentInput,
    @Arg("idempotencyKey", () => String, {
      description: idempotencyKeyDescription,
    })
    idempotencyKey: string,
    @Ctx() context: GridsContext,
  ): Promise<GridAssignment> {
    const actor = actorOf(context);
    return context.assignments.begin({ ...input, idempotencyKey }, actor, (found) =>
      assignMember(found, input, actor),
    );
  }

  @Mutation(() => GridAssignment, {
    description:
      "From a day on, a member no longer serves: by the community or its sub-district (结束任职, ZY-7). Refuses ASSIGNMENT_ENDED, PERIOD_REVERSED.",
  })
  endAssignment(
    @Arg("id", () => ID, { description: "Assignment id (任职编号)" }) id: string,
    @Arg("from", () => GraphQLLocalDate, { description: "First day on which it is over (结束日期)" })
    from: Day,
    @Arg("idempotencyKey", () => String, {
      description: idempotencyKeyDescription,
    })
    idempotencyKey: string,
    @Ctx() context: GridsContext,
  ): Promise<GridAssignment> {
    const actor = actorOf(context);
    const request = { id, from, idempotencyKey };
    return context.assignments.change("endAssignment", request, actor, (assignment) =>
      endAssignment(assignment, from, actor),
    );
  }

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
