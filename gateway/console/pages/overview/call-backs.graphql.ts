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

/** Which call-backs to list; what is absent does not restrict (回访筛选) */
export type CallBackFilter = {
  /** Only where the unit had got in touch, or only where it had not (是否联系) */
  contacted?: boolean | null | undefined;
  /** Counting for this day or a later one, by the day boundary of the rule: the first day of a rate's period (计入统计日起) */
  countedFrom?: string | null | undefined;
  /** Counting for this day or an earlier one: the last day of a rate's period (计入统计日止) */
  countedUntil?: string | null | undefined;
  /** About tickets inside this division (区划) */
  division?: string | null | undefined;
  /** About tickets of this matter (事项) */
  matter?: string | null | undefined;
  /** Only this satisfaction (满意度) */
  satisfaction?: Satisfaction | null | undefined;
  /** Only solved, or only unsolved (是否解决) */
  solved?: boolean | null | undefined;
  /** Handled by this unit (承办单位) */
  unit?: string | null | undefined;
  /** Only those that count, or only the others (是否有效) */
  valid?: boolean | null | undefined;
};

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

export type OverviewCallBacksQueryVariables = Exact<{
  filter?: CallBackFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OverviewCallBacksQuery = { callBacks: { edges: Array<{ node: { ordinal: number, recordedAt: string, channel: CallBackChannel, valid: boolean, invalidReason: InvalidCallBackReason | null, contacted: boolean | null, solved: boolean | null, satisfaction: Satisfaction | null, ticket: { number: string, title: string } | null, handlingUnit: { code: string, name: string } | null, division: { code: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };


export const OverviewCallBacksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OverviewCallBacks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CallBackFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callBacks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"valid"}},{"kind":"Field","name":{"kind":"Name","value":"invalidReason"}},{"kind":"Field","name":{"kind":"Name","value":"contacted"}},{"kind":"Field","name":{"kind":"Name","value":"solved"}},{"kind":"Field","name":{"kind":"Name","value":"satisfaction"}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handlingUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OverviewCallBacksQuery, OverviewCallBacksQueryVariables>;