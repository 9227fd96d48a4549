import { Post, type Principal } from "../../../shared/principal.ts";
import type { CalledUnit } from "../call.ts";
import type { UnitKind } from "../profile/unit-kinds.ts";
import type { WhistleKindRules } from "../profile/whistle-profile.schema.ts";
import type { Finding } from "../whistle.errors.ts";
import { kindDetails } from "../whistle-options.ts";
import { WhistleRole } from "../whistle-participant.ts";
import { CoordinationMode } from "./coordination-mode.ts";

const localPosts: readonly Post[] = [
  Post.RESIDENT,
  Post.GRID_MEMBER,
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
];
const departmentPosts: readonly Post[] = [Post.RESPONDER, Post.CHIEF_RESPONDER];

/** Bodies of a place, on which nothing is put that their lists do not hold (GZ-7, GZ-8). */
const localKinds: readonly UnitKind[] = [
  "SUBDISTRICT_OFFICE",
  "INTERNAL_OFFICE",
  "COMMUNITY_OFFICE",
  "VILLAGE_COMMITTEE",
];
const isLocal = ({ kind }: CalledUnit): boolean => localKinds.some((each) => each === kind);

/**
 * Who leads whom, as far as it follows from who blows and who is to lead: a place calls, or a department does, to
 * departments or to a place. When the district's centre or its government blows it follows from neither: null.
 */
export function coordinationOf({ post }: Principal, called: readonly CalledUnit[]): CoordinationMode | null {
  if (localPosts.includes(post)) return CoordinationMode.LOCAL_LED;
  if (!departmentPosts.includes(post)) return null;
  const lead = called.find(({ role }) => role === WhistleRole.LEAD);
  return lead && isLocal(lead) ? CoordinationMode.DEPARTMENT_TO_LOCAL : CoordinationMode.DEPARTMENT_LED;
}

/** What stands against the mode that was stated, and against what a department would put on a place by it. */
export function coordinationFindings(
  kind: WhistleKindRules,
  called: readonly CalledUnit[],
  { follows, stated }: { follows: CoordinationMode | null; stated: CoordinationMode | null },
): Finding[] {
  const findings: Finding[] = [];
  const details = kindDetails(kind);
  if (follows && stated && follows !== stated) {
    findings.push({ code: "WHISTLE_COORDINATION", details: { ...details, follows, stated } });
  }
  if ((follows ?? stated) !== CoordinationMode.DEPARTMENT_TO_LOCAL) return findings;
  for (const { unit } of called.filter((each) => isLocal(each) && !each.item)) {
    findings.push({ code: "WHISTLE_HANDED_DOWN_UNCITED", details: { ...details, unit } });
  }
  return findings;
}
