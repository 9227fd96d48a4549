import { servicePrincipal } from "../../../subgraphs/shared/principal.ts";
import { kindOf } from "../../../subgraphs/tickets/whistle/blow.ts";
import { escalate } from "../../../subgraphs/tickets/whistle/escalation.ts";
import { checkProfile } from "../../../subgraphs/tickets/whistle/profile/whistle-profile.findings.ts";
import type { WhistleRules } from "../../../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { shippedProfiles } from "../../../subgraphs/tickets/whistle/profile/whistle-profile.seed.ts";
import type { WhistleClock } from "../../../subgraphs/tickets/whistle/whistle-clock.ts";
import { MINUTE } from "../world/office-clock.ts";
import { type LogRow, logRow } from "../world/tickets/ticket-story.ts";
import type { WhistleStory } from "../world/tickets/whistle-story.ts";

const rulesOf: ReadonlyMap<string, WhistleRules> = new Map(
  shippedProfiles.flatMap((document) => {
    const check = checkProfile(document);
    return check.success ? [[check.rules.district, check.rules]] : [];
  }),
);

/** A whistle's clocks with those escalated that ran out, and the entries that say so. */
export interface Swept {
  readonly clocks: readonly WhistleClock[];
  readonly log: readonly LogRow[];
}

/**
 * What the minute's upkeep would have found of a whistle's clocks before `now`, each just after it ran out (超时升级).
 * Otherwise the first look after a load would escalate a whole year's at once.
 */
export function sweep({ whistle, participants, clocks, taskForce }: WhistleStory, now: Date): Swept {
  const rules = rulesOf.get(whistle.districtCode);
  if (!rules) return { clocks, log: [] };
  const dossier = { whistle, participants, taskForce, rules, kind: kindOf(rules, whistle.kind) };
  const log: LogRow[] = [];
  const swept = clocks.map((clock) => {
    const at = new Date(clock.dueAt.getTime() + MINUTE);
    const [escalation] = at < now ? escalate({ ...dossier, clocks: [clock] }, at) : [];
    if (!escalation) return clock;
    const actor = { principal: servicePrincipal("tickets"), at };
    log.push(logRow(whistle.number, { kind: "WHISTLE_OVERDUE", payload: escalation.payload }, actor));
    return escalation.clock;
  });
  return { clocks: swept, log };
}
