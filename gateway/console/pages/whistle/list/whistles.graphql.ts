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

/** Order of whistles (哨排序) */
export type WhistleOrder =
  /** The one whose next clock ends first comes first, those whose clocks all rest come last; withheld from residents (最早到期) */
  | 'DUE_FIRST'
  /** Latest written down first (最新) */
  | 'NEWEST'
  /** Earliest written down first (最早) */
  | 'OLDEST';

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

export type WhistlesQueryVariables = Exact<{
  filter?: WhistleFilter | null | undefined;
  order: WhistleOrder;
  first: number;
  after?: string | null | undefined;
  official: boolean;
}>;


export type WhistlesQuery = { whistles: { edges: Array<{ node: { number: string, state: WhistleState, createdAt: string, blownAt: string | null, overdue?: boolean | null, kindRules: { name: string, nameZh: string }, division: { code: string } | null, divisionNamed: { name: string } | null, grid?: { code: string } | null, gridNamed?: { name: string } | null, blower: { code: string } | null, blowerNamed: { name: string } | null, participants: Array<{ role: WhistleRole, releasedAt?: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, clocks?: Array<{ step: WhistleClockStep, ordinal: number, dueAt: string, metAt: string | null, stoppedAt: string | null, pausedAt: string | null }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WhistleRowFragment = { number: string, state: WhistleState, createdAt: string, blownAt: string | null, overdue?: boolean | null, kindRules: { name: string, nameZh: string }, division: { code: string } | null, divisionNamed: { name: string } | null, grid?: { code: string } | null, gridNamed?: { name: string } | null, blower: { code: string } | null, blowerNamed: { name: string } | null, participants: Array<{ role: WhistleRole, releasedAt?: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, clocks?: Array<{ step: WhistleClockStep, ordinal: number, dueAt: string, metAt: string | null, stoppedAt: string | null, pausedAt: string | null }> | null };

export const WhistleRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhistleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whistle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kindRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"blownAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grid"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"gridNamed"},"name":{"kind":"Name","value":"grid"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"blowerNamed"},"name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"metAt"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}}]}}]}}]} as unknown as DocumentNode<WhistleRowFragment, unknown>;
export const WhistlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Whistles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleOrder"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"official"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whistles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WhistleRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhistleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whistle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kindRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"blownAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grid"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"gridNamed"},"name":{"kind":"Name","value":"grid"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"blowerNamed"},"name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"official"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"metAt"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}}]}}]}}]} as unknown as DocumentNode<WhistlesQuery, WhistlesQueryVariables>;