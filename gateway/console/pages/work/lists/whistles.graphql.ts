/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Who leads whom on a joint task (三协同, PG-15) */
export type CoordinationMode =
  /** One department leads, the others help (一门主责、其他配合) */
  | 'DEPARTMENT_LED'
  /** A department deploys and guides, the place carries out: only what is on the place's lists (部门要求、街乡落实, GZ-8, GZ-9) */
  | 'DEPARTMENT_TO_LOCAL'
  /** The place calls, departments report (街乡吹哨、部门报到) */
  | 'LOCAL_LED';

/** The arbiter's decision on a contested duty (争议裁决, PG-4) */
export type DisputeDecision =
  /** It is not: the unit is let go, another may take its place (免除) */
  | 'RELEASED'
  /** It is the unit's duty: it answers the whistle (维持) */
  | 'UPHELD';

/** Level in the division tree, told by the length of the code (区划级别) */
export type DivisionLevel =
  /** Prefecture-level city (地级), 4 digits */
  | 'CITY'
  /** Community or village (社区、村), 12 digits */
  | 'COMMUNITY'
  /** District, county or county-level city (县级), 6 digits */
  | 'DISTRICT'
  /** Province or municipality (省级), 2 digits */
  | 'PROVINCE'
  /** Sub-district, town or township (街道、镇、乡), 9 digits */
  | 'TOWNSHIP';

/** What a whistle waits for a unit to do (待办环节) */
export type WhistleAwaitedStep =
  /** Signed for, and to report on the scene (待报到, GZ-16) */
  | 'ARRIVE'
  /** Every called unit is graded: the blower or the centre is to close it (待归档) */
  | 'CLOSE'
  /** Reported resolved: the blower, or by its kind the centre, is to say whether it is (待确认) */
  | 'CONFIRM'
  /** More time was asked for: whoever confirms the kind decides, the centre where the blower asked itself (待审核延期) */
  | 'DECIDE_EXTENSION'
  /** On the scene, and to issue measures (待提出措施, KF-10) */
  | 'MEASURES'
  /** Measures are issued, and the result is to be reported (待办结) */
  | 'RESOLVE'
  /** Called, and to sign for it (待签收) */
  | 'SIGN';

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

/** Which whistles; everything given must hold (哨筛选条件) */
export type WhistleFilter = {
  /** That unit has reported on the scene, or not; needs `calls` (应哨单位是否报到) */
  arrived?: boolean | null | undefined;
  /** Waits for that unit to do one of these; needs `awaits`; absent: any of them (待办环节) */
  awaitedSteps?: Array<WhistleAwaitedStep> | null | undefined;
  /** A step of this unit, by code, is what it waits for; which ones, `awaitedSteps` says (待该单位办理) */
  awaits?: string | null | undefined;
  /** Blown by this unit, by code (吹哨单位) */
  blower?: string | null | undefined;
  /** Blown before this instant (吹哨止) */
  blownBefore?: string | null | undefined;
  /** Blown at or after this instant; one that waits for screening is not blown yet (吹哨起) */
  blownFrom?: string | null | undefined;
  /** Calling this unit, by code (应哨单位) */
  calls?: string | null | undefined;
  /** Calling at least one department of the district, or none (是否吹向区直部门, KF-18) */
  callsDepartment?: boolean | null | undefined;
  /** Confirmed solved before this instant (确认解决止) */
  confirmedBefore?: string | null | undefined;
  /** Confirmed solved at or after this instant (确认解决起) */
  confirmedFrom?: string | null | undefined;
  /** So coordinated (协同方式, PG-15) */
  coordination?: CoordinationMode | null | undefined;
  /** Written down before this instant (建哨止) */
  createdBefore?: string | null | undefined;
  /** Written down at or after this instant (建哨起) */
  createdFrom?: string | null | undefined;
  /** In this division, at any level (区划) */
  division?: string | null | undefined;
  /** A clock still running ends before this instant (时限届满止) */
  dueBefore?: string | null | undefined;
  /** In this estate, by code (小区) */
  estate?: string | null | undefined;
  /** Known to lie in this division and no more precisely: in a district, of no sub-district yet (仅定位到此区划) */
  exactDivision?: string | null | undefined;
  /** In this grid (网格) */
  grid?: string | null | undefined;
  /** Of one of these kinds (哨种) */
  kinds?: Array<string> | null | undefined;
  /** Of this level (级别, PG-8) */
  level?: number | null | undefined;
  /** Without a grid yet, or with one (尚无网格, BJ-12) */
  noGridYet?: boolean | null | undefined;
  /** True: something is still to be done about the demand, be it that the blower has to confirm; false: not so (是否未办结) */
  open?: boolean | null | undefined;
  /** True: a clock has run out and its step is still to be done; false: none has (是否超时) */
  overdue?: boolean | null | undefined;
  /** Calling that unit in this role; needs `calls` (应哨角色) */
  role?: WhistleRole | null | undefined;
  /** That unit has signed for it, or not; needs `calls` (应哨单位是否签收) */
  signed?: boolean | null | undefined;
  /** In one of these states (状态) */
  states?: Array<WhistleState> | null | undefined;
  /** On this theme (主题, PG-10) */
  theme?: string | null | undefined;
  /** That unit stands so with its clocks; needs `calls` (应哨单位时效) */
  timeliness?: WhistleTimeliness | null | undefined;
};

/** Part of a called unit in a whistle (应哨角色, KF-10) */
export type WhistleRole =
  /** Assists (协办) */
  | 'ASSISTING'
  /** Leads to the end and answers for the whole: exactly one (牵头) */
  | 'LEAD';

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

/** How a called unit stands with the clocks of a whistle, at the instant of the request; the first that holds (应哨时效) */
export type WhistleTimeliness =
  /** A clock ran out before the unit had done its step, whenever it did it after: it is among that clock's `late` (超时) */
  | 'LATE'
  /** Every clock that bound it was met in time or stopped, and one at least was met, by it or jointly (按时) */
  | 'ON_TIME'
  /** A clock still runs, or stands still, on a step it owes (时限内) */
  | 'RUNNING'
  /** No clock bound it, or all were stopped before it had done a step: it is not judged (不计时限) */
  | 'UNTIMED';

export type WorkWhistlesQueryVariables = Exact<{
  filter: WhistleFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkWhistlesQuery = { whistles: { edges: Array<{ node: { demand: string | null, createdAt: string, number: string, state: WhistleState, actsForBlower: boolean, theme: string | null, noGridYet: boolean | null, matter: { code: string } | null, matterNamed: { name: string } | null, kindRules: { name: string, nameZh: string, answeredBy: Array<string>, confirmedBy: string, screenedBy: Array<string>, requiresCheckIn: boolean, taskForceFor: Array<string> }, profile: { arbiters: Array<string>, misuseRuledBy: Array<string> } | null, blower: { code: string } | null, blowerNamed: { name: string } | null, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null, clocks: Array<{ step: WhistleClockStep, ordinal: number, bearer: WhistleClockBearer, dueAt: string, metAt: string | null, pausedAt: string | null, stoppedAt: string | null, overdue: boolean }> | null, participants: Array<{ role: WhistleRole, signedAt: string | null, arrivedAt: string | null, measuresAt: string | null, resolvedAt: string | null, releasedAt: string | null, disputedAt: string | null, disputeReason: string | null, disputeDecision: DisputeDecision | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, extensions: Array<{ step: WhistleClockStep, ordinal: number, amount: number, reason: string, decidedAt: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }> | null, pauses: Array<{ resumedAt: string | null }> | null, taskForce: { formedAt: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WorkWhistleFragment = { demand: string | null, createdAt: string, number: string, state: WhistleState, actsForBlower: boolean, theme: string | null, noGridYet: boolean | null, matter: { code: string } | null, matterNamed: { name: string } | null, kindRules: { name: string, nameZh: string, answeredBy: Array<string>, confirmedBy: string, screenedBy: Array<string>, requiresCheckIn: boolean, taskForceFor: Array<string> }, profile: { arbiters: Array<string>, misuseRuledBy: Array<string> } | null, blower: { code: string } | null, blowerNamed: { name: string } | null, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null, clocks: Array<{ step: WhistleClockStep, ordinal: number, bearer: WhistleClockBearer, dueAt: string, metAt: string | null, pausedAt: string | null, stoppedAt: string | null, overdue: boolean }> | null, participants: Array<{ role: WhistleRole, signedAt: string | null, arrivedAt: string | null, measuresAt: string | null, resolvedAt: string | null, releasedAt: string | null, disputedAt: string | null, disputeReason: string | null, disputeDecision: DisputeDecision | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, extensions: Array<{ step: WhistleClockStep, ordinal: number, amount: number, reason: string, decidedAt: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }> | null, pauses: Array<{ resumedAt: string | null }> | null, taskForce: { formedAt: string } | null };

export type WhistleStandingFragment = { number: string, state: WhistleState, actsForBlower: boolean, theme: string | null, noGridYet: boolean | null, kindRules: { name: string, nameZh: string, answeredBy: Array<string>, confirmedBy: string, screenedBy: Array<string>, requiresCheckIn: boolean, taskForceFor: Array<string> }, profile: { arbiters: Array<string>, misuseRuledBy: Array<string> } | null, blower: { code: string } | null, blowerNamed: { name: string } | null, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null, clocks: Array<{ step: WhistleClockStep, ordinal: number, bearer: WhistleClockBearer, dueAt: string, metAt: string | null, pausedAt: string | null, stoppedAt: string | null, overdue: boolean }> | null, participants: Array<{ role: WhistleRole, signedAt: string | null, arrivedAt: string | null, measuresAt: string | null, resolvedAt: string | null, releasedAt: string | null, disputedAt: string | null, disputeReason: string | null, disputeDecision: DisputeDecision | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, extensions: Array<{ step: WhistleClockStep, ordinal: number, amount: number, reason: string, decidedAt: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }> | null, pauses: Array<{ resumedAt: string | null }> | null, taskForce: { formedAt: string } | null };

export const WhistleStandingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhistleStanding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whistle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"actsForBlower"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"noGridYet"}},{"kind":"Field","name":{"kind":"Name","value":"kindRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedBy"}},{"kind":"Field","name":{"kind":"Name","value":"screenedBy"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCheckIn"}},{"kind":"Field","name":{"kind":"Name","value":"taskForceFor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"arbiters"}},{"kind":"Field","name":{"kind":"Name","value":"misuseRuledBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"blowerNamed"},"name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"bearer"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"metAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"measuresAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"disputedAt"}},{"kind":"Field","name":{"kind":"Name","value":"disputeReason"}},{"kind":"Field","name":{"kind":"Name","value":"disputeDecision"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"extensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taskForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formedAt"}}]}}]}}]} as unknown as DocumentNode<WhistleStandingFragment, unknown>;
export const WorkWhistleFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkWhistle"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whistle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WhistleStanding"}},{"kind":"Field","name":{"kind":"Name","value":"demand"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"matterNamed"},"name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhistleStanding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whistle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"actsForBlower"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"noGridYet"}},{"kind":"Field","name":{"kind":"Name","value":"kindRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedBy"}},{"kind":"Field","name":{"kind":"Name","value":"screenedBy"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCheckIn"}},{"kind":"Field","name":{"kind":"Name","value":"taskForceFor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"arbiters"}},{"kind":"Field","name":{"kind":"Name","value":"misuseRuledBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"blowerNamed"},"name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"bearer"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"metAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"measuresAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"disputedAt"}},{"kind":"Field","name":{"kind":"Name","value":"disputeReason"}},{"kind":"Field","name":{"kind":"Name","value":"disputeDecision"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"extensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taskForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formedAt"}}]}}]}}]} as unknown as DocumentNode<WorkWhistleFragment, unknown>;
export const WorkWhistlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkWhistles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whistles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"DUE_FIRST"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkWhistle"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkWhistle"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whistle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WhistleStanding"}},{"kind":"Field","name":{"kind":"Name","value":"demand"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"matterNamed"},"name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhistleStanding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whistle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"actsForBlower"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"noGridYet"}},{"kind":"Field","name":{"kind":"Name","value":"kindRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedBy"}},{"kind":"Field","name":{"kind":"Name","value":"screenedBy"}},{"kind":"Field","name":{"kind":"Name","value":"requiresCheckIn"}},{"kind":"Field","name":{"kind":"Name","value":"taskForceFor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"arbiters"}},{"kind":"Field","name":{"kind":"Name","value":"misuseRuledBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"blowerNamed"},"name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"bearer"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"metAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"measuresAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"disputedAt"}},{"kind":"Field","name":{"kind":"Name","value":"disputeReason"}},{"kind":"Field","name":{"kind":"Name","value":"disputeDecision"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"extensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taskForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formedAt"}}]}}]}}]} as unknown as DocumentNode<WorkWhistlesQuery, WorkWhistlesQueryVariables>;