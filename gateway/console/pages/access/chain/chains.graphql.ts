/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

export type AccessChainsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessChainsQuery = { accessChains: Array<{ district: string, subgraph: string, startSequence: number, startHash: string, endSequence: number, endHash: string }> | null };


export const AccessChainsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessChains"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessChains"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"subgraph"}},{"kind":"Field","name":{"kind":"Name","value":"startSequence"}},{"kind":"Field","name":{"kind":"Name","value":"startHash"}},{"kind":"Field","name":{"kind":"Name","value":"endSequence"}},{"kind":"Field","name":{"kind":"Name","value":"endHash"}}]}}]}}]} as unknown as DocumentNode<AccessChainsQuery, AccessChainsQueryVariables>;