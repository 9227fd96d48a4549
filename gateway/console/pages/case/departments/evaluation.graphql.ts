/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** How the demander was asked (回访方式) */
export type CallBackChannel =
  /** By text message (短信回访) */
  | 'MESSAGE'
  /** On the net or in the mini-programme (网络回访) */
  | 'NET'
  /** By telephone (电话回访) */
  | 'PHONE';

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

/** Why a call-back does not count in the rates (无效回访原因) */
export type InvalidCallBackReason =
  /** Somebody else answered (非本人) */
  | 'NOT_THE_DEMANDER'
  /** The demander would not be asked (拒绝回访) */
  | 'REFUSED'
  /** Nobody answered (无法接通、无人接听) */
  | 'UNREACHABLE'
  /** The number is wrong or out of use (空号、错号) */
  | 'WRONG_NUMBER';

/** How the demander judges the handling (满意度) */
export type Satisfaction =
  /** Basically satisfied, counted at a factor (基本满意) */
  | 'BASICALLY_SATISFIED'
  /** Dissatisfied (不满意) */
  | 'DISSATISFIED'
  /** Asked, but would not say (未评价) */
  | 'NOT_RATED'
  /** Satisfied (满意) */
  | 'SATISFIED';

export type EvaluationPartQueryVariables = Exact<{
  number: string;
}>;


export type EvaluationPartQuery = { ticket: { callBacks: Array<{ ordinal: number, channel: CallBackChannel, attempts: number, valid: boolean, invalidReason: InvalidCallBackReason | null, contacted: boolean | null, solved: boolean | null, satisfaction: Satisfaction | null, opinion: string | null, recordedAt: string }> | null, whistles: Array<{ number: string, evaluations: Array<{ direction: EvaluationDirection, state: EvaluationState, score: number | null, opinion: string | null, givenAt: string | null, unit: { name: string } | null, evaluator: { name: string } | null }> | null }> } | null };


export const EvaluationPartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EvaluationPart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callBacks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"valid"}},{"kind":"Field","name":{"kind":"Name","value":"invalidReason"}},{"kind":"Field","name":{"kind":"Name","value":"contacted"}},{"kind":"Field","name":{"kind":"Name","value":"solved"}},{"kind":"Field","name":{"kind":"Name","value":"satisfaction"}},{"kind":"Field","name":{"kind":"Name","value":"opinion"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whistles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"evaluations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"opinion"}},{"kind":"Field","name":{"kind":"Name","value":"givenAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evaluator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<EvaluationPartQuery, EvaluationPartQueryVariables>;