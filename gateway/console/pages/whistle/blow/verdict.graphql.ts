/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Why a unit may not be sent a matter (拒绝派单的原因) */
export type DispatchRefusal =
  /** Handed down without approval, funds and working conditions together (下沉要件不全, GZ-9) */
  | 'HAND_DOWN_INCOMPLETE'
  /** No item is named and the catalogue does not name the unit for the matter (未列事项, PG-5) */
  | 'ITEM_REQUIRED'
  /** Not among the items that may be placed on communities (非准入事项, GZ-7) */
  | 'NOT_ACCESS_ITEM'
  /** Listed, but not on that day (当日未生效或已移出, GZ-11) */
  | 'NOT_IN_FORCE'
  /** On no list of the unit: it is not the responsible body (清单外事项, GZ-8) */
  | 'OFF_LIST'
  /** The unit does not exist on that day (单位当日不存在) */
  | 'UNIT_NOT_IN_FORCE'
  /** There is no such power item (事项不存在) */
  | 'UNKNOWN_ITEM'
  /** There is no such unit (单位不存在) */
  | 'UNKNOWN_UNIT';

export type CallVerdictQueryVariables = Exact<{
  unit: string;
  item: string;
  matter: string;
  on: string;
}>;


export type CallVerdictQuery = { dispatchVerdict: { allowed: boolean, code: DispatchRefusal | null, reason: string, reasonZh: string, rule: string, listId: string | null, listVersion: number | null } | null };


export const CallVerdictDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CallVerdict"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"item"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PowerItemCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"matter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dispatchVerdict"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"unit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unit"}}},{"kind":"Argument","name":{"kind":"Name","value":"item"},"value":{"kind":"Variable","name":{"kind":"Name","value":"item"}}},{"kind":"Argument","name":{"kind":"Name","value":"matter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"matter"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reasonZh"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"listId"}},{"kind":"Field","name":{"kind":"Name","value":"listVersion"}}]}}]}}]} as unknown as DocumentNode<CallVerdictQuery, CallVerdictQueryVariables>;