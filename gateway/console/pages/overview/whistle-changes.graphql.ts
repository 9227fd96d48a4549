/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** State of a whistle (哨的状态). From SIGNED to RESOLVED it is where the lead stands */
export type WhistleState =
  /** The lead has reported on the scene (已报到) */
  | 'ARRIVED'
  /** The units are called (已吹哨) */
  | 'BLOWN'
  /** Finished, or gone over into the whistle it was raised to (已办结归档) */
  | 'CLOSED'
  /** The blower confirms it is solved (已确认) */
  | 'CONFIRMED'
  /** A called unit contests that it is its duty; the arbiter decides (职责争议, PG-4) */
  | 'DISPUTED'
  /** Waits to be screened; nobody is called yet (待筛选, PG-9) */
  | 'DRAFT'
  /** Every responding unit is graded (已评价, KF-15) */
  | 'EVALUATED'
  /** The lead has issued measures for all (已提出措施, KF-10) */
  | 'MEASURES_ISSUED'
  /** The lead reports it resolved; the blower has not confirmed yet (已办结) */
  | 'RESOLVED'
  /** Ruled to have been blown without cause (认定为乱吹哨, KF-17) */
  | 'RULED_MISUSE'
  /** The lead has signed for it (已签收) */
  | 'SIGNED'
  /** Taken back by its blower, or not let through by screening (已撤回) */
  | 'WITHDRAWN';

export type PlaceWhistleChangesSubscriptionVariables = Exact<{
  division: string;
  after?: number | null | undefined;
}>;


export type PlaceWhistleChangesSubscription = { whistleChanges: { position: number, kind: string, at: string, whistle: { number: string, state: WhistleState, kindRules: { code: string, name: string, nameZh: string }, division: { code: string } | null, named: { name: string } | null } } };


export const PlaceWhistleChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"PlaceWhistleChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"division"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DivisionCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whistleChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"division"},"value":{"kind":"Variable","name":{"kind":"Name","value":"division"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"whistle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"kindRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"named"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlaceWhistleChangesSubscription, PlaceWhistleChangesSubscriptionVariables>;