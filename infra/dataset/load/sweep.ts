import { servicePrincipal } from "../../../subgraphs/shared/principal.ts";
import { kindOf } from "../../../subgraphs/tickets/whistle/blow.ts";
import { escalate } from "../../../subgraphs/tickets/whistle/escalation.ts";
import { checkProfile } from "../../../subgraphs/tickets/whistle/profile/whistle-profile.findings.ts";
import type { WhistleRules } from "../../../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { shippedProfiles } from "../../../subgraphs/tickets/whistle/profile/whistle-profile.seed.ts";
import { profileKey } from "../../../subgraphs/tickets/whistle/profile/whistle-profile.store.ts";
import { remindedClock } from "../../../subgraphs/tickets/whistle/whistle.deadline.ts";
import type { WhistleClock } from "../../../subgraphs/tickets/whistle/whistle-clock.ts";
import { MINUTE } from "../world/office-clock.ts";
import { type LogRow, logRow } from "../world/tickets/ticket-story.ts";
import type { WhistleStory } from "../world/tickets/whistle-story.ts";
import { type ReminderRow, remindersToCome } from "./reminders.ts";

/** By district and version: a whistle goes by the one it was blown under. */
const rulesOf: ReadonlyMap<string, WhistleRules> = new Map(
  shippedProfiles.flatMap((document) => {
    const check = checkProfile(document);
    if (!check.success) return [];
    const { district: districtCode, version } = check.rules;
    return [[profileKey({ districtCode, version }), check.rules]];
  }),
);

/** A whistle's clocks with those escalated that ran out, the entries that say so, and what is still to be reminded of. */
export interface Swept {
  readonly clocks: readonly WhistleClock[];
  readonly log: readonly LogRow[];
  readonly reminders: readonly ReminderRow[];
}

/**
 * What the timers would have found of a whistle's clocks before `now`, each just after it ran out (超时升级). Otherwise
 * the first look after a load would escalate a whole year's at once.
 */
export function sweep({ whistle, participants, clocks, taskForce }: WhistleStory, now: Date): Swept {
  const { districtCode, profileVersion: version } = whistle;
  const rules = rulesOf.get(profileKey({ districtCode, version }));
  if (!rules) return { clocks, log: [], reminders: [] };
  const kind = kindOf(rules, whistle.kind);
  const dossier = {
    whistle,
    participants,
    taskForce,
    pauses: [],
    extensions: [],
    unitHours: new Map(),
    rules,
    kind,
  };
  // What runs out at `now` itself is still to come.
  const last = new Date(now.getTime() - 1);
  const log: LogRow[] = [];
  const swept = clocks.map((clock) => {
    const at = new Date(Math.min(clock.dueAt.getTime() + MINUTE, last.getTime()));
    const [escalation] = escalate({ ...dossier, clocks: [clock] }, at);
    if (!escalation) return clock;
    const actor = { principal: servicePrincipal("tickets"), at };
    log.push(logRow(whistle.number, { kind: "WHISTLE_OVERDUE", payload: escalation.payload }, actor));
    return escalation.clock;
  });
  const { number } = whistle;
  const reminded = swept.map((clock) => remindedClock(clock, dossier, last));
  return { clocks: swept, log, reminders: remindersToCome(number, reminded, last) };
}
