/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Which emergency accesses; every condition given must hold (紧急访问筛选条件) */
export type BreakGlassFilter = {
  /** Open just now, or no longer (当前是否开放) */
  open?: boolean | null | undefined;
  /** Not reviewed and past the limit, or all others (是否逾期未复核) */
  overdue?: boolean | null | undefined;
  /** To data in this subgraph (数据所属子图) */
  owner?: string | null | undefined;
  /** Reviewed, or not yet (是否已复核) */
  reviewed?: boolean | null | undefined;
};

/** The post a person holds (岗位) */
export type Post =
  /** Dispatcher of the command centre (派单员) */
  | 'CENTRE_DISPATCHER'
  /** A department's principal officer (总应哨人) */
  | 'CHIEF_RESPONDER'
  /** Community secretary (社区书记) */
  | 'COMMUNITY_SECRETARY'
  /** Community staff (社区工作者) */
  | 'COMMUNITY_STAFF'
  /** A unit's data owner (数据管理员) */
  | 'DATA_STEWARD'
  /** District committee and government (区委区政府) */
  | 'DISTRICT_LEADER'
  /** Grid member (网格员) */
  | 'GRID_MEMBER'
  /** List keeper of the establishment office (编办) */
  | 'LIST_KEEPER'
  /** Performance office (绩效办) */
  | 'PERFORMANCE_OFFICE'
  /** Resident (居民) */
  | 'RESIDENT'
  /** Designated responder (应哨人) */
  | 'RESPONDER'
  /** A subgraph acting for itself, never a person (服务) */
  | 'SERVICE'
  /** Leader of a sub-district (街道领导) */
  | 'SUBDISTRICT_LEADER';

/** What the owner of the data finds about an access that was taken (复核结论) */
export type ReviewVerdict =
  /** There was need for it (情况属实) */
  | 'JUSTIFIED'
  /** There was none; what is left of the access ends at once (理由不成立) */
  | 'NOT_JUSTIFIED';

export type BreakGlassAccessesQueryVariables = Exact<{
  filter: BreakGlassFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type BreakGlassAccessesQuery = { breakGlassAccesses: { edges: Array<{ node: { number: string, owner: string, consumer: string, coordinates: Array<string>, caseNumber: string, reason: string, brokenAt: string, brokenByPost: Post, endsAt: string, reviewDueAt: string, reviewOverdue: boolean, verdict: ReviewVerdict | null, reviewReason: string | null, reviewedAt: string | null, reviewedByUnit: string | null, ownerUnit: { code: string, name: string } | null, consumerUnit: { code: string, name: string } | null, grant: { number: string, inForce: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };


export const BreakGlassAccessesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BreakGlassAccesses"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BreakGlassFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"breakGlassAccesses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"consumer"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"brokenAt"}},{"kind":"Field","name":{"kind":"Name","value":"brokenByPost"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reviewReason"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedByUnit"}},{"kind":"Field","name":{"kind":"Name","value":"ownerUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"consumerUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<BreakGlassAccessesQuery, BreakGlassAccessesQueryVariables>;