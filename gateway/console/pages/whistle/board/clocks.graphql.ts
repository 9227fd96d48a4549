/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** When a clock is reminded of (提醒时点) */
export type ReminderMoment =
  /** While there is time left: how much is the district's rule (到期前提醒) */
  | 'BEFORE'
  /** When it has run out (到期提醒) */
  | 'LIMIT';

/** Who must do the step (责任方) */
export type WhistleClockBearer =
  /** Every called unit (各应哨单位) */
  | 'EACH'
  /** The lead, for all: measures are drawn up jointly (牵头单位会同各方). When it fails, every unit that did nothing is late */
  | 'LEAD';

/** What must be done before the clock runs out (时限环节) */
export type WhistleClockStep =
  /** Report on the scene (报到) */
  | 'ARRIVE'
  /** Record where the work stands, at 1-3-5-7 (一三五七节点, PG-12) */
  | 'CHECKPOINT'
  /** Issue measures (提出解决措施, KF-10) */
  | 'MEASURES'
  /** Report it resolved (办结) */
  | 'RESOLVE'
  /** Sign for the whistle (签收) */
  | 'SIGN';

/** What the units wait for, that is not theirs to bring about (暂停事由) */
export type WhistlePauseGround =
  /** Another authority's decision (等待其他机关) */
  | 'AUTHORITY'
  /** Weather, safety or supply (等待施工或现场条件) */
  | 'CONDITIONS'
  /** The demander: material, consent or a time to call (等待诉求人) */
  | 'DEMANDER';

export type WhistleClocksFragment = { clocks: Array<{ step: WhistleClockStep, ordinal: number, bearer: WhistleClockBearer, startedAt: string, dueAt: string, metAt: string | null, stoppedAt: string | null, pausedAt: string | null, overdue: boolean, note: string | null, escalatedAt: string | null, escalatedTo: Array<{ code: string, name: string }> | null, late: Array<{ code: string, name: string }> | null, reminders: Array<{ at: string, moment: ReminderMoment, remindedAt: string | null, to: Array<{ code: string, name: string }> | null }> }> | null, pauses: Array<{ turn: number, ground: WhistlePauseGround, reason: string, pausedAt: string, resumedAt: string | null, pausedBy: { code: string, name: string } | null }> | null, extensions: Array<{ turn: number, step: WhistleClockStep, ordinal: number, amount: number, reason: string, askedAt: string, decidedAt: string | null, granted: boolean | null, grounds: string | null, dueAt: string | null, unit: { code: string, name: string } | null }> | null };

export type RunningClockFragment = { step: WhistleClockStep, ordinal: number, bearer: WhistleClockBearer, startedAt: string, dueAt: string, metAt: string | null, stoppedAt: string | null, pausedAt: string | null, overdue: boolean, note: string | null, escalatedAt: string | null, escalatedTo: Array<{ code: string, name: string }> | null, late: Array<{ code: string, name: string }> | null, reminders: Array<{ at: string, moment: ReminderMoment, remindedAt: string | null, to: Array<{ code: string, name: string }> | null }> };

export const RunningClockFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunningClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleClock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"bearer"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"metAt"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"escalatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"escalatedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"late"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reminders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"moment"}},{"kind":"Field","name":{"kind":"Name","value":"remindedAt"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<RunningClockFragment, unknown>;
export const WhistleClocksFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhistleClocks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whistle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunningClock"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"turn"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resumedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"extensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"turn"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"granted"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunningClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleClock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"bearer"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"metAt"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"escalatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"escalatedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"late"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reminders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"moment"}},{"kind":"Field","name":{"kind":"Name","value":"remindedAt"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<WhistleClocksFragment, unknown>;