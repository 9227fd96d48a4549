import type { EnforcementTeam } from "../../../../subgraphs/city-management/enforcement-team/enforcement-team.ts";
import type { EnforcementTeamMember } from "../../../../subgraphs/city-management/enforcement-team/enforcement-team-member.ts";
import type { Frame } from "../frame.ts";
import { dayNumber, dayText } from "../office-clock.ts";
import type { Officials } from "../officials.ts";
import { workPhone } from "../phones.ts";
import { teamMembers } from "../responders.ts";

export type EnforcementTeamRow = EnforcementTeam;
export type EnforcementTeamMemberRow = EnforcementTeamMember;

/** The joint enforcement team of every sub-district (街道综合执法队, KF-14). */
export function* enforcementTeams({ scale, random }: Frame): Iterable<EnforcementTeamRow> {
  for (const { code, districtCode } of scale.streets) {
    yield {
      districtCode,
      divisionCode: code,
      unitCode: `${code}-ENFORCEMENT-TEAM`,
      formedOn: dayText(dayNumber("2019-06-01") + random.split(`enforcement-team/${code}`).between(0, 600)),
    };
  }
}

/** The same people as the establishment's list of the team has, with the line they are reached on. */
export function* enforcementTeamMembers(
  frame: Frame,
  officials: Officials,
): Iterable<EnforcementTeamMemberRow> {
  for (const { teamCode, ...posted } of teamMembers(frame, officials)) {
    const [divisionCode = ""] = teamCode.split("-", 1);
    yield {
      districtCode: divisionCode.slice(0, 6),
      divisionCode,
      ...posted,
      post: posted.homeUnitCode.endsWith("-URBAN-MANAGEMENT") ? "队长" : "队员",
      phone: workPhone(frame.random.split(`enforcement-team/phone/${posted.personId}`)),
    };
  }
}
