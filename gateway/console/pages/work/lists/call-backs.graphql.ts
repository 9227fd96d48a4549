/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

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

export type WorkCallBacksQueryVariables = Exact<{
  division?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkCallBacksQuery = { callBacksDue: { edges: Array<{ node: { feedbackAt: string, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null, handlingUnit: { code: string } | null, handlingUnitNamed: { name: string } | null, ticket: { number: string, title: string, state: TicketState, publicReply: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };


export const WorkCallBacksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkCallBacks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"division"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DivisionCode"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callBacksDue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"division"},"value":{"kind":"Variable","name":{"kind":"Name","value":"division"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feedbackAt"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"handlingUnitNamed"},"name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"publicReply"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WorkCallBacksQuery, WorkCallBacksQueryVariables>;