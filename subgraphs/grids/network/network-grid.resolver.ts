import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { NetworkGrid } from "./network-grid.ts";

@Resolver(() => NetworkGrid)
export class NetworkGridResolver {
  @FieldResolver(() => Grid, { nullable: true, description: "The unified grid (统一网格, BJ-5)" })
  grid(@Root() { gridCode }: NetworkGrid, @Ctx() { load }: GridsContext): Promise<Grid | null> {
    return load.grid.load(gridCode);
  }
}
