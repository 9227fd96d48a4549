import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { ListSize, Requires } from "../../shared/schema-directives.ts";
import { Resident } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { ResidentAccess } from "./resident-access.ts";

const ResidentAccessConnection = connectionOf(ResidentAccess);

/** A household is smaller; nobody lists others to find out who exists. */
const mostResidents = 10;

@Resolver(() => Resident)
export class ResidentAccessResolver {
  @Query(() => [Resident], {
    description:
      "You as a resident, and under `accesses` who looked at data about you; give the ids the grids subgraph knows you by (谁查过我的数据)",
  })
  @ListSize(mostResidents)
  whoLookedAtMe(
    @Arg("residents", () => [ID], { description: `Your resident ids, 1 to ${mostResidents} (居民编号)` })
    residents: string[],
  ): Resident[] {
    if (residents.length === 0 || residents.length > mostResidents) {
      throw refuse("BAD_INPUT", {
        field: "residents",
        problem: `give 1 to ${mostResidents} resident ids`,
        problemZh: `须为 1 至 ${mostResidents} 个居民编号`,
      });
    }
    return residents.map((id) => Object.assign(new Resident(), { id }));
  }

  /**
   * Who a resident is, the grids subgraph knows. Requiring the household makes the gateway ask there first, as whoever
   * asks here: it shows residents nobody but themselves, so that nothing is told here about anybody else.
   */
  @FieldResolver(() => ResidentAccessConnection, {
    nullable: true,
    description:
      "Who looked at data about this resident, latest first; told to the resident alone, later where public security must hold it back; null to whom the grids subgraph does not show the resident (查阅告知)",
  })
  @Requires("household { id }")
  accesses(
    @Root() { id, household }: Resident,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: StewardshipContext,
  ): Promise<Page<ResidentAccess>> | null {
    return household ? load.accessesAboutResident(id, args) : null;
  }
}
