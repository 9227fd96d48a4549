/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** What a unit is (单位类型) */
export type UnitKind =
  /** Command centre that takes in and dispatches (指挥中心, ZY-12) */
  | 'COMMAND_CENTRE'
  /** Residents' committee and its service station (社区居委会) */
  | 'COMMUNITY_OFFICE'
  /** A company, e.g. 供电公司: acts by contract, holds no power (企业) */
  | 'COMPANY'
  /** Department of the district (区级部门) */
  | 'DEPARTMENT'
  /** District or county government (区县政府) */
  | 'DISTRICT_GOVERNMENT'
  /** Joint enforcement team (综合执法队, KF-14, GZ-3) */
  | 'ENFORCEMENT_TEAM'
  /** Centre for disputes and order at one of three levels (综治中心, GZ-14) */
  | 'GOVERNANCE_CENTRE'
  /** Office inside another unit (内设机构), e.g. 公共安全办公室 (GZ-1) */
  | 'INTERNAL_OFFICE'
  /** Party branch of grids (网格党支部, ZY-11, GZ-13) */
  | 'PARTY_BRANCH'
  /** Public institution of a unit (事业单位), e.g. 政务服务中心 (GZ-1) */
  | 'PUBLIC_INSTITUTION'
  /** A department's station in a sub-district (派驻站所), e.g. 派出所, 司法所 */
  | 'STATION'
  /** Office of a sub-district, town or township (街道办事处、乡镇政府) */
  | 'SUBDISTRICT_OFFICE'
  /** Villagers' committee (村委会) */
  | 'VILLAGE_COMMITTEE';

export type OwnUnitQueryVariables = Exact<{
  codes: Array<string> | string;
}>;


export type OwnUnitQuery = { units: Array<{ code: string, name: string, kind: UnitKind }> | null };


export const OwnUnitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnUnit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"codes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"units"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"codes"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]} as unknown as DocumentNode<OwnUnitQuery, OwnUnitQueryVariables>;