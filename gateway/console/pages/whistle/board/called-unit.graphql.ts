/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** The arbiter's decision on a contested duty (争议裁决, PG-4) */
export type DisputeDecision =
  /** It is not: the unit is let go, another may take its place (免除) */
  | 'RELEASED'
  /** It is the unit's duty: it answers the whistle (维持) */
  | 'UPHELD';

/** Part of a called unit in a whistle (应哨角色, KF-10) */
export type WhistleRole =
  /** Assists (协办) */
  | 'ASSISTING'
  /** Leads to the end and answers for the whole: exactly one (牵头) */
  | 'LEAD';

/** How a called unit stands with the clocks of a whistle, at the instant of the request; the first that holds (应哨时效) */
export type WhistleTimeliness =
  /** A clock ran out before the unit had done its step, whenever it did it after: it is among that clock's `late` (超时) */
  | 'LATE'
  /** Every clock that bound it was met in time or stopped, and one at least was met, by it or jointly (按时) */
  | 'ON_TIME'
  /** A clock still runs, or stands still, on a step it owes (时限内) */
  | 'RUNNING'
  /** No clock bound it, or all were stopped before it had done a step: it is not judged (不计时限) */
  | 'UNTIMED';

export type CalledUnitFragment = { role: WhistleRole, unit: { code: string } | null, unitNamed: { name: string } | null };

export type CalledUnitDetailsFragment = { byContract: boolean | null, listId: string | null, listVersion: number | null, responderName: string | null, chiefResponderName: string | null, calledAt: string | null, signedAt: string | null, arrivedAt: string | null, arrivalNote: string | null, arrivalLongitude: number | null, arrivalLatitude: number | null, measuresAt: string | null, measures: string | null, resolvedAt: string | null, result: string | null, timeliness: WhistleTimeliness | null, disputedAt: string | null, disputeReason: string | null, disputeDecision: DisputeDecision | null, disputeGrounds: string | null, releasedAt: string | null, item: { code: string } | null, itemNamed: { name: string } | null };

export const CalledUnitFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalledUnit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleParticipant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CalledUnitFragment, unknown>;
export const CalledUnitDetailsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalledUnitDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleParticipant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"byContract"}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"itemNamed"},"name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"listId"}},{"kind":"Field","name":{"kind":"Name","value":"listVersion"}},{"kind":"Field","name":{"kind":"Name","value":"responderName"}},{"kind":"Field","name":{"kind":"Name","value":"chiefResponderName"}},{"kind":"Field","name":{"kind":"Name","value":"calledAt"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"arrivalNote"}},{"kind":"Field","name":{"kind":"Name","value":"arrivalLongitude"}},{"kind":"Field","name":{"kind":"Name","value":"arrivalLatitude"}},{"kind":"Field","name":{"kind":"Name","value":"measuresAt"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"timeliness"}},{"kind":"Field","name":{"kind":"Name","value":"disputedAt"}},{"kind":"Field","name":{"kind":"Name","value":"disputeReason"}},{"kind":"Field","name":{"kind":"Name","value":"disputeDecision"}},{"kind":"Field","name":{"kind":"Name","value":"disputeGrounds"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}}]}}]} as unknown as DocumentNode<CalledUnitDetailsFragment, unknown>;