import type { EntityManager } from "typeorm";
import {
  type Accusation,
  accusationFromMisuse,
  accusationsFromOverdue,
  decideNegativeListEntry,
  enter,
  outline,
  proposeNegativeListEntry,
  statementDeadline,
  stateOnNegativeListEntry,
} from "../../../subgraphs/evaluation/negative-list/negative-list.lifecycle.ts";
import {
  type NegativeListEntry,
  Offence,
} from "../../../subgraphs/evaluation/negative-list/negative-list-entry.ts";
import { statementWorkingDays } from "../../../subgraphs/evaluation/negative-list/negative-list-rule.store.ts";
import type { Actor, Move } from "../../../subgraphs/shared/move.ts";
import { districtOf, type Principal, servicePrincipal } from "../../../subgraphs/shared/principal.ts";
import { nextNumber } from "../../../subgraphs/shared/running-number.ts";
import { lateUnits } from "../../../subgraphs/tickets/whistle/whistle.deadline.ts";
import { HOUR, type Instant } from "../world/office-clock.ts";
import { type LogRow, logRow, type TicketStory } from "../world/tickets/ticket-story.ts";
import type { WhistleStory } from "../world/tickets/whistle-story.ts";
import type { InsertRows } from "./insert-rows.ts";
import { sweep } from "./sweep.ts";

/** What is held against a unit, and since when. */
export interface Raised {
  readonly accusation: Accusation;
  readonly at: Date;
  /** The official who proposed it; null where the evaluation did by itself. */
  readonly by: Principal | null;
}

/** A street that never called for help with what it could not solve (不吹哨): proposed by the performance office (KF-17). */
export function accusedOfSilence({ ticket, whistles }: TicketStory, { now, office }: Panel): Raised[] {
  const { districtCode, divisionCode, number, ledgeredAt } = ticket;
  const at = ledgeredAt && new Date(ledgeredAt.getTime() + 50 * HOUR);
  if (!at || at >= now || whistles.length > 0) return [];
  const by = office(districtCode);
  const accusation = proposeNegativeListEntry(
    {
      offence: Offence.FAILURE_TO_WHISTLE,
      respondent: divisionCode.slice(0, 9),
      division: divisionCode,
      grounds: `工单 ${number} 长期未解决已列入台账，街道未吹哨。`,
      ticket: number,
    },
    { principal: by, at },
  );
  return [{ accusation, at, by }];
}

/** What evaluation makes of a whistle as the tickets tell it (KF-17): late units that never signed, and misuse. */
export function accusationsOf(story: WhistleStory, now: Date): Raised[] {
  const { number, divisionCode: division, blowerUnitCode, state, endedAt } = story.whistle;
  const overdue = sweep(story, now).clocks.flatMap((clock) => {
    const { step, dueAt, escalatedAt: at } = clock;
    if (!at) return [];
    const late = lateUnits(clock, story.participants);
    const accusations = accusationsFromOverdue({ number, division, clock: step, dueAt, late });
    return accusations.map((accusation) => ({ accusation, at, by: null }));
  });
  if (state !== "RULED_MISUSE" || !endedAt) return overdue;
  const misuse = accusationFromMisuse({ number, division, blower: blowerUnitCode });
  return [...overdue, { accusation: misuse, at: endedAt, by: null }];
}

/** Who speaks for a unit that is accused, and who decides in its district (KF-17). */
export interface Panel {
  readonly now: Date;
  readonly speaker: (unit: string) => Principal | undefined;
  readonly office: (district: string) => Principal;
}

const STATEMENTS = [
  "哨件转至本单位时已过时限，系统推送未及时查看，已整改并安排专人值守。",
  "事项权责不在本单位，已在系统外电话说明，未及时在平台退回，今后注意。",
  "当日全员参加防汛值守，未能按时签收，次日已到场处置。",
];

/** Entries are heard out one after another: most units state their case, the office upholds some and dismisses others. */
function hear(entry: NegativeListEntry, turn: number, { now, speaker, office }: Panel): LogRow[] {
  const log: LogRow[] = [];
  const tell = (at: Instant, principal: Principal, decide: (actor: Actor) => Move<NegativeListEntry>) => {
    if (at >= now.getTime()) return false;
    const actor = { principal, at: new Date(at) };
    const move = decide(actor);
    Object.assign(entry, move.change);
    entry.version++;
    log.push(logRow(entry.number, move, actor));
    return true;
  };
  const unit = speaker(entry.respondentUnitCode);
  const statement = STATEMENTS[turn % STATEMENTS.length] ?? "";
  // One in four says nothing, and one in five is still to be decided.
  const states = unit !== undefined && turn % 4 !== 3;
  const statedAt = entry.proposedAt.getTime() + 30 * HOUR;
  if (states && !tell(statedAt, unit, (actor) => stateOnNegativeListEntry(entry, statement, actor)))
    return log;
  if (turn % 5 === 4) return log;
  const decidedAt = Math.max(statementDeadline(entry).getTime(), statedAt) + 35 * HOUR;
  const upheld = turn % 3 !== 1;
  const decision = upheld
    ? { upheld, grounds: "经核实情况属实，申辩理由不成立", consequence: "扣减年度考核分，责令书面说明" }
    : { upheld, grounds: "经核实事出有因，且未造成后果，不予认定" };
  tell(decidedAt, office(entry.districtCode), (actor) => decideNegativeListEntry(entry, decision, actor));
  return log;
}

/** Enters what was raised on the negative list in the order of time: a unit, a whistle and an offence once. */
export async function enterAccusations(
  raised: readonly Raised[],
  panel: Panel,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<LogRow[]> {
  const first = new Map<string, Raised>();
  for (const each of raised.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const { respondent, offence, whistle } = each.accusation;
    const key = `${respondent} ${offence} ${whistle ?? each.accusation.ticket}`;
    if (!first.has(key)) first.set(key, each);
  }
  const entries = [];
  const log: LogRow[] = [];
  for (const { accusation, at, by } of first.values()) {
    const district = districtOf(accusation.division);
    const actor = { principal: by ?? servicePrincipal("evaluation"), at };
    const registration = {
      number: await nextNumber(transaction, district, "NEGATIVE_LIST_ENTRY", at),
      statementWorkingDays: await statementWorkingDays(transaction, district, at),
    };
    const entry = enter(accusation, registration, actor);
    entries.push(entry);
    log.push(logRow(entry.number, { kind: "NEGATIVE_LIST_PROPOSED", payload: outline(entry) }, actor));
  }
  log.push(...entries.flatMap((entry, index) => hear(entry, index, panel)));
  await insert("negative_list_entry", entries);
  return log;
}
