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

export type CaseFileQueryVariables = Exact<{
  number: string;
}>;


export type CaseFileQuery = { ticket: { number: string, title: string, state: TicketState, kind: DemandKind, urgency: Urgency, dueAt: string, feedbackAt: string | null, receivedAt: string, discoveredAt: string, noGridYet: boolean, listVersion: number | null, matchedOn: string | null, findings: string | null, publicReply: string | null, handlingAccount: string | null, reasonUnsolved: string | null, rejectionGrounds: string | null, strikeOffNumber: string | null, struckOffAt: string | null, division: { code: string, path: Array<{ code: string, name: string }> } | null, grid: { code: string, name: string } | null, estate: { code: string, name: string } | null, channels: Array<{ code: string, name: string, nameZh: string }>, matter: { code: string, name: string } | null, item: { code: string, name: string, legalBasis: string } | null, matchedUnit: { code: string, name: string } | null, handlingUnit: { code: string, name: string } | null, firstReceiver: { code: string, name: string } | null, caseLeader: { name: string, unit: { name: string } | null } | null, merged: Array<{ number: string, title: string }>, mergedInto: { number: string, title: string } | null, steps: Array<{ name: TicketStepName, enteredAt: string | null, skipped: boolean }> } | null };


export const CaseFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"feedbackAt"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"discoveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"noGridYet"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"estate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"channels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"legalBasis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"listVersion"}},{"kind":"Field","name":{"kind":"Name","value":"matchedOn"}},{"kind":"Field","name":{"kind":"Name","value":"matchedUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"firstReceiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caseLeader"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"}},{"kind":"Field","name":{"kind":"Name","value":"publicReply"}},{"kind":"Field","name":{"kind":"Name","value":"handlingAccount"}},{"kind":"Field","name":{"kind":"Name","value":"reasonUnsolved"}},{"kind":"Field","name":{"kind":"Name","value":"rejectionGrounds"}},{"kind":"Field","name":{"kind":"Name","value":"strikeOffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"struckOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"merged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}}]}}]}}]}}]} as unknown as DocumentNode<CaseFileQuery, CaseFileQueryVariables>;