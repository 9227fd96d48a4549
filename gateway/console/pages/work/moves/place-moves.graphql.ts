/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** A mediator's check-in where the parties are (到场登记, GZ-16) */
export type CheckInMediatorInput = {
  /** Number of the ticket (工单编号) */
  number: string;
  /** Where the check-in was made (到场位置) */
  position?: PositionInput | null | undefined;
};

/** What a longitude and latitude are measured against (坐标系) */
export type Datum =
  /** Baidu's own (百度坐标) */
  | 'BD09'
  /** Amap, Tencent and every published map of the mainland (火星坐标) */
  | 'GCJ02'
  /** Satellite receivers; CGCS2000 (国家大地坐标系) is given as this */
  | 'WGS84';

/** Where the mediation of a dispute stands (调解状态, GZ-15) */
export type DisputeMediationState =
  /** The parties agreed (调解成功) */
  | 'AGREED'
  /** They did not: the next level mediates, or a court decides (调解不成) */
  | 'NOT_AGREED'
  /** Mediators are called, or the parties are to sit again (调解中) */
  | 'OPEN';

/** How far the members of a grid are (网格任务上报) */
export type GridTaskReportInput = {
  /** How many there are, as found on site; absent: as before (核实人数) */
  found?: number | null | undefined;
  /** The grid (网格) */
  grid: string;
  /** Reached altogether, never fewer than before (已服务人数) */
  reached: number;
};

/** A point on the ground, in degrees (位置) */
export type PositionInput = {
  /** What the point is measured against (坐标系) */
  datum?: Datum;
  /** Degrees north, 3 to 54 (纬度) */
  latitude: number;
  /** Degrees east, 73 to 136 (经度) */
  longitude: number;
};

/** A sitting that was held (调解会记录, GZ-15) */
export type RecordSittingInput = {
  /** Where the parties were told to turn, with NOT_AGREED: the next level, arbitration, a court; no personal data (告知事项) */
  advice?: string | null | undefined;
  /** The agreement, with AGREED; shown to those on the case alone (调解协议) */
  agreement?: string | null | undefined;
  /** When it was held (时间) */
  heldAt: string;
  /** Codes of the units whose mediators were there (到场调解员单位) */
  mediators: Array<string>;
  /** When they sit again, with ADJOURNED (下次时间) */
  nextSittingAt?: string | null | undefined;
  /** Number of the ticket (工单编号) */
  number: string;
  /** What came of it (结果) */
  outcome: SittingOutcome;
  /** Who of the parties came; shown to those on the case alone (到场当事人) */
  parties: string;
  /** Where; no home address: all who see the case read it (地点) */
  place: string;
};

/** What came of a sitting (调解会结果, GZ-15) */
export type SittingOutcome =
  /** The parties sit again (择期再调) */
  | 'ADJOURNED'
  /** An agreement was reached (达成协议) */
  | 'AGREED'
  /** None will be at this level (未达成协议) */
  | 'NOT_AGREED';

export type ReportGridTaskMutationVariables = Exact<{
  number: string;
  report: GridTaskReportInput;
  idempotencyKey: string;
}>;


export type ReportGridTaskMutation = { reportGridTask: { number: string } };

export type CheckInMediatorMutationVariables = Exact<{
  input: CheckInMediatorInput;
  idempotencyKey: string;
}>;


export type CheckInMediatorMutation = { checkInMediator: { state: DisputeMediationState } };

export type RecordSittingMutationVariables = Exact<{
  input: RecordSittingInput;
  idempotencyKey: string;
}>;


export type RecordSittingMutation = { recordSitting: { state: DisputeMediationState } };

export type RateGridMemberMutationVariables = Exact<{
  member: string;
  score: number;
  idempotencyKey: string;
}>;


export type RateGridMemberMutation = { rateGridMember: { member: string } };


export const ReportGridTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportGridTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"report"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GridTaskReportInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportGridTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}},{"kind":"Argument","name":{"kind":"Name","value":"report"},"value":{"kind":"Variable","name":{"kind":"Name","value":"report"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<ReportGridTaskMutation, ReportGridTaskMutationVariables>;
export const CheckInMediatorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckInMediator"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CheckInMediatorInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkInMediator"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<CheckInMediatorMutation, CheckInMediatorMutationVariables>;
export const RecordSittingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordSitting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSittingInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordSitting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<RecordSittingMutation, RecordSittingMutationVariables>;
export const RateGridMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RateGridMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"member"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"score"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rateGridMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"member"},"value":{"kind":"Variable","name":{"kind":"Name","value":"member"}}},{"kind":"Argument","name":{"kind":"Name","value":"score"},"value":{"kind":"Variable","name":{"kind":"Name","value":"score"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"}}]}}]}}]} as unknown as DocumentNode<RateGridMemberMutation, RateGridMemberMutationVariables>;