/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** State of a ticket (工单状态) */
export type TicketState =
  /** Put on file; nothing changes any more unless it is reopened (已归档) */
  | 'ARCHIVED'
  /** The demander confirmed by call-back that it is solved (已回访) */
  | 'CALLED_BACK'
  /** Sent to a unit (已派单) */
  | 'DISPATCHED'
  /** Being handled under a longer limit that was granted (已延期) */
  | 'EXTENDED'
  /** The demander was answered (已反馈) */
  | 'FEEDBACK_GIVEN'
  /** The unit is done, solved or not (已办结) */
  | 'HANDLED'
  /** Being handled (办理中) */
  | 'IN_PROGRESS'
  /** Answered but unsolved: followed up until it is (挂账, ZY-18) */
  | 'LEDGERED'
  /** A matter, its power item and the competent body are known (已匹配权责) */
  | 'MATCHED'
  /** The same matter goes on in another ticket (已并单, KF-5) */
  | 'MERGED'
  /** Taken in (已受理) */
  | 'RECEIVED'
  /** Not taken on, with grounds: not real, or outside every duty list (不予受理) */
  | 'REJECTED'
  /** Opened again after it was closed (重新办理) */
  | 'REOPENED'
  /** The unit sent it back with grounds; to be matched again (已退单) */
  | 'RETURNED'
  /** The unit took receipt (已签收) */
  | 'SIGNED'
  /** Removed from the open ledger (已销号, ZY-18) */
  | 'STRUCK_OFF'
  /** Being handled under supervision (督办中, ZY-18) */
  | 'SUPERVISED'
  /** Checked on site by the community (已核实, KF-7) */
  | 'VERIFIED'
  /** The handling unit called others by whistle and still leads (已吹哨, PG-3) */
  | 'WHISTLED';

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

/** State of a whistle (哨的状态). From SIGNED to RESOLVED it is where the lead stands */
export type WhistleState =
  /** The lead has reported on the scene (已报到) */
  | 'ARRIVED'
  /** The units are called (已吹哨) */
  | 'BLOWN'
  /** Finished, or gone over into the whistle it was raised to (已办结归档) */
  | 'CLOSED'
  /** The blower confirms it is solved (已确认) */
  | 'CONFIRMED'
  /** A called unit contests that it is its duty; the arbiter decides (职责争议, PG-4) */
  | 'DISPUTED'
  /** Waits to be screened; nobody is called yet (待筛选, PG-9) */
  | 'DRAFT'
  /** Every responding unit is graded (已评价, KF-15) */
  | 'EVALUATED'
  /** The lead has issued measures for all (已提出措施, KF-10) */
  | 'MEASURES_ISSUED'
  /** The lead reports it resolved; the blower has not confirmed yet (已办结) */
  | 'RESOLVED'
  /** Ruled to have been blown without cause (认定为乱吹哨, KF-17) */
  | 'RULED_MISUSE'
  /** The lead has signed for it (已签收) */
  | 'SIGNED'
  /** Taken back by its blower, or not let through by screening (已撤回) */
  | 'WITHDRAWN';

export type WhistleOptionsQueryVariables = Exact<{
  ticket: string;
}>;


export type WhistleOptionsQuery = { ticket: { number: string, title: string, state: TicketState, urgency: Urgency, verifiedAt: string | null, noGridYet: boolean, channels: Array<{ code: string }>, grid: { code: string } | null, gridNamed: { name: string } | null, division: { code: string } | null, divisionNamed: { name: string } | null, matter: { code: string } | null, matterNamed: { name: string } | null, handlingUnit: { code: string } | null, handlingUnitNamed: { name: string } | null, whistles: Array<{ number: string, state: WhistleState, level: number }> } | null, whistleOptions: Array<{ allowed: boolean, screened: boolean, profileVersion: number, findings: Array<{ code: string, rule: string | null, message: string, messageZh: string }>, kind: { code: string, name: string, nameZh: string, level: number, rules: Array<string>, configured: string | null, configuredZh: string | null, calls: string, answeredBy: Array<string>, screenedBy: Array<string>, filedWith: Array<string>, confirmedBy: string, evaluatedBy: string, raisesTo: string | null, themes: Array<string>, taskForceFor: Array<string>, requiresTicket: boolean, requiresVerification: boolean, requiresCitation: boolean, requiresCheckIn: boolean, requiresUrgency: Urgency | null, blowers: Array<{ posts: Array<string>, body: string, screened: boolean, handlesTicket: boolean }>, lead: { kinds: Array<string>, reach: string, min: number, max: number, isBlower: boolean }, assisting: { kinds: Array<string>, reach: string, min: number, max: number }, assembly: Array<{ code: string, name: string, nameZh: string, group: string, required: boolean }>, clocks: Array<{ step: WhistleClockStep, of: WhistleClockBearer, amount: number, unit: TimeLimitUnit, escalatesTo: string, rule: string | null, configured: string | null, configuredZh: string | null }> }, leadWithin: { code: string } | null, leadWithinNamed: { name: string } | null, assistingWithin: { code: string } | null, assistingWithinNamed: { name: string } | null, filedWith: Array<{ code: string }> | null, filedWithNamed: Array<{ name: string }> | null, clocks: Array<{ step: WhistleClockStep, ordinal: number, bearer: WhistleClockBearer, dueAt: string, limit: { amount: number, unit: TimeLimitUnit, escalatesTo: string, rule: string | null, configured: string | null, configuredZh: string | null } }> }> | null };

export type KindRulesFragment = { code: string, name: string, nameZh: string, level: number, rules: Array<string>, configured: string | null, configuredZh: string | null, calls: string, answeredBy: Array<string>, screenedBy: Array<string>, filedWith: Array<string>, confirmedBy: string, evaluatedBy: string, raisesTo: string | null, themes: Array<string>, taskForceFor: Array<string>, requiresTicket: boolean, requiresVerification: boolean, requiresCitation: boolean, requiresCheckIn: boolean, requiresUrgency: Urgency | null, blowers: Array<{ posts: Array<string>, body: string, screened: boolean, handlesTicket: boolean }>, lead: { kinds: Array<string>, reach: string, min: number, max: number, isBlower: boolean }, assisting: { kinds: Array<string>, reach: string, min: number, max: number }, assembly: Array<{ code: string, name: string, nameZh: string, group: string, required: boolean }>, clocks: Array<{ step: WhistleClockStep, of: WhistleClockBearer, amount: number, unit: TimeLimitUnit, escalatesTo: string, rule: string | null, configured: string | null, configuredZh: string | null }> };

export const KindRulesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KindRules"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleKind"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"rules"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"configuredZh"}},{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"screenedBy"}},{"kind":"Field","name":{"kind":"Name","value":"filedWith"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedBy"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatedBy"}},{"kind":"Field","name":{"kind":"Name","value":"raisesTo"}},{"kind":"Field","name":{"kind":"Name","value":"themes"}},{"kind":"Field","name":{"kind":"Name","value":"taskForceFor"}},{"kind":"Field","name":{"kind":"Name","value":"requiresTicket"}},{"kind":"Field","name":{"kind":"Name","value":"requiresVerification"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCitation"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCheckIn"}},{"kind":"Field","name":{"kind":"Name","value":"requiresUrgency"}},{"kind":"Field","name":{"kind":"Name","value":"blowers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"posts"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"screened"}},{"kind":"Field","name":{"kind":"Name","value":"handlesTicket"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"reach"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"isBlower"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assisting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"reach"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assembly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"escalatesTo"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"configuredZh"}}]}}]}}]} as unknown as DocumentNode<KindRulesFragment, unknown>;
export const WhistleOptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhistleOptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ticket"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ticket"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"channels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"noGridYet"}},{"kind":"Field","name":{"kind":"Name","value":"grid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"gridNamed"},"name":{"kind":"Name","value":"grid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"matterNamed"},"name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"handlingUnitNamed"},"name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whistles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"whistleOptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ticket"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ticket"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"screened"}},{"kind":"Field","name":{"kind":"Name","value":"profileVersion"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"KindRules"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leadWithin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"leadWithinNamed"},"name":{"kind":"Name","value":"leadWithin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistingWithin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"assistingWithinNamed"},"name":{"kind":"Name","value":"assistingWithin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"filedWith"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"filedWithNamed"},"name":{"kind":"Name","value":"filedWith"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"bearer"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"escalatesTo"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"configuredZh"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KindRules"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleKind"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"rules"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"configuredZh"}},{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"screenedBy"}},{"kind":"Field","name":{"kind":"Name","value":"filedWith"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedBy"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatedBy"}},{"kind":"Field","name":{"kind":"Name","value":"raisesTo"}},{"kind":"Field","name":{"kind":"Name","value":"themes"}},{"kind":"Field","name":{"kind":"Name","value":"taskForceFor"}},{"kind":"Field","name":{"kind":"Name","value":"requiresTicket"}},{"kind":"Field","name":{"kind":"Name","value":"requiresVerification"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCitation"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCheckIn"}},{"kind":"Field","name":{"kind":"Name","value":"requiresUrgency"}},{"kind":"Field","name":{"kind":"Name","value":"blowers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"posts"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"screened"}},{"kind":"Field","name":{"kind":"Name","value":"handlesTicket"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"reach"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"isBlower"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assisting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"reach"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assembly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"escalatesTo"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"configuredZh"}}]}}]}}]} as unknown as DocumentNode<WhistleOptionsQuery, WhistleOptionsQueryVariables>;