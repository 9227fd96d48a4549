/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** Which units to list; every condition given must hold (单位筛选条件) */
export type UnitFilter = {
  /** Units of this district (所属区县) */
  district?: string | null | undefined;
  /** Units serving exactly this division (服务区划) */
  division?: string | null | undefined;
  /** Only government bodies, or only others (是否行政主体) */
  government?: boolean | null | undefined;
  /** Units of this kind (单位类型) */
  kind?: UnitKind | null | undefined;
  /** Units of this level (层级) */
  level?: UnitLevel | null | undefined;
  /** Units existing on this day; today when absent (日期) */
  on?: string | null | undefined;
  /** Units directly below this one (上级单位代码) */
  parent?: string | null | undefined;
  /** Part of a name, either plate (名称的一部分) */
  search?: string | null | undefined;
};

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

/** Level at which a unit works (四级联动, ZY-11) */
export type UnitLevel =
  /** Community or village (社区、村) */
  | 'COMMUNITY'
  /** District, county or county-level city (区、县、县级市) */
  | 'DISTRICT'
  /** Grid (网格) */
  | 'GRID'
  /** Sub-district, town or township (街道、乡镇) */
  | 'SUBDISTRICT';

export type UnitsToCallQueryVariables = Exact<{
  filter: UnitFilter;
}>;


export type UnitsToCallQuery = { searchUnits: { edges: Array<{ node: { code: string, name: string, secondName: string | null, kind: UnitKind } }>, pageInfo: { hasNextPage: boolean } } | null };


export const UnitsToCallDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitsToCall"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnitFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchUnits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"secondName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<UnitsToCallQuery, UnitsToCallQueryVariables>;