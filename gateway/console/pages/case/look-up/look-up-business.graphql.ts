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

export type LookUpBusinessQueryVariables = Exact<{
  creditCode: string;
}>;


export type LookUpBusinessQuery = { business: { creditCode: string, name: string | null, state: BusinessState | null, address: string | null } | null };


export const LookUpBusinessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookUpBusiness"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"creditCode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreditCode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"business"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"creditCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"creditCode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"address"}}]}}]}}]} as unknown as DocumentNode<LookUpBusinessQuery, LookUpBusinessQueryVariables>;