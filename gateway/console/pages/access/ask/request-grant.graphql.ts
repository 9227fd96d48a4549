/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

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

/** What a body asks to read of another's data, and why (数据授权申请) */
export type RequestDataGrantInput = {
  /** Of the coordinates' personal fields those needed as they are, `Type.field` (明文字段) */
  clear?: Array<string>;
  /** Code of the unit or division that is to read, one you speak for (使用方) */
  consumer: string;
  /** What is to be read: `Type` or `Type.field`, 1 to 100 (申请字段) */
  coordinates: Array<string>;
  /** Rows one answer may give, all its lists together, 1 to 5000; null: 100 (单次导出上限) */
  listMaximum?: number | null | undefined;
  /** The subgraph that holds it (数据所属子图) */
  owner: string;
  /** Only these posts of it; null: all (限定岗位) */
  posts?: Array<Post> | null | undefined;
  /** The bases that are to be stated: power item codes, or numbers of agreements the consumer is party to; 1 to 50 (使用目的) */
  purposes: Array<string>;
  /** What it is needed for, at most 2000 characters (申请理由) */
  reason: string;
  /** Which rows (可见范围) */
  rows: Rows;
  /** From when (生效时间) */
  validFrom: string;
  /** To when: the first instant it is no longer needed (失效时间) */
  validUntil: string;
};

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

export type RequestGrantMutationVariables = Exact<{
  input: RequestDataGrantInput;
  idempotencyKey: string;
}>;


export type RequestGrantMutation = { requestDataGrant: { number: string, state: DataGrantState } };


export const RequestGrantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestGrant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestDataGrantInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestDataGrant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<RequestGrantMutation, RequestGrantMutationVariables>;