import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ListSize } from "../../shared/schema-directives.ts";
import type { CivilAffairsContext } from "../civil-affairs.context.ts";
import { Division } from "../references.ts";
import { CommitteeMember } from "./committee-member.ts";
import { ResidentsCommittee } from "./residents-committee.ts";

@Resolver(() => ResidentsCommittee)
export class ResidentsCommitteeResolver {
  @FieldResolver(() => [CommitteeMember], { description: "Its members, the chair first (成员)" })
  @ListSize(9)
  members(
    @Root() { communityCode }: ResidentsCommittee,
    @Ctx() { load }: CivilAffairsContext,
  ): Promise<CommitteeMember[]> {
    return load.membersOfCommittee.load(communityCode);
  }
}

@Resolver(() => Division)
export class DivisionResidentsCommitteeResolver {
  @FieldResolver(() => ResidentsCommittee, {
    nullable: true,
    description:
      "The residents' committee in office; null for villages, for wider divisions, and while none is in office (现任居民委员会)",
  })
  residentsCommittee(
    @Root() { code }: Division,
    @Ctx() { load }: CivilAffairsContext,
  ): Promise<ResidentsCommittee | null> {
    return load.committeeOfCommunity.load(code);
  }
}
