/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** What a body has to do in a case (案内角色) */
export type CasePart =
  /** A whistle calls it to assist, or it was given a task of the ticket's (协办) */
  | 'ASSISTING'
  /** The ticket was sent to it (承办) */
  | 'HANDLING'
  /** A whistle calls it to lead (牵头) */
  | 'LEAD';

/** What an owner opens to whoever is called or sent to a case (案内访问规则设定) */
export type SetCaseAccessRuleInput = {
  /** Of the coordinates' personal fields those shown as they are, `Type.field` (明文字段) */
  clear?: Array<string>;
  /** What may be read: `Type` or `Type.field`, 1 to 100 (开放字段) */
  coordinates: Array<string>;
  /** Rows one answer may give, all its lists together, 1 to 5000; null: 100 (单次导出上限) */
  listMaximum?: number | null | undefined;
  /** The subgraph that holds the data, one of yours (数据所属子图) */
  owner: string;
  /** To those with one of these parts, 1 to 3 (适用角色) */
  parts: Array<CasePart>;
  /** Why, at most 2000 characters (设定理由) */
  reason: string;
  /** From when (生效时间) */
  validFrom: string;
  /** To when: the first instant it no longer holds (失效时间) */
  validUntil: string;
};

export type SetRuleMutationVariables = Exact<{
  input: SetCaseAccessRuleInput;
  idempotencyKey: string;
}>;


export type SetRuleMutation = { setCaseAccessRule: { number: string, inForce: boolean } };


export const SetRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetCaseAccessRuleInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setCaseAccessRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"}}]}}]}}]} as unknown as DocumentNode<SetRuleMutation, SetRuleMutationVariables>;