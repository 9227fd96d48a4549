/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Which items to list; every condition given must hold (权责事项筛选条件) */
export type PowerItemFilter = {
  /** Items whose legal body this unit is (法定主体) */
  body?: string | null | undefined;
  /** Items of this district's area code (区县) */
  district?: string | null | undefined;
  /** Items this unit handles (承办机构) */
  handlingUnit?: string | null | undefined;
  /** Items of this kind (职权类型) */
  kind?: PowerKind | null | undefined;
  /** Items a dispatch catalogue has ever named for this matter (诉求事项代码, PG-5) */
  matter?: string | null | undefined;
  /** Part of the name (名称的一部分) */
  search?: string | null | undefined;
};

/** Kind of administrative power (职权类型, 9+X, PG-5) */
export type PowerKind =
  /** Administrative adjudication (行政裁决), 09 */
  | 'ADJUDICATION'
  /** Administrative compulsion (行政强制), 03 */
  | 'COMPULSION'
  /** Administrative confirmation (行政确认), 07 */
  | 'CONFIRMATION'
  /** Administrative inspection (行政检查), 06 */
  | 'INSPECTION'
  /** Administrative levy (行政征收), 04 */
  | 'LEVY'
  /** Administrative licence (行政许可), 01 */
  | 'LICENCE'
  /** Other powers, duties and services (其他), 10 */
  | 'OTHER'
  /** Administrative payment (行政给付), 05 */
  | 'PAYMENT'
  /** Administrative penalty (行政处罚), 02 */
  | 'PENALTY'
  /** Administrative reward (行政奖励), 08 */
  | 'REWARD';

export type ItemsOfUnitQueryVariables = Exact<{
  body: PowerItemFilter;
  handled: PowerItemFilter;
}>;


export type ItemsOfUnitQuery = { body: { edges: Array<{ node: { code: string, name: string } }>, pageInfo: { hasNextPage: boolean } } | null, handled: { edges: Array<{ node: { code: string, name: string } }>, pageInfo: { hasNextPage: boolean } } | null };


export const ItemsOfUnitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ItemsOfUnit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"body"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PowerItemFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"handled"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PowerItemFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"body"},"name":{"kind":"Name","value":"powerItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"body"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"handled"},"name":{"kind":"Name","value":"powerItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"handled"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<ItemsOfUnitQuery, ItemsOfUnitQueryVariables>;