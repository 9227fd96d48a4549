/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Which data grants; every condition given must hold (数据授权筛选条件) */
export type DataGrantFilter = {
  /** Access taken by breaking the glass, or all others (是否紧急访问) */
  brokenGlass?: boolean | null | undefined;
  /** To this unit or division (使用方) */
  consumer?: string | null | undefined;
  /** That name this coordinate, or the type it is a field of (授权字段) */
  coordinate?: string | null | undefined;
  /** Whose time ends before this instant (失效时间早于) */
  endsBefore?: string | null | undefined;
  /** Approved, their time has come and is not over; or all others (当前是否有效) */
  inForce?: boolean | null | undefined;
  /** Of data in this subgraph (数据所属子图) */
  owner?: string | null | undefined;
  /** In this state (状态) */
  state?: DataGrantState | null | undefined;
};

/** State of a data grant; whether it has expired is told by its time (数据授权状态) */
export type DataGrantState =
  /** The owner approved it: in force from `validFrom` (已批准) */
  | 'APPROVED'
  /** The owner refused it (已驳回) */
  | 'REFUSED'
  /** The consumer asked for it (已申请) */
  | 'REQUESTED'
  /** Revoked before its time (已撤销) */
  | 'REVOKED';

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

/** Which rows of a type a grant opens (可见范围) */
export type Rows =
  /** Every row of the owner's (全部) */
  | 'ALL'
  /** Those of the caller's own division (本辖区) */
  | 'OWN_DIVISION'
  /** Those of the grids a grid member serves (本网格) */
  | 'OWN_GRIDS'
  /** Those that belong to the case stated (本案) */
  | 'THIS_CASE';

export type DataGrantsQueryVariables = Exact<{
  filter: DataGrantFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type DataGrantsQuery = { dataGrants: { edges: Array<{ node: { number: string, owner: string, consumer: string, posts: Array<Post> | null, coordinates: Array<string>, clear: Array<string>, rows: Rows, purposes: Array<string>, caseNumber: string | null, listMaximum: number | null, state: DataGrantState, inForce: boolean, expired: boolean, validFrom: string, validUntil: string, requestedAt: string, requestedByUnit: string, requestedByPost: Post, requestReason: string, decidedAt: string | null, decidedByUnit: string | null, decisionReason: string | null, revokedAt: string | null, revokedByUnit: string | null, revocationReason: string | null, asked: { coordinates: Array<string>, clear: Array<string>, validFrom: string, validUntil: string, listMaximum: number | null } | null, ownerUnit: { code: string, name: string } | null, consumerUnit: { code: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type GrantRowFragment = { number: string, owner: string, consumer: string, posts: Array<Post> | null, coordinates: Array<string>, clear: Array<string>, rows: Rows, purposes: Array<string>, caseNumber: string | null, listMaximum: number | null, state: DataGrantState, inForce: boolean, expired: boolean, validFrom: string, validUntil: string, requestedAt: string, requestedByUnit: string, requestedByPost: Post, requestReason: string, decidedAt: string | null, decidedByUnit: string | null, decisionReason: string | null, revokedAt: string | null, revokedByUnit: string | null, revocationReason: string | null, asked: { coordinates: Array<string>, clear: Array<string>, validFrom: string, validUntil: string, listMaximum: number | null } | null, ownerUnit: { code: string, name: string } | null, consumerUnit: { code: string, name: string } | null };

export type ExtentFragment = { coordinates: Array<string>, clear: Array<string>, validFrom: string, validUntil: string, listMaximum: number | null };

export const ExtentFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Extent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GrantExtent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"clear"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"listMaximum"}}]}}]} as unknown as DocumentNode<ExtentFragment, unknown>;
export const GrantRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GrantRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataGrant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"consumer"}},{"kind":"Field","name":{"kind":"Name","value":"posts"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"clear"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"purposes"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"listMaximum"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Extent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedByUnit"}},{"kind":"Field","name":{"kind":"Name","value":"requestedByPost"}},{"kind":"Field","name":{"kind":"Name","value":"requestReason"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedByUnit"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedByUnit"}},{"kind":"Field","name":{"kind":"Name","value":"revocationReason"}},{"kind":"Field","name":{"kind":"Name","value":"ownerUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"consumerUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Extent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GrantExtent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"clear"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"listMaximum"}}]}}]} as unknown as DocumentNode<GrantRowFragment, unknown>;
export const DataGrantsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DataGrants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DataGrantFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataGrants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GrantRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GrantRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataGrant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"consumer"}},{"kind":"Field","name":{"kind":"Name","value":"posts"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"clear"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"purposes"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"listMaximum"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Extent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedByUnit"}},{"kind":"Field","name":{"kind":"Name","value":"requestedByPost"}},{"kind":"Field","name":{"kind":"Name","value":"requestReason"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedByUnit"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedByUnit"}},{"kind":"Field","name":{"kind":"Name","value":"revocationReason"}},{"kind":"Field","name":{"kind":"Name","value":"ownerUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"consumerUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Extent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GrantExtent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"clear"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"listMaximum"}}]}}]} as unknown as DocumentNode<DataGrantsQuery, DataGrantsQueryVariables>;