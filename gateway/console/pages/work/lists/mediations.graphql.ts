/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Where the mediation of a dispute stands (调解状态, GZ-15) */
export type DisputeMediationState =
  /** The parties agreed (调解成功) */
  | 'AGREED'
  /** They did not: the next level mediates, or a court decides (调解不成) */
  | 'NOT_AGREED'
  /** Mediators are called, or the parties are to sit again (调解中) */
  | 'OPEN';

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

/** Which mediations; everything given must hold (调解筛选条件) */
export type MediationFilter = {
  /** Led by this unit, by code (主持单位) */
  host?: string | null | undefined;
  /** True: a mediator's time is up and nobody of it has come; false: none such (是否逾时未到, GZ-16) */
  late?: boolean | null | undefined;
  /** Calling this unit, by code (调解员单位) */
  mediator?: string | null | undefined;
  /** In one of these states (状态) */
  states?: Array<DisputeMediationState> | null | undefined;
  /** Of this ticket (工单编号) */
  ticket?: string | null | undefined;
};

export type WorkMediationsQueryVariables = Exact<{
  filter: MediationFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkMediationsQuery = { disputeMediations: { edges: Array<{ node: { ticketNumber: string, turn: number, state: DisputeMediationState, openedAt: string, nextSittingAt: string | null, matter: { code: string } | null, matterNamed: { name: string } | null, host: { code: string } | null, hostNamed: { name: string } | null, division: { code: string } | null, divisionNamed: { path: Array<{ name: string, level: DivisionLevel }> } | null, mediators: Array<{ arrivedAt: string | null, dueAt: string, unit: { code: string } | null, unitNamed: { name: string } | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };


export const WorkMediationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkMediations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediationFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disputeMediations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketNumber"}},{"kind":"Field","name":{"kind":"Name","value":"turn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextSittingAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"matterNamed"},"name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"hostNamed"},"name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"divisionNamed"},"name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mediators"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitNamed"},"name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WorkMediationsQuery, WorkMediationsQueryVariables>;