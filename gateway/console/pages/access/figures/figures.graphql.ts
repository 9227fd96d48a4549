/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Of which accesses figures are asked for (访问统计范围) */
export type AccessPeriodInput = {
  /** First day (起始日) */
  from: string;
  /** Of this subgraph; null: all you may see (子图名称) */
  subgraph?: string | null | undefined;
  /** First day no longer; at most 366 days later (截止日的次日) */
  until: string;
};

export type AccessFiguresQueryVariables = Exact<{
  period: AccessPeriodInput;
}>;


export type AccessFiguresQuery = { byUnit: Array<{ key: string, accesses: number, withheld: number, people: number, rowsGiven: number }> | null, byField: Array<{ key: string, accesses: number, withheld: number, people: number, rowsGiven: number }> | null, byBasis: Array<{ key: string, accesses: number, withheld: number, people: number, rowsGiven: number }> | null, byDay: Array<{ key: string, accesses: number, withheld: number, people: number, rowsGiven: number }> | null };

export type AccessTotalBarFragment = { key: string, accesses: number, withheld: number, people: number, rowsGiven: number };

export const AccessTotalBarFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessTotalBar"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessTotal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"accesses"}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"people"}},{"kind":"Field","name":{"kind":"Name","value":"rowsGiven"}}]}}]} as unknown as DocumentNode<AccessTotalBarFragment, unknown>;
export const AccessFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AccessPeriodInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"byUnit"},"name":{"kind":"Name","value":"accessTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"CONSUMER"}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessTotalBar"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byField"},"name":{"kind":"Name","value":"accessTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"FIELD"}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessTotalBar"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byBasis"},"name":{"kind":"Name","value":"accessTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"BASIS"}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessTotalBar"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byDay"},"name":{"kind":"Name","value":"accessTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"DAY"}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessTotalBar"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessTotalBar"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessTotal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"accesses"}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"people"}},{"kind":"Field","name":{"kind":"Name","value":"rowsGiven"}}]}}]} as unknown as DocumentNode<AccessFiguresQuery, AccessFiguresQueryVariables>;