import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { Requires } from "../../shared/schema-directives.ts";
import { Resident } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { ResidentAccess } from "./resident-access.ts";

const ResidentAccessConnection = connectionOf(ResidentAccess);

@Resolver(() => Resident)
export class ResidentAccessResolver {
  /**
   * Who a resident is, the grids subgraph knows. Requiring the household makes the gateway ask there first, as whoever
   * asks here: it shows residents nobody but themselves, so that nothing is told here about anybody else.
   */
  @FieldResolver(() => ResidentAccessConnection, {
    nullable: true,
    description:
      "Who looked at data about this resident, latest first; told to the resident alone, who begins at `me`, and later where public security must hold it back; null to whom the grids subgraph does not show the resident (谁查过我的数据)",
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
