import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { Requires, RequiresScopes } from "../../shared/schema-directives.ts";
import { Resident } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { tellableElsewhere } from "./disclosure-delay.ts";
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

  @Query(() => ResidentAccessConnection, {
    description:
      "Who looked at data that names you, known by your token alone, in the districts that have you on record as no resident, latest first; in the others `me` tells you. Later where public security must hold a record back (谁查过我的数据，未登记为居民的区县)",
  })
  @RequiresScopes(["resident:self"])
  accessesElsewhere(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { principal, graph, accessRecords }: StewardshipContext,
  ): Promise<Page<ResidentAccess>> {
    return tellableElsewhere(graph, principal, (districts, delays) =>
      accessRecords.aboutPerson(districts, delays, args),
    );
  }
}
