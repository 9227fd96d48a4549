import { type Day, dayOf } from "../../shared/calendar.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../departments.errors.ts";
import { requireText } from "../require-text.ts";
import type { Unit } from "../unit/unit.ts";
import { UnitKind } from "../unit/unit-kind.ts";
import { type DoubleReporting, DoubleReportingKind } from "./double-reporting.ts";

/** Who reports where, as somebody enters it. */
export interface Reporting {
  readonly kind: DoubleReportingKind;
  readonly community: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly post: string | null;
  readonly on: Day;
}

const communityPosts: readonly Post[] = [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY];

/** The community that receives them enters it, or the chief of the unit they come from. */
function requireParty(community: string, unit: string, { principal }: Actor): void {
  const { post } = principal;
  if (communityPosts.includes(post) && principal.unit === community) return;
  if (post === Post.CHIEF_RESPONDER && principal.unit === unit) return;
  throw forbidden(
    "PG-17",
    { post, unit: principal.unit },
    {
      en: `reporting of ${unit} to ${community} is entered by that community or by the chief of ${unit}`,
      zh: `${unit} 向 ${community} 报到由该社区或 ${unit} 的主要负责人登记`,
      units: [community, unit],
    },
  );
}

/** 报到: a body as a body, a person as a person; that somebody came is entered on the day or after. */
export function reportToCommunity(
  { kind, community: code, on, ...who }: Reporting,
  unit: Unit,
  community: Unit | null,
  actor: Actor,
): Omit<DoubleReporting, "id"> {
  requireParty(code, unit.code, actor);
  const kinds: readonly UnitKind[] = [UnitKind.COMMUNITY_OFFICE, UnitKind.VILLAGE_COMMITTEE];
  if (!community || !kinds.includes(community.kind) || community.districtCode !== unit.districtCode) {
    throw refuse("NOT_A_COMMUNITY_TO_REPORT_TO", { community: code, unit: unit.code });
  }
  const { personId, name, post } = who;
  const isBody = kind === DoubleReportingKind.PARTY_BODY;
  const holdsPost = kind === DoubleReportingKind.TEMPORARY_POST;
  if (isBody !== (personId === null) || isBody !== (name === null) || holdsPost !== (post !== null)) {
    const needed = isBody ? "none of personId, name, post" : "personId, name";
    throw refuse("REPORTING_WHO", { kind, needed: holdsPost ? `${needed}, post` : needed });
  }
  const today = dayOf(actor.at);
  if (on > today) throw refuse("REPORTING_DATE", { day: on, from: unit.validFrom, until: today });
  if (on < unit.validFrom) throw refuse("REPORTING_DATE", { day: on, from: unit.validFrom, until: today });
  return {
    kind,
    districtCode: community.districtCode,
    communityCode: code,
    unitCode: unit.code,
    personId: personId && requireText("personId", personId),
    name: name && requireText("name", name, 50),
    post: post && requireText("post", post, 100),
    validFrom: on,
    validUntil: null,
    version: 1,
  };
}

/** `until` is the first day no longer. */
export function endReporting(reporting: DoubleReporting, until: Day, actor: Actor): Move<DoubleReporting> {
  const { communityCode: community, unitCode: unit, kind, validFrom, validUntil } = reporting;
  requireParty(community, unit, actor);
  if (validUntil) throw refuse("REPORTING_ENDED", { until: validUntil });
  const today = dayOf(actor.at);
  if (until <= validFrom || until > today)
    throw refuse("REPORTING_DATE", { day: until, from: validFrom, until: today });
  return {
    change: { validUntil: until },
    kind: "DOUBLE_REPORTING_ENDED",
    payload: { unit, community, kind, until },
  };
}
