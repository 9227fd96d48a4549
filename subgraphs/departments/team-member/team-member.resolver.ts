import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ListSize } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Unit } from "../unit/unit.ts";
import { TeamMember } from "./team-member.ts";

@Resolver(() => TeamMember)
export class TeamMemberResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The department the member comes from and stays with (原单位, KF-14)",
  })
  homeUnit(@Root() { homeUnitCode }: TeamMember, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(homeUnitCode);
  }
}

@Resolver(() => Unit)
export class UnitTeamResolver {
  @FieldResolver(() => [TeamMember], {
    description: "Today's members, where the unit is a joint enforcement team; empty otherwise (队员, KF-14)",
  })
  @ListSize(20)
  teamMembers(@Root() { code }: Unit, @Ctx() { load }: DepartmentsContext): Promise<TeamMember[]> {
    return load.teamMembers.load(code);
  }
}
