/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** What a time limit is counted in (时限单位) */
export type TimeLimitUnit =
  /** Days, the day of the start not counted, to the end of the last (自然日) */
  | 'CALENDAR_DAYS'
  /** Hours round the clock (小时) */
  | 'HOURS'
  /** Minutes (分钟) */
  | 'MINUTES'
  /** Working days, the day of the start not counted, to the end of the last (工作日) */
  | 'WORKING_DAYS'
  /** Office hours of working days (工作时) */
  | 'WORKING_HOURS';

/** Urgency of a demand (紧急程度) */
export type Urgency =
  /** Life or property in danger (特急) */
  | 'CRITICAL'
  /** Ordinary (一般) */
  | 'ORDINARY'
  /** Urgent (紧急) */
  | 'URGENT';

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

export type KindRulesFragment = { code: string, name: string, nameZh: string, level: number, rules: Array<string>, configured: string | null, configuredZh: string | null, calls: string, answeredBy: Array<string>, screenedBy: Array<string>, filedWith: Array<string>, confirmedBy: string, evaluatedBy: string, raisesTo: string | null, themes: Array<string>, taskForceFor: Array<string>, requiresTicket: boolean, requiresVerification: boolean, requiresCitation: boolean, requiresCheckIn: boolean, requiresUrgency: Urgency | null, blowers: Array<{ posts: Array<string>, body: string, screened: boolean, handlesTicket: boolean }>, lead: { kinds: Array<string>, reach: string, min: number, max: number, isBlower: boolean }, assisting: { kinds: Array<string>, reach: string, min: number, max: number }, assembly: Array<{ code: string, name: string, nameZh: string, group: string, required: boolean }>, clocks: Array<{ step: WhistleClockStep, of: WhistleClockBearer, amount: number, unit: TimeLimitUnit, escalatesTo: string, rule: string | null, configured: string | null, configuredZh: string | null }> };

export const KindRulesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KindRules"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleKind"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"rules"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"configuredZh"}},{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"screenedBy"}},{"kind":"Field","name":{"kind":"Name","value":"filedWith"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedBy"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatedBy"}},{"kind":"Field","name":{"kind":"Name","value":"raisesTo"}},{"kind":"Field","name":{"kind":"Name","value":"themes"}},{"kind":"Field","name":{"kind":"Name","value":"taskForceFor"}},{"kind":"Field","name":{"kind":"Name","value":"requiresTicket"}},{"kind":"Field","name":{"kind":"Name","value":"requiresVerification"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCitation"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCheckIn"}},{"kind":"Field","name":{"kind":"Name","value":"requiresUrgency"}},{"kind":"Field","name":{"kind":"Name","value":"blowers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"posts"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"screened"}},{"kind":"Field","name":{"kind":"Name","value":"handlesTicket"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"reach"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"isBlower"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assisting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"reach"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assembly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"escalatesTo"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"configuredZh"}}]}}]}}]} as unknown as DocumentNode<KindRulesFragment, unknown>;