import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ListSize } from "../../shared/schema-directives.ts";
import type { CityManagementContext } from "../city-management.context.ts";
import { Division, divisionOf, Unit, unitOf } from "../references.ts";
import { EnforcementTeam } from "./enforcement-team.ts";
import { EnforcementTeamMember } from "./enforcement-team-member.ts";

@Resolver(() => Division)
export class DivisionEnforcementTeamResolver {
  @FieldResolver(() => EnforcementTeam, {
    nullable: true,
    description:
      "The joint enforcement team of exactly this sub-district; null where it has none, and for any other division (街道综合执法队, KF-14)",
  })
  enforcementTeam(
    @Root() { code }: Division,
    @Ctx() { load }: CityManagementContext,
  ): Promise<EnforcementTeam | null> {
    return load.enforcementTeam.load(code);
  }
}

@Resolver(() => EnforcementTeam)
export class EnforcementTeamResolver {
  @FieldResolver(() => Division, {
    nullable: true,
    description: "The sub-district it works in; null only when it cannot be looked up (街道)",
  })
  division(@Root() { divisionCode }: EnforcementTeam): Division {
    return divisionOf(divisionCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The team as a unit that can be called; null only when it cannot be looked up (单位)",
  })
  unit(@Root() { unitCode }: EnforcementTeam): Unit {
    return unitOf(unitCode);
  }

  @FieldResolver(() => [EnforcementTeamMember], {
    nullable: true,
    description: "Today's members, by home department; null when withheld from you (现任队员)",
  })
  @ListSize(20)
  members(
    @Root() { divisionCode }: EnforcementTeam,
    @Ctx() { load }: CityManagementContext,
  ): Promise<EnforcementTeamMember[]> {
    return load.membersOfTeam.load(divisionCode);
  }
}

@Resolver(() => EnforcementTeamMember)
export class EnforcementTeamMemberResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      "The department the member comes from and stays with; null only when it cannot be looked up (原单位, KF-14)",
  })
  homeUnit(@Root() { homeUnitCode }: EnforcementTeamMember): Unit {
    return unitOf(homeUnitCode);
  }
}
