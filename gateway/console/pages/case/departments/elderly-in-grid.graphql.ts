/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Age in full years when the record was made (年龄段) */
export type AgeGroup =
  /** 60 to 69 years (60–69岁) */
  | 'AGED_60_TO_69'
  /** 70 to 79 years (70–79岁) */
  | 'AGED_70_TO_79'
  /** 80 to 89 years (80–89岁) */
  | 'AGED_80_TO_89'
  /** 90 years and over (90岁及以上) */
  | 'AGED_90_AND_OVER';

/** Who could be there for somebody living alone (居住状况) */
export type LivingSituation =
  /** Children, but none in the same city (子女在外地) */
  | 'CHILDREN_ELSEWHERE'
  /** Children in the same city (子女在本市) */
  | 'CHILDREN_NEARBY'
  /** No children (无子女) */
  | 'NO_CHILDREN';

export type ElderlyInGridQueryVariables = Exact<{
  number: string;
}>;


export type ElderlyInGridQuery = { ticket: { grid: { code: string, name: string, elderlyLivingAlone: { edges: Array<{ node: { residentId: string, name: string, ageGroup: AgeGroup, livingSituation: LivingSituation, usesSmartphone: boolean } }> } | null } | null } | null };


export const ElderlyInGridDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ElderlyInGrid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"elderlyLivingAlone"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ageGroup"}},{"kind":"Field","name":{"kind":"Name","value":"livingSituation"}},{"kind":"Field","name":{"kind":"Name","value":"usesSmartphone"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ElderlyInGridQuery, ElderlyInGridQueryVariables>;