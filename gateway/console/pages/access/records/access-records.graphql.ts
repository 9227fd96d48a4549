/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** What became of an access (访问结果) */
export type AccessOutcome =
  /** The owner's system did not answer (系统未应答) */
  | 'FAILED'
  /** Given as it is (已提供) */
  | 'GIVEN'
  /** Given, personal data masked (脱敏提供) */
  | 'MASKED'
  /** There was nothing to give (无数据) */
  | 'NONE'
  /** Withheld: nothing entitled the caller to it (未提供) */
  | 'WITHHELD';

/** Which access records; every condition given must hold (访问记录筛选条件) */
export type AccessRecordFilter = {
  /** On this basis, as it was stated; empty: where none was stated (依据) */
  basis?: string | null | undefined;
  /** For this case (工单编号) */
  case?: string | null | undefined;
  /** By this unit (使用单位) */
  consumer?: string | null | undefined;
  /** Of this field, `Type.field` (字段) */
  field?: string | null | undefined;
  /** At this instant or later (起始时间) */
  from?: string | null | undefined;
  /** With this outcome (访问结果) */
  outcome?: AccessOutcome | null | undefined;
  /** By this person (人员标识) */
  person?: string | null | undefined;
  /** By people in this post (岗位) */
  post?: Post | null | undefined;
  /** Of this subgraph (子图名称) */
  subgraph?: string | null | undefined;
  /** About this person: a resident by their id, others by `person:` and the identity provider's (所涉个人) */
  subject?: string | null | undefined;
  /** Before this instant (截止时间) */
  until?: string | null | undefined;
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

export type AccessRecordsQueryVariables = Exact<{
  filter: AccessRecordFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type AccessRecordsQuery = { accessRecords: { edges: Array<{ node: { id: string, district: string, subgraph: string, sequence: number, at: string, personId: string, post: Post, unit: string, onBehalfOf: string | null, onBehalfOfVouched: boolean | null, operationName: string | null, operationHash: string, entityType: string, entityKeys: string, fields: Array<string>, subjects: Array<string>, basis: string | null, caseNumber: string | null, grantNumbers: Array<string>, outcome: AccessOutcome, rowsGiven: number, hash: string, reader: { name: string | null, title: string | null, memberCard: { name: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type AccessRecordRowFragment = { id: string, district: string, subgraph: string, sequence: number, at: string, personId: string, post: Post, unit: string, onBehalfOf: string | null, onBehalfOfVouched: boolean | null, operationName: string | null, operationHash: string, entityType: string, entityKeys: string, fields: Array<string>, subjects: Array<string>, basis: string | null, caseNumber: string | null, grantNumbers: Array<string>, outcome: AccessOutcome, rowsGiven: number, hash: string, reader: { name: string | null, title: string | null, memberCard: { name: string } | null } | null };

export type ReaderFragment = { name: string | null, title: string | null, memberCard: { name: string } | null };

export const ReaderFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Reader"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfficeHolder"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"memberCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReaderFragment, unknown>;
export const AccessRecordRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessRecordRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"subgraph"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"post"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOf"}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOfVouched"}},{"kind":"Field","name":{"kind":"Name","value":"operationName"}},{"kind":"Field","name":{"kind":"Name","value":"operationHash"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"entityKeys"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"subjects"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"grantNumbers"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rowsGiven"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"reader"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Reader"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Reader"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfficeHolder"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"memberCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AccessRecordRowFragment, unknown>;
export const AccessRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRecordFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessRecordRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessRecordRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"subgraph"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"post"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOf"}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOfVouched"}},{"kind":"Field","name":{"kind":"Name","value":"operationName"}},{"kind":"Field","name":{"kind":"Name","value":"operationHash"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"entityKeys"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"subjects"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"grantNumbers"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rowsGiven"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"reader"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Reader"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Reader"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfficeHolder"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"memberCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AccessRecordsQuery, AccessRecordsQueryVariables>;