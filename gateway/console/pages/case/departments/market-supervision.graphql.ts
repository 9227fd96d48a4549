/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Whether a business may trade, by the register (经营状态) */
export type BusinessState =
  /** It was wound up and struck off the register (注销) */
  | 'DEREGISTERED'
  /** Registered and in business (存续) */
  | 'IN_BUSINESS'
  /** Its business licence was revoked as a penalty; debts remain (吊销) */
  | 'LICENCE_REVOKED'
  /** It is registered elsewhere now (迁出) */
  | 'MOVED_AWAY'
  /** Its registration was got by fraud and annulled (撤销登记) */
  | 'REGISTRATION_ANNULLED';

/** Where a consumer complaint stands (投诉状态) */
export type ComplaintState =
  /** Accepted; being mediated (已受理) */
  | 'ACCEPTED'
  /** The consumer was told the outcome; the end (办结) */
  | 'CLOSED'
  /** The mediation is over, with or without agreement (调解结束) */
  | 'MEDIATED'
  /** Received; within 7 working days it is accepted or rejected (待受理) */
  | 'RECEIVED'
  /** Not accepted, with a reason the consumer was told; the end (不予受理) */
  | 'REJECTED';

/** What an inspection came to (检查结果) */
export type InspectionResult =
  /** A case was opened that may end in a penalty (立案) */
  | 'CASE_OPENED'
  /** A problem was put right while the inspectors were there (现场整改) */
  | 'CORRECTED_ON_THE_SPOT'
  /** No problem was found (未发现问题) */
  | 'NOTHING_FOUND'
  /** The business cannot be found at its registered premises (住所无法联系) */
  | 'NOT_AT_ADDRESS'
  /** A problem must be put right by a day set (责令改正) */
  | 'ORDERED_TO_CORRECT';

/** What a licence permits (许可类型) */
export type LicenceKind =
  /** To sell medicines (药品经营许可) */
  | 'DRUG_BUSINESS'
  /** To sell or serve food (食品经营许可) */
  | 'FOOD_BUSINESS'
  /** To produce food (食品生产许可) */
  | 'FOOD_PRODUCTION'
  /** To use lifts, boilers, cranes and the like (特种设备使用登记) */
  | 'SPECIAL_EQUIPMENT';

/** Whether a licence still stands, whatever its days say (许可状态) */
export type LicenceState =
  /** Given back, replaced or cancelled (注销) */
  | 'CANCELLED'
  /** Revoked as a penalty (吊销) */
  | 'REVOKED'
  /** It stands, within its days (有效) */
  | 'VALID';

/** Kind of penalty (处罚种类, 行政处罚法 第九条), the heaviest where several were imposed together */
export type PenaltyKind =
  /** Illegal gains or goods were confiscated (没收) */
  | 'CONFISCATION'
  /** Fine (罚款) */
  | 'FINE'
  /** A licence was revoked (吊销许可证件) */
  | 'LICENCE_REVOCATION'
  /** Ordered to stop trading for a time (责令停产停业) */
  | 'SUSPENSION'
  /** Warning or public criticism (警告、通报批评) */
  | 'WARNING';

export type MarketSupervisionPartQueryVariables = Exact<{
  number: string;
}>;


export type MarketSupervisionPartQuery = { ticket: { consumerComplaints: { edges: Array<{ node: { number: string, state: ComplaintState, facts: string, request: string, consumerName: string, consumerPhone: string, receivedAt: string, closedAt: string | null, outcomeAccount: string | null, business: { creditCode: string, name: string | null } } }> } | null } | null, case: { businesses: Array<{ creditCode: string, name: string | null, state: BusinessState | null, address: string | null, legalRepresentative: string | null, phone: string | null, licences: Array<{ number: string, kind: LicenceKind | null, scope: string | null, state: LicenceState | null, validUntil: string | null }> | null, inspections: { edges: Array<{ node: { number: string, inspectedOn: string, result: InspectionResult, findings: string | null } }> } | null, penalties: { edges: Array<{ node: { number: string, kind: PenaltyKind, decidedOn: string, grounds: string, amountFen: number | null } }> } | null } | null> } | null };


export const MarketSupervisionPartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MarketSupervisionPart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consumerComplaints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"request"}},{"kind":"Field","name":{"kind":"Name","value":"consumerName"}},{"kind":"Field","name":{"kind":"Name","value":"consumerPhone"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcomeAccount"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"businesses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"legalRepresentative"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"licences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inspections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"inspectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"findings"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"penalties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"decidedOn"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"amountFen"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MarketSupervisionPartQuery, MarketSupervisionPartQueryVariables>;