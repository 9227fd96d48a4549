import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { GridsContext } from "../grids.context.ts";
import { mergeGrids, splitGrid } from "./grid.lifecycle.ts";
import { Grid } from "./grid.ts";
import { GridMergeInput, GridSplitInput } from "./grid-change-input.ts";

@Resolver()
export class GridChangeResolver {
  @Mutation(() => Grid, {
    description:
      "Cuts a basic grid in two from today on; buildings, households and members go with the land. Answers with the closed grid: its successors say of what size they are (网格拆分, ZY-1). By the sub-district or district. Refuses GRID_NOT_BASIC, GRID_NOT_IN_FORCE, SPLIT_LINE_MISSES, GRID_NAME_MISSING, GRID_CODES_USED_UP.",
  })
  splitGrid(
    @Arg("input", () => GridSplitInput, { description: "Which grid, along which line (拆分)" })
    input: GridSplitInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: GridsContext,
  ): Promise<Grid> {
    const actor = actorOf(context);
    return context.gridChanges.split({ ...input, idempotencyKey }, actor, ([grid], buildings, usedCodes) =>
      splitGrid(grid, buildings, usedCodes, input, actor),
    );
  }

  @Mutation(() => Grid, {
    description:
      "Makes one of neighbouring basic grids of a community from today on; answers with the new grid (网格合并, ZY-1). By the sub-district or district. Refuses GRID_NOT_BASIC, GRID_NOT_IN_FORCE, GRIDS_DO_NOT_ADJOIN, MERGE_NEEDS_NEIGHBOURS, GRID_NAME_MISSING, GRID_CODES_USED_UP.",
  })
  mergeGrids(
    @Arg("input", () => GridMergeInput, { description: "Which grids (合并)" }) input: GridMergeInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: GridsContext,
  ): Promise<Grid> {
    const actor = actorOf(context);
    return context.gridChanges.merge({ ...input, idempotencyKey }, actor, (grids, buildings, usedCodes) =>
      mergeGrids(grids, buildings, usedCodes, input, actor),
    );
  }
}
