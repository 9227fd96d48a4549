import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";
import type { GridsContext } from "../grids.context.ts";
import { GridMember } from "./grid-member.ts";
import { OfficeHolder } from "./office-holder.ts";

@Resolver(() => OfficeHolder)
export class OfficeHolderCardResolver {
  @FieldResolver(() => GridMember, {
    nullable: true,
    description: "The person's public card; null where they are no grid member (网格员公示卡, ZY-10)",
  })
  @Public()
  memberCard(@Root() { personId }: OfficeHolder, @Ctx() { load }: GridsContext): Promise<GridMember | null> {
    return load.memberOfPerson.load(personId);
  }
}
