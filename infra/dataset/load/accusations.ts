import type { EntityManager } from "typeorm";
import {
  type Accusation,
  accusationFromMisuse,
  accusationsFromOverdue,
  enter,
  outline,
} from "../../../subgraphs/evaluation/negative-list/negative-list.lifecycle.ts";
import { statementWorkingDays } from "../../../subgraphs/evaluation/negative-list/negative-list-rule.store.ts";
import { districtOf, servicePrincipal } from "../../../subgraphs/shared/principal.ts";
import { nextNumber } from "../../../subgraphs/shared/running-number.ts";
import { lateUnits } from "../../../subgraphs/tickets/whistle/whistle.deadline.ts";
import { type LogRow, logRow } from "../world/tickets/ticket-story.ts";
import type { WhistleStory } from "../world/tickets/whistle-story.ts";
import type { InsertRows } from "./insert-rows.ts";
import { sweep } from "./sweep.ts";

/** What is held against a unit, and since when. */
export interface Raised {
  readonly accusation: Accusation;
  readonly at: Date;
}

/** What evaluation makes of a whistle as the tickets tell it (KF-17): late units that never signed, and misuse. */
export function accusationsOf(story: WhistleStory, now: Date): Raised[] {
  const { number, divisionCode: division, blowerUnitCode, state, endedAt } = story.whistle;
  const overdue = sweep(story, now).clocks.flatMap((clock) => {
    const { step, dueAt, escalatedAt: at } = clock;
    if (!at) return [];
    const late = lateUnits(clock, story.participants);
    const accusations = accusationsFromOverdue({ number, division, clock: step, dueAt, late });
    return accusations.map((accusation) => ({ accusation, at }));
  });
  if (state !== "RULED_MISUSE" || !endedAt) return overdue;
  const misuse = accusationFromMisuse({ number, division, blower: blowerUnitCode });
  return [...overdue, { accusation: misuse, at: endedAt }];
}

/** Enters what was raised on the negative list in the order of time: a unit, a whistle and an offence once. */
export async function enterAccusations(
  raised: readonly Raised[],
  insert: InsertRows,
  transaction: EntityManager,
): Promise<LogRow[]> {
  const first = new Map<string, Raised>();
  for (const each of raised.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const { respondent, offence, whistle } = each.accusation;
    const key = `${respondent} ${offence} ${whistle}`;
    if (!first.has(key)) first.set(key, each);
  }
  const entries = [];
  const log: LogRow[] = [];
  for (const { accusation, at } of first.values()) {
    const district = districtOf(accusation.division);
    const actor = { principal: servicePrincipal("evaluation"), at };
    const registration = {
      number: await nextNumber(transaction, district, "NEGATIVE_LIST_ENTRY", at),
      statementWorkingDays: await statementWorkingDays(transaction, district, at),
    };
    const entry = enter(accusation, registration, actor);
    entries.push(entry);
    log.push(logRow(entry.number, { kind: "NEGATIVE_LIST_PROPOSED", payload: outline(entry) }, actor));
  }
  await insert("negative_list_entry", entries);
  return log;
}
