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

/** Kind of demand (诉求类型) */
export type DemandKind =
  /** Complains (投诉) */
  | 'COMPLAINT'
  /** Asks for information (咨询) */
  | 'CONSULTATION'
  /** Asks for help (求助) */
  | 'HELP'
  /** Reports an offence (举报) */
  | 'REPORT'
  /** Suggests (建议, KF-6) */
  | 'SUGGESTION';

/** Where the mediation of a dispute stands (调解状态, GZ-15) */
export type DisputeMediationState =
  /** The parties agreed (调解成功) */
  | 'AGREED'
  /** They did not: the next level mediates, or a court decides (调解不成) */
  | 'NOT_AGREED'
  /** Mediators are called, or the parties are to sit again (调解中) */
  | 'OPEN';

/** Which side of a whistle is graded (评价方向, KF-15, BJ-3) */
export type EvaluationDirection =
  /** A called unit grades the blower; it may, it need not (应哨方评吹哨方) */
  | 'OF_BLOWER'
  /** The blower, or the centre where the profile says so, grades a called unit; due on every whistle (吹哨方评应哨方) */
  | 'OF_RESPONDER';

/** Where an evaluation stands (评价状态, KF-15) */
export type EvaluationState =
  /** The whistle is confirmed, the grade not yet given (待评价) */
  | 'DUE'
  /** On record with the performance office; counts for the year (绩效办已备案) */
  | 'FILED'
  /** Graded, with an opinion (已评价) */
  | 'GIVEN';

/** State of a power grant (赋权状态, GZ-5) */
export type GrantState =
  /** The district government approved it (区政府已批准) */
  | 'APPROVED'
  /** The sub-district stated its intent (已提出承接意向) */
  | 'INTENT'
  /** Entered in an open batch of the sub-district's list (已列入批次) */
  | 'LISTED'
  /** Published; usable from the batch's effective day (已公布) */
  | 'PUBLISHED'
  /** The granting department reviewed it (部门已审核) */
  | 'REVIEWED'
  /** Revoked (已收回) */
  | 'REVOKED';

/** Which mediations; everything given must hold (调解筛选条件) */
export type MediationFilter = {
  /** Led by this unit, by code (主持单位) */
  host?: string | null | undefined;
  /** True: a mediator's time is up and nobody of it has come; false: none such (是否逾时未到, GZ-16) */
  late?: boolean | null | undefined;
  /** Calling this unit, by code (调解员单位) */
  mediator?: string | null | undefined;
  /** In one of these states (状态) */
  states?: Array<DisputeMediationState> | null | undefined;
  /** Of this ticket (工单编号) */
  ticket?: string | null | undefined;
};

/** Which negative-list entries; what is absent does not restrict (负面清单筛选) */
export type NegativeListFilter = {
  /** From whistles and tickets inside this division (区划) */
  division?: string | null | undefined;
  /** For this offence (情形) */
  offence?: Offence | null | undefined;
  /** Against this unit (被列单位) */
  respondent?: string | null | undefined;
  /** In this state (状态) */
  state?: NegativeListState | null | undefined;
  /** On this whistle (哨编号) */
  whistle?: string | null | undefined;
  /** Counting for this year (考核年度) */
  year?: number | null | undefined;
};

/** Where a negative-list entry stands (负面清单条目状态, KF-17) */
export type NegativeListState =
  /** A person decided that it does not stand (不予认定) */
  | 'DISMISSED'
  /** Proposed; the respondent may state its case (已提出) */
  | 'PROPOSED'
  /** The respondent has stated its case (已陈述) */
  | 'STATED'
  /** A person decided that it stands (认定成立) */
  | 'UPHELD';

/** The offences of the negative list (负面清单情形, KF-17) */
export type Offence =
  /** A called unit did not report for duty (不报到) */
  | 'FAILURE_TO_REPORT'
  /** A sub-district or community did not whistle when it should have (有哨不吹) */
  | 'FAILURE_TO_WHISTLE'
  /** A called unit reported but did nothing, or passed the buck (报到不作为、互相推诿) */
  | 'INACTION'
  /** A whistle without cause (乱吹哨) */
  | 'MISUSE';

/** Where a ticket stands in the pool of what nobody complained of (未诉先办工单池状态, PG-14) */
export type PoolState =
  /** Not taken on; `rejectionGrounds` says why (不予受理) */
  | 'DISMISSED'
  /** Simple: sent to the unit whose duty it is (已派单) */
  | 'DISPATCHED'
  /** Goes on in another ticket (已合并) */
  | 'MERGED'
  /** Taken in, nobody has looked at it yet (新入池) */
  | 'NEW'
  /** Checked on site, or matched to a duty (已筛选) */
  | 'SCREENED'
  /** Complex: several were called by whistle (已吹哨) */
  | 'WHISTLED';

/** Which grants; every condition given must hold (赋权筛选条件) */
export type PowerGrantFilter = {
  /** From this department (赋权部门) */
  grantingUnit?: string | null | undefined;
  /** Of this item (事项) */
  item?: string | null | undefined;
  /** To this sub-district (承接街道) */
  receivingUnit?: string | null | undefined;
  /** In this state (状态) */
  state?: GrantState | null | undefined;
};

/** Which tickets; everything given must hold (工单筛选条件) */
export type TicketFilter = {
  /** Opened by this channel, by code (渠道) */
  channel?: string | null | undefined;
  /** Of this class problem, by number, or gone on in a ticket of it: in which its demanders asked (一类问题, ZY-21) */
  classProblem?: string | null | undefined;
  /** In this division, at any level (区划) */
  division?: string | null | undefined;
  /** In this estate, by code (小区) */
  estate?: string | null | undefined;
  /** Known to lie in this division and no more precisely: in a district, of no sub-district yet (仅定位到此区划) */
  exactDivision?: string | null | undefined;
  /** Opened by any channel but these, by code: what a chart of the busiest leaves (其他渠道) */
  exceptChannels?: Array<string> | null | undefined;
  /** A longer limit was asked for and is not decided on yet, or none is (是否待审核延期) */
  extensionAsked?: boolean | null | undefined;
  /** Worked under this function now (功能, PG-1) */
  function?: TicketFunction | null | undefined;
  /** In this grid (网格) */
  grid?: string | null | undefined;
  /** With this handling unit, by code (承办单位) */
  handlingUnit?: string | null | undefined;
  /** In this hot class, by number, or gone on in a ticket of it: in which its demanders asked. Residents know of none (诉求热点, ZY-21) */
  hotClass?: string | null | undefined;
  /** Of this kind (诉求类型) */
  kind?: DemandKind | null | undefined;
  /** On the open ledger: answered, unsolved and not struck off, or not on it (是否挂账, ZY-18) */
  ledgered?: boolean | null | undefined;
  /** On the open ledger since before this instant (挂账早于, ZY-18) */
  ledgeredBefore?: string | null | undefined;
  /** About this matter, by code (事项) */
  matter?: string | null | undefined;
  /** Without a grid yet, an error to clear, or with one (尚无网格, BJ-12) */
  noGridYet?: boolean | null | undefined;
  /** True: something is still to be done, also while it awaits call-back or striking off; false: struck off, archived, rejected or merged (是否未办结) */
  open?: boolean | null | undefined;
  /** True: unanswered though its limit is used up; false: not so (是否超期) */
  overdue?: boolean | null | undefined;
  /** Came in by the pool of what nobody complained of, and stands here in it (工单池状态, PG-14) */
  poolState?: PoolState | null | undefined;
  /** Taken in before this instant (受理止) */
  receivedBefore?: string | null | undefined;
  /** Taken in at or after this instant (受理起) */
  receivedFrom?: string | null | undefined;
  /** Taken in during this hour of whatever day, 0 to 23, Asia/Shanghai (受理时段) */
  receivedHour?: number | null | undefined;
  /** In one of these states (状态) */
  states?: Array<TicketState> | null | undefined;
  /** Standing in this step now (所处步骤, PG-2) */
  step?: TicketStepName | null | undefined;
  /** Words, or parts of them and of numbers, in title, text, place and ticket number, at least two characters each and 100 in all; all of them must be there (关键词) */
  text?: string | null | undefined;
  /** Ever whistled for, in whatever state it is now, or never (是否吹过哨, PG-3) */
  whistled?: boolean | null | undefined;
};

/** Function a ticket is worked under (三大功能, PG-1) */
export type TicketFunction =
  /** Act on complaint (接诉即办) */
  | 'ON_COMPLAINT'
  /** Act before complaint (未诉先办) */
  | 'PROACTIVE'
  /** Whistle and report (吹哨报到) */
  | 'WHISTLE_REPORT';

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

/** One of the eight steps (八步闭环, PG-2) */
export type TicketStepName =
  /** It is taken in (信息汇集) */
  | 'COLLECTION'
  /** The problem is found (发现问题) */
  | 'DISCOVERY'
  /** It is dispatched and handled (派单办理) */
  | 'DISPATCH'
  /** The result is judged (考核评价) */
  | 'EVALUATION'
  /** The demander is answered (结果反馈) */
  | 'FEEDBACK'
  /** Powers and duties are matched (权责匹配) */
  | 'MATCHING'
  /** The called units arrive, when needed (报到处置) */
  | 'REPORT_FOR_DUTY'
  /** Others are called by whistle, when needed (吹哨解决) */
  | 'WHISTLE';

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

/** Which evaluations to list; what is absent does not restrict (哨评筛选) */
export type WhistleEvaluationFilter = {
  /** In this direction (评价方向) */
  direction?: EvaluationDirection | null | undefined;
  /** Given, or to be given, by this unit (评价单位) */
  evaluator?: string | null | undefined;
  /** In this state (状态) */
  state?: EvaluationState | null | undefined;
  /** About this unit (被评价单位) */
  subject?: string | null | undefined;
  /** Counting for this year (考核年度) */
  year?: number | null | undefined;
};

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

export type CountTicketsQueryVariables = Exact<{
  filter: TicketFilter;
  late: TicketFilter;
}>;


export type CountTicketsQuery = { all: { totalCount: number | null } | null, late: { totalCount: number | null } | null };

export type CountWhistlesQueryVariables = Exact<{
  filter: WhistleFilter;
  late: WhistleFilter;
}>;


export type CountWhistlesQuery = { all: { totalCount: number | null } | null, late: { totalCount: number | null } | null };

export type CountCallBacksQueryVariables = Exact<{
  division?: string | null | undefined;
}>;


export type CountCallBacksQuery = { all: { totalCount: number | null } | null };

export type CountEvaluationsQueryVariables = Exact<{
  filter: WhistleEvaluationFilter;
}>;


export type CountEvaluationsQuery = { all: { totalCount: number | null } | null };

export type CountNegativeListQueryVariables = Exact<{
  filter: NegativeListFilter;
}>;


export type CountNegativeListQuery = { all: { totalCount: number | null } | null };

export type CountMediationsQueryVariables = Exact<{
  filter: MediationFilter;
  late: MediationFilter;
}>;


export type CountMediationsQuery = { all: { totalCount: number | null } | null, late: { totalCount: number | null } | null };

export type CountGridTasksQueryVariables = Exact<{
  division: string;
  grid?: string | null | undefined;
}>;


export type CountGridTasksQuery = { all: { totalCount: number | null } | null };

export type CountGrantsQueryVariables = Exact<{ [key: string]: never; }>;


export type CountGrantsQuery = { all: { totalCount: number | null } | null };

export type CountPowerGrantsQueryVariables = Exact<{
  filter: PowerGrantFilter;
}>;


export type CountPowerGrantsQuery = { all: { totalCount: number | null } | null };

export type CountMembersQueryVariables = Exact<{
  within: string;
}>;


export type CountMembersQuery = { all: { totalCount: number | null } | null };


export const CountTicketsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountTickets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TicketFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"late"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TicketFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"tickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"NEWEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"late"},"name":{"kind":"Name","value":"tickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"late"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"NEWEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountTicketsQuery, CountTicketsQueryVariables>;
export const CountWhistlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountWhistles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"late"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"whistles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"NEWEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"late"},"name":{"kind":"Name","value":"whistles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"late"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"NEWEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountWhistlesQuery, CountWhistlesQueryVariables>;
export const CountCallBacksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountCallBacks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"division"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DivisionCode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"callBacksDue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"division"},"value":{"kind":"Variable","name":{"kind":"Name","value":"division"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountCallBacksQuery, CountCallBacksQueryVariables>;
export const CountEvaluationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountEvaluations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleEvaluationFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"whistleEvaluations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountEvaluationsQuery, CountEvaluationsQueryVariables>;
export const CountNegativeListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountNegativeList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NegativeListFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"negativeListEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountNegativeListQuery, CountNegativeListQueryVariables>;
export const CountMediationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountMediations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediationFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"late"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediationFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"disputeMediations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"late"},"name":{"kind":"Name","value":"disputeMediations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"late"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountMediationsQuery, CountMediationsQueryVariables>;
export const CountGridTasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountGridTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"division"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DivisionCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"grid"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"GridCode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"gridTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"division"},"value":{"kind":"Variable","name":{"kind":"Name","value":"division"}}},{"kind":"Argument","name":{"kind":"Name","value":"grid"},"value":{"kind":"Variable","name":{"kind":"Name","value":"grid"}}},{"kind":"Argument","name":{"kind":"Name","value":"open"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountGridTasksQuery, CountGridTasksQueryVariables>;
export const CountGrantsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountGrants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"dataGrants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"REQUESTED"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountGrantsQuery, CountGrantsQueryVariables>;
export const CountPowerGrantsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountPowerGrants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PowerGrantFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"powerGrants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountPowerGrantsQuery, CountPowerGrantsQueryVariables>;
export const CountMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DivisionCode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CountMembersQuery, CountMembersQueryVariables>;