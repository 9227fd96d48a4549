import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Division } from "../division/division.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { PartyBranch } from "./party-branch.ts";

@Resolver(() => PartyBranch)
export class PartyBranchResolver {
  @FieldResolver(() => Division, { nullable: true, description: "The community it belongs to (所属社区)" })
  division(@Root() { communityCode }: PartyBranch, @Ctx() { load }: GridsContext): Promise<Division | null> {
    return load.division.load(communityCode);
  }

  @FieldResolver(() => [Grid], { description: "The grids it serves today (所辖网格, GZ-13)" })
  grids(@Root() { code }: PartyBranch, @Ctx() { load }: GridsContext): Promise<Grid[]> {
    return load.gridsOfBranch.load(code);
  }
}
