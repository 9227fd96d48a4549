/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

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

/** Order of tickets (工单排序) */
export type TicketOrder =
  /** The one due first comes first (最早到期) */
  | 'DUE_FIRST'
  /** Latest taken in first (最新受理) */
  | 'NEWEST'
  /** Earliest taken in first (最早受理) */
  | 'OLDEST';

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

/** Urgency of a demand (紧急程度) */
export type Urgency =
  /** Life or property in danger (特急) */
  | 'CRITICAL'
  /** Ordinary (一般) */
  | 'ORDINARY'
  /** Urgent (紧急) */
  | 'URGENT';

export type WorkTicketsQueryVariables = Exact<{
  filter: TicketFilter;
  order: TicketOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkTicketsQuery = { tickets: { edges: Array<{ node: { number: string, title: string, state: TicketState, urgency: Urgency, receivedAt: string, dueAt: string, handledAt: string | null, feedbackAt: string | null, calledBackAt: string | null, ledgeredAt: string | null, struckOffAt: string | null, noGridYet: boolean, solved: boolean | null, publicReply: string | null, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null, grid: { code: string } | null, gridNamed: { name: string } | null, handlingUnit: { code: string } | null, handlingUnitNamed: { name: string } | null, matter: { code: string } | null, matterNamed: { name: string } | null, item: { code: string } | null, itemNamed: { name: string } | null, matchedUnit: { code: string } | null, matchedUnitNamed: { name: string } | null, dispatches: Array<{ returnedAt: string | null, returnGrounds: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, extensions: Array<{ days: number, reason: string | null, askedAt: string, decidedAt: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, tasks: Array<{ ordinal: number, task: string, signedAt: string | null, doneAt: string | null, releasedAt: string | null, unit: { code: string } | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WorkTicketFragment = { number: string, title: string, state: TicketState, urgency: Urgency, receivedAt: string, dueAt: string, handledAt: string | null, feedbackAt: string | null, calledBackAt: string | null, ledgeredAt: string | null, struckOffAt: string | null, noGridYet: boolean, solved: boolean | null, publicReply: string | null, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null, grid: { code: string } | null, gridNamed: { name: string } | null, handlingUnit: { code: string } | null, handlingUnitNamed: { name: string } | null, matter: { code: string } | null, matterNamed: { name: string } | null, item: { code: string } | null, itemNamed: { name: string } | null, matchedUnit: { code: string } | null, matchedUnitNamed: { name: string } | null, dispatches: Array<{ returnedAt: string | null, returnGrounds: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, extensions: Array<{ days: number, reason: string | null, askedAt: string, decidedAt: string | null, unit: { code: string } | null, unitNamed: { name: string } | null }>, tasks: Array<{ ordinal: number, task: string, signedAt: string | null, doneAt: string | null, releasedAt: string | null, unit: { code: string } | null }> };

export const WorkTicketFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkTicket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"handledAt"}},{"kind":"Field","name":{"kind":"Name","value":"feedbackAt"}},{"kind":"Field","name":{"kind":"Name","value":"calledBackAt"}},{"kind":"Field","name":{"kind":"Name","value":"ledgeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"struckOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"noGridYet"}},{"kind":"Field","name":{"kind":"Name","value":"solved"}},{"kind":"Field","name":{"kind":"Name","value":"publicReply"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"gridNamed"},"name":{"kind":"Name","value":"grid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"handlingUnitNamed"},"name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"matterNamed"},"name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"itemNamed"},"name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"matchedUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"matchedUnitNamed"},"name":{"kind":"Name","value":"matchedUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dispatches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"returnedAt"}},{"kind":"Field","name":{"kind":"Name","value":"returnGrounds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"doneAt"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<WorkTicketFragment, unknown>;
export const WorkTicketsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkTickets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TicketFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TicketOrder"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkTicket"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkTicket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"handledAt"}},{"kind":"Field","name":{"kind":"Name","value":"feedbackAt"}},{"kind":"Field","name":{"kind":"Name","value":"calledBackAt"}},{"kind":"Field","name":{"kind":"Name","value":"ledgeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"struckOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"noGridYet"}},{"kind":"Field","name":{"kind":"Name","value":"solved"}},{"kind":"Field","name":{"kind":"Name","value":"publicReply"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"gridNamed"},"name":{"kind":"Name","value":"grid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"handlingUnitNamed"},"name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"matterNamed"},"name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"itemNamed"},"name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"matchedUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"matchedUnitNamed"},"name":{"kind":"Name","value":"matchedUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dispatches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"returnedAt"}},{"kind":"Field","name":{"kind":"Name","value":"returnGrounds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"doneAt"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<WorkTicketsQuery, WorkTicketsQueryVariables>;