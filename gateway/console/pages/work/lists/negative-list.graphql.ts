/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Level in the division tree, told by the length of the code (区划级别) */
export type DivisionLevel =
  /** Prefecture-level city (地级), 4 digits */
  | 'CITY'
  /** Community or village (社区、村), 12 digits */
  | 'COMMUNITY'
  /** District, county or county-level city (县级), 6 digits */
  | 'DISTRICT'
  /** Province or municipality (省级), 2 digits */
  | 'PROVINCE'
  /** Sub-district, town or township (街道、镇、乡), 9 digits */
  | 'TOWNSHIP';

/** Which negative-list entries; what is absent does not restrict (负面清单筛选) */
export type NegativeListFilter = {
  /** From whistles and tickets inside this division (区划) */
  division?: string | null | undefined;
  /** For this offence (情形) */
  offence?: Offence | null | undefined;
  /** Against this unit (被列单位) */
  respondent?: string | null | undefined;
  /** In this state (状态) */
  state?: NegativeListState | null | undefined;
  /** On this whistle (哨编号) */
  whistle?: string | null | undefined;
  /** Counting for this year (考核年度) */
  year?: number | null | undefined;
};

/** Where a negative-list entry stands (负面清单条目状态, KF-17) */
export type NegativeListState =
  /** A person decided that it does not stand (不予认定) */
  | 'DISMISSED'
  /** Proposed; the respondent may state its case (已提出) */
  | 'PROPOSED'
  /** The respondent has stated its case (已陈述) */
  | 'STATED'
  /** A person decided that it stands (认定成立) */
  | 'UPHELD';

/** The offences of the negative list (负面清单情形, KF-17) */
export type Offence =
  /** A called unit did not report for duty (不报到) */
  | 'FAILURE_TO_REPORT'
  /** A sub-district or community did not whistle when it should have (有哨不吹) */
  | 'FAILURE_TO_WHISTLE'
  /** A called unit reported but did nothing, or passed the buck (报到不作为、互相推诿) */
  | 'INACTION'
  /** A whistle without cause (乱吹哨) */
  | 'MISUSE';

export type WorkNegativeListQueryVariables = Exact<{
  filter: NegativeListFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkNegativeListQuery = { negativeListEntries: { edges: Array<{ node: { number: string, state: NegativeListState, offence: Offence, grounds: string, proposedAt: string, statement: string | null, statementDueAt: string | null, respondent: { code: string } | null, respondentNamed: { name: string } | null, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };


export const WorkNegativeListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkNegativeList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NegativeListFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negativeListEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"offence"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"proposedAt"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"statementDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"respondent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"respondentNamed"},"name":{"kind":"Name","value":"respondent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WorkNegativeListQuery, WorkNegativeListQueryVariables>;