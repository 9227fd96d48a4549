/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

export type OwnerBoardsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnerBoardsQuery = { ownerDashboards: Array<{ subgraph: string, grantsRequested: number, grantsInForce: number, grantsEndingSoon: number, breakGlassOpen: number, reviewsDue: number, reviewsOverdue: number }> | null };


export const OwnerBoardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnerBoards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ownerDashboards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subgraph"}},{"kind":"Field","name":{"kind":"Name","value":"grantsRequested"}},{"kind":"Field","name":{"kind":"Name","value":"grantsInForce"}},{"kind":"Field","name":{"kind":"Name","value":"grantsEndingSoon"}},{"kind":"Field","name":{"kind":"Name","value":"breakGlassOpen"}},{"kind":"Field","name":{"kind":"Name","value":"reviewsDue"}},{"kind":"Field","name":{"kind":"Name","value":"reviewsOverdue"}}]}}]}}]} as unknown as DocumentNode<OwnerBoardsQuery, OwnerBoardsQueryVariables>;