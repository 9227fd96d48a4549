/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** State of a data grant; whether it has expired is told by its time (数据授权状态) */
export type DataGrantState =
  /** The owner approved it: in force from `validFrom` (已批准) */
  | 'APPROVED'
  /** The owner refused it (已驳回) */
  | 'REFUSED'
  /** The consumer asked for it (已申请) */
  | 'REQUESTED'
  /** Revoked before its time (已撤销) */
  | 'REVOKED';

/** What an owner grants of what was asked for: no field, day or row more. What is left out is granted as asked (部分批准) */
export type NarrowedGrantInput = {
  /** These of the fields asked for in clear; null: those the coordinates still cover (明文字段) */
  clear?: Array<string> | null | undefined;
  /** These coordinates of those asked for, or fields of a type asked for (授权字段) */
  coordinates?: Array<string> | null | undefined;
  /** Fewer rows in one answer, 1 to what was asked for (单次导出上限) */
  listMaximum?: number | null | undefined;
  /** A later beginning (生效时间) */
  validFrom?: string | null | undefined;
  /** An earlier end (失效时间) */
  validUntil?: string | null | undefined;
};

export type ApproveGrantMutationVariables = Exact<{
  number: string;
  reason: string;
  narrowed?: NarrowedGrantInput | null | undefined;
  idempotencyKey: string;
}>;


export type ApproveGrantMutation = { approveDataGrant: { number: string, state: DataGrantState, inForce: boolean, coordinates: Array<string>, clear: Array<string>, validFrom: string, validUntil: string, listMaximum: number | null, decidedAt: string | null, decidedByUnit: string | null, decisionReason: string | null, asked: { coordinates: Array<string>, clear: Array<string>, validFrom: string, validUntil: string, listMaximum: number | null } | null } };

export type ExtentFragment = { coordinates: Array<string>, clear: Array<string>, validFrom: string, validUntil: string, listMaximum: number | null };

export const ExtentFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Extent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GrantExtent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"clear"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"listMaximum"}}]}}]} as unknown as DocumentNode<ExtentFragment, unknown>;
export const ApproveGrantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveGrant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"narrowed"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"NarrowedGrantInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveDataGrant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"narrowed"},"value":{"kind":"Variable","name":{"kind":"Name","value":"narrowed"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"clear"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"listMaximum"}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Extent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedByUnit"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Extent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GrantExtent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"clear"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"listMaximum"}}]}}]} as unknown as DocumentNode<ApproveGrantMutation, ApproveGrantMutationVariables>;