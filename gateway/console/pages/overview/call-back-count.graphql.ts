/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

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

export type CallBackCountQueryVariables = Exact<{
  filter?: CallBackFilter | null | undefined;
}>;


export type CallBackCountQuery = { callBacks: { totalCount: number | null } | null };


export const CallBackCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CallBackCount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CallBackFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callBacks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CallBackCountQuery, CallBackCountQueryVariables>;