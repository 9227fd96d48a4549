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

/** Kinds of aid (救助类别) */
export type AidKind =
  /** For the old, disabled and minors without means, ability to work or anyone bound to support them; excludes the minimum living allowance (特困人员救助供养) */
  | 'DESTITUTE_SUPPORT'
  /** For disabled people in hardship (困难残疾人生活补贴, 国发〔2015〕52号) */
  | 'DISABILITY_LIVING_ALLOWANCE'
  /** For disabilities of grade one and two that need care (重度残疾人护理补贴, 国发〔2015〕52号) */
  | 'DISABILITY_NURSING_ALLOWANCE'
  /** For whom the household's income a head is below the local line (最低生活保障) */
  | 'MINIMUM_LIVING_ALLOWANCE'
  /** From an age that the province sets (高龄津贴) */
  | 'OLD_AGE_ALLOWANCE'
  /** For orphans (孤儿基本生活费) */
  | 'ORPHAN_ALLOWANCE'
  /** For a sudden need, to a fixed last day (临时救助) */
  | 'TEMPORARY_AID';

/** How far an aid has come (救助状态) */
export type AidState =
  /** The application is on record (已申请) */
  | 'APPLIED'
  /** The bureau approved it; payment has not begun (已确认) */
  | 'APPROVED'
  /** It is paid every month (发放中) */
  | 'IN_PAYMENT'
  /** The bureau refused it, with its reason in writing (不予确认) */
  | 'REFUSED'
  /** Household visited and information checked; an opinion is given (已审核) */
  | 'REVIEWED'
  /** It is no longer paid (已停发) */
  | 'STOPPED';

/** Who could be there for somebody living alone (居住状况) */
export type LivingSituation =
  /** Children, but none in the same city (子女在外地) */
  | 'CHILDREN_ELSEWHERE'
  /** Children in the same city (子女在本市) */
  | 'CHILDREN_NEARBY'
  /** No children (无子女) */
  | 'NO_CHILDREN';

export type CivilAffairsPartQueryVariables = Exact<{
  number: string;
}>;


export type CivilAffairsPartQuery = { case: { residents: Array<{ id: string, name: string, aid: Array<{ number: string, kind: AidKind, state: AidState, monthlyAmountFen: number | null }> | null, elderlyLivingAlone: { ageGroup: AgeGroup, livingSituation: LivingSituation, contactName: string | null, contactPhone: string | null } | null } | null> | null } | null };


export const CivilAffairsPartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CivilAffairsPart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"residents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"monthlyAmountFen"}}]}},{"kind":"Field","name":{"kind":"Name","value":"elderlyLivingAlone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ageGroup"}},{"kind":"Field","name":{"kind":"Name","value":"livingSituation"}},{"kind":"Field","name":{"kind":"Name","value":"contactName"}},{"kind":"Field","name":{"kind":"Name","value":"contactPhone"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CivilAffairsPartQuery, CivilAffairsPartQueryVariables>;