import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { Post } from "../../shared/principal.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";
import { Division } from "../division/division.ts";
import { Duty } from "../duty/duty.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { GridAssignment } from "./grid-assignment.ts";
import { GridMember, GridMemberConnection } from "./grid-member.ts";
import { MemberKind } from "./member-kind.ts";

@Resolver(() => GridMember)
export class GridMemberResolver {
  @Query(() => GridMember, {
    nullable: true,
    description: "One grid member's public card; null when there is none (查网格员, ZY-10)",
  })
  @Public()
  member(
    @Arg("id", () => ID, { description: "Member id (网格员编号)" }) id: string,
    @Ctx() { load }: GridsContext,
  ): Promise<GridMember | null> {
    return load.member.load(id);
  }

  @Query(() => GridMemberConnection, {
    description: "Grid members on the rosters of a division (网格员名册)",
  })
  @Public()
  members(
    @Arg("within", () => DivisionCode, { description: "On the rosters inside this division (所属区划)" })
    within: string,
    @Arg("kind", () => String, {
      nullable: true,
      description: "Only of this kind, e.g. BUILDING_HEAD (类型)",
    })
    kind: string | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { members }: GridsContext,
  ): Promise<Page<GridMember>> {
    return members.within({ within, ...(kind && { kind }) }, args);
  }

  @Query(() => [Grid], {
    description: "The grids you serve today; none unless you are a grid member (本人负责的网格, ZY-7)",
  })
  async servedGrids(@Ctx() { principal, members, load }: GridsContext): Promise<Grid[]> {
    if (principal?.post !== Post.GRID_MEMBER) return [];
    const grids = await Promise.all(
      (await members.servedBy(principal.id)).map((code) => load.grid.load(code)),
    );
    return grids.filter((grid) => grid !== null);
  }

  @FieldResolver(() => MemberKind, { nullable: true, description: "Kind of member (类型, KF-3, ZY-7)" })
  kind(@Root() { kindCode }: GridMember, @Ctx() { load }: GridsContext): Promise<MemberKind | null> {
    return load.memberKind.load(kindCode);
  }

  @FieldResolver(() => Division, { nullable: true, description: "Whose roster the member is on (所属单位)" })
  division(@Root() { divisionCode }: GridMember, @Ctx() { load }: GridsContext): Promise<Division | null> {
    return load.division.load(divisionCode);
  }

  @FieldResolver(() => [Duty], { description: "Duties the member carries (职责, ZY-5)" })
  async duties(@Root() { id }: GridMember, @Ctx() { load }: GridsContext): Promise<Duty[]> {
    const carried = await load.dutiesOfMember.load(id);
    const duties = await Promise.all(carried.map(({ dutyCode }) => load.duty.load(dutyCode)));
    return duties.filter((duty) => duty !== null);
  }

  @FieldResolver(() => [GridAssignment], {
    description: "Grids served: past, present and coming, earliest first (任职, ZY-7)",
  })
  assignments(@Root() { id }: GridMember, @Ctx() { load }: GridsContext): Promise<GridAssignment[]> {
    return load.assignmentsOfMember.load(id);
  }
}
