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

export type AccessChainRecordsQueryVariables = Exact<{
  district: string;
  subgraph: string;
  after: number;
}>;


export type AccessChainRecordsQuery = { accessChainRecords: Array<{ district: string, subgraph: string, sequence: number, at: string, personId: string, post: Post, unit: string, onBehalfOf: string | null, onBehalfOfVouched: boolean | null, operationName: string | null, operationHash: string, entityType: string, entityKeys: string, fields: Array<string>, subjects: Array<string>, basis: string | null, caseNumber: string | null, grantNumbers: Array<string>, outcome: AccessOutcome, rowsGiven: number, previousHash: string, hash: string }> | null };


export const AccessChainRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessChainRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subgraph"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessChainRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"subgraph"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subgraph"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"subgraph"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"post"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOf"}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOfVouched"}},{"kind":"Field","name":{"kind":"Name","value":"operationName"}},{"kind":"Field","name":{"kind":"Name","value":"operationHash"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"entityKeys"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"subjects"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"grantNumbers"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rowsGiven"}},{"kind":"Field","name":{"kind":"Name","value":"previousHash"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}}]}}]} as unknown as DocumentNode<AccessChainRecordsQuery, AccessChainRecordsQueryVariables>;