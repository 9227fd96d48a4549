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

/** Which side of a whistle is graded (评价方向, KF-15, BJ-3) */
export type EvaluationDirection =
  /** A called unit grades the blower; it may, it need not (应哨方评吹哨方) */
  | 'OF_BLOWER'
  /** The blower, or the centre where the profile says so, grades a called unit; due on every whistle (吹哨方评应哨方) */
  | 'OF_RESPONDER';

/** Where an evaluation stands (评价状态, KF-15) */
export type EvaluationState =
  /** The whistle is confirmed, the grade not yet given (待评价) */
  | 'DUE'
  /** On record with the performance office; counts for the year (绩效办已备案) */
  | 'FILED'
  /** Graded, with an opinion (已评价) */
  | 'GIVEN';

/** Which evaluations to list; what is absent does not restrict (哨评筛选) */
export type WhistleEvaluationFilter = {
  /** In this direction (评价方向) */
  direction?: EvaluationDirection | null | undefined;
  /** Given, or to be given, by this unit (评价单位) */
  evaluator?: string | null | undefined;
  /** In this state (状态) */
  state?: EvaluationState | null | undefined;
  /** About this unit (被评价单位) */
  subject?: string | null | undefined;
  /** Counting for this year (考核年度) */
  year?: number | null | undefined;
};

export type WorkEvaluationsQueryVariables = Exact<{
  filter: WhistleEvaluationFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkEvaluationsQuery = { whistleEvaluations: { edges: Array<{ node: { direction: EvaluationDirection, state: EvaluationState, role: string | null, dueSince: string, givenAt: string | null, signedAt: string | null, arrivedAt: string | null, measuresAt: string | null, score: number | null, opinion: string | null, evaluator: { code: string } | null, evaluatorNamed: { name: string } | null, unit: { code: string } | null, unitNamed: { name: string } | null, whistle: { number: string, kindRules: { name: string, nameZh: string }, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };


export const WorkEvaluationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkEvaluations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WhistleEvaluationFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whistleEvaluations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"dueSince"}},{"kind":"Field","name":{"kind":"Name","value":"givenAt"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"measuresAt"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"opinion"}},{"kind":"Field","name":{"kind":"Name","value":"evaluator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"evaluatorNamed"},"name":{"kind":"Name","value":"evaluator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whistle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kindRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WorkEvaluationsQuery, WorkEvaluationsQueryVariables>;