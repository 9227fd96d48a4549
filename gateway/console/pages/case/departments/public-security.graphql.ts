/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Kind of a registered household (户口类别) */
export type HouseholdKind =
  /** Of a school, works or other body (集体户) */
  | 'COLLECTIVE'
  /** A family's (家庭户) */
  | 'FAMILY';

/** What the police were called for (警情类别) */
export type PoliceCallKind =
  /** A crime (刑事) */
  | 'CRIME'
  /** A dispute (纠纷) */
  | 'DISPUTE'
  /** Fire (火灾) */
  | 'FIRE'
  /** Somebody needs help (求助) */
  | 'HELP'
  /** Noise (噪声扰民) */
  | 'NOISE'
  /** Something else (其他) */
  | 'OTHER'
  /** A breach of public order (治安) */
  | 'PUBLIC_ORDER'
  /** Traffic (交通) */
  | 'TRAFFIC';

/** What came of a police call (处理结果) */
export type PoliceCallOutcome =
  /** A case was opened (受理立案) */
  | 'CASE_OPENED'
  /** Handed over to another department (移交) */
  | 'HANDED_OVER'
  /** Mediated (调解) */
  | 'MEDIATED'
  /** Nothing to do (无需处置) */
  | 'NOTHING_TO_DO'
  /** Settled on the spot (当场处置) */
  | 'SETTLED_ON_SITE';

/** What became of a household registration (户口状态) */
export type RegistrationState =
  /** Cancelled, such as after death (注销) */
  | 'CANCELLED'
  /** Registered here (正常) */
  | 'IN_FORCE'
  /** Moved to another place (迁出) */
  | 'MOVED_OUT';

/** What a rented house is used for (房屋用途) */
export type RentedHouseUse =
  /** A dormitory of an employer (集体宿舍) */
  | 'DORMITORY'
  /** To live in (居住) */
  | 'DWELLING'
  /** To live and trade in (居住兼经营) */
  | 'DWELLING_AND_TRADE';

/** How closely a rented house is looked after (出租房屋安全等级) */
export type SafetyGrade =
  /** Hazards to be cleared (严管) */
  | 'STRICT'
  /** In order (放心) */
  | 'TRUSTED'
  /** Looked at more often (关注) */
  | 'WATCHED';

export type PublicSecurityPartQueryVariables = Exact<{
  number: string;
}>;


export type PublicSecurityPartQuery = { ticket: { policeCalls: { edges: Array<{ node: { summary: string | null, callerName: string | null, callerPhone: string | null, number: string, kind: PoliceCallKind | null, takenAt: string | null, outcome: PoliceCallOutcome | null } }> } | null } | null, case: { businesses: Array<{ creditCode: string, name: string | null, policeCalls: { edges: Array<{ node: { number: string, kind: PoliceCallKind | null, takenAt: string | null, outcome: PoliceCallOutcome | null } }> } | null } | null>, buildings: Array<{ code: string, name: string, rentedHouses: { edges: Array<{ node: { number: string, use: RentedHouseUse | null, safety: SafetyGrade | null } }> } | null } | null>, residents: Array<{ id: string, name: string, householdRegistration: { kind: HouseholdKind | null, state: RegistrationState | null } | null } | null> | null } | null };

export type PoliceCallLineFragment = { number: string, kind: PoliceCallKind | null, takenAt: string | null, outcome: PoliceCallOutcome | null };

export const PoliceCallLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PoliceCallLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PoliceCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]} as unknown as DocumentNode<PoliceCallLineFragment, unknown>;
export const PublicSecurityPartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PublicSecurityPart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"policeCalls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PoliceCallLine"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"callerName"}},{"kind":"Field","name":{"kind":"Name","value":"callerPhone"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"businesses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"policeCalls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PoliceCallLine"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"buildings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rentedHouses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"use"}},{"kind":"Field","name":{"kind":"Name","value":"safety"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"residents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"householdRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PoliceCallLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PoliceCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]} as unknown as DocumentNode<PublicSecurityPartQuery, PublicSecurityPartQueryVariables>;