/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Urgency of a demand (紧急程度) */
export type Urgency =
  /** Life or property in danger (特急) */
  | 'CRITICAL'
  /** Ordinary (一般) */
  | 'ORDINARY'
  /** Urgent (紧急) */
  | 'URGENT';

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

export type WhistleToRaiseQueryVariables = Exact<{
  number: string;
}>;


export type WhistleToRaiseQuery = { whistle: { number: string, state: WhistleState, level: number, demand: string | null, theme: string | null, blower: { code: string, name: string } | null, kindRules: { code: string, name: string, nameZh: string, raisesTo: string | null }, raisedTo: { number: string } | null, tickets: Array<{ number: string }>, profile: { kinds: Array<{ code: string, name: string, nameZh: string, level: number, requiresUrgency: Urgency | null, blowers: Array<{ posts: Array<string> }> }>, themes: Array<{ code: string, name: string, nameZh: string }>, texts: Array<{ rule: string, text: string, textZh: string }> } | null } | null };


export const WhistleToRaiseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhistleToRaise"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whistle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"demand"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"blower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kindRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"raisesTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"raisedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"requiresUrgency"}},{"kind":"Field","name":{"kind":"Name","value":"blowers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"posts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"themes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"texts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"textZh"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhistleToRaiseQuery, WhistleToRaiseQueryVariables>;