/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** A whistle to be raised to the next level (升级, PG-8) */
export type RaiseWhistleInput = {
  /** What is asked of the next level (升级事由) */
  demand: string;
  /** Kind it is raised to; absent: the next level's. Another is taken by the emergency rule alone (升级后的哨种, ZY-15) */
  kind?: string | null | undefined;
  /** Matter the cited items are judged by (事项) */
  matter?: string | null | undefined;
  /** Number of the whistle raised (原哨编号) */
  number: string;
  /** Units to be called (应哨单位) */
  participants: Array<WhistleCallInput>;
  /** Why the level below cannot solve it (升级理由, ZY-15) */
  reason: string;
  /** Theme; absent: that of the whistle raised (主题) */
  theme?: string | null | undefined;
  /** Tickets behind it besides those of the whistle raised (工单) */
  tickets?: Array<string>;
  /** What was tried below, and what came of it (本级已采取的措施, ZY-15) */
  tried: string;
};

/** A unit to be called (应哨单位) */
export type WhistleCallInput = {
  /** Power or duty item by which it is competent; absent for a company, which acts by contract (职权事项, PG-5) */
  item?: string | null | undefined;
  /** Its part (角色) */
  role: WhistleRole;
  /** Unit code (单位编码) */
  unit: string;
};

/** Part of a called unit in a whistle (应哨角色, KF-10) */
export type WhistleRole =
  /** Assists (协办) */
  | 'ASSISTING'
  /** Leads to the end and answers for the whole: exactly one (牵头) */
  | 'LEAD';

/** State of a whistle (哨的状态). From SIGNED to RESOLVED it is where the lead stands */
export type WhistleState =
  /** The lead has reported on the scene (已报到) */
  | 'ARRIVED'
  /** The units are called (已吹哨) */
  | 'BLOWN'
  /** Finished, or gone over into the whistle it was raised to (已办结归档) */
  | 'CLOSED'
  /** The blower confirms it is solved (已确认) */
  | 'CONFIRMED'
  /** A called unit contests that it is its duty; the arbiter decides (职责争议, PG-4) */
  | 'DISPUTED'
  /** Waits to be screened; nobody is called yet (待筛选, PG-9) */
  | 'DRAFT'
  /** Every responding unit is graded (已评价, KF-15) */
  | 'EVALUATED'
  /** The lead has issued measures for all (已提出措施, KF-10) */
  | 'MEASURES_ISSUED'
  /** The lead reports it resolved; the blower has not confirmed yet (已办结) */
  | 'RESOLVED'
  /** Ruled to have been blown without cause (认定为乱吹哨, KF-17) */
  | 'RULED_MISUSE'
  /** The lead has signed for it (已签收) */
  | 'SIGNED'
  /** Taken back by its blower, or not let through by screening (已撤回) */
  | 'WITHDRAWN';

export type RaiseWhistleMutationVariables = Exact<{
  input: RaiseWhistleInput;
  idempotencyKey: string;
}>;


export type RaiseWhistleMutation = { raiseWhistle: { number: string, state: WhistleState } };


export const RaiseWhistleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RaiseWhistle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RaiseWhistleInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raiseWhistle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<RaiseWhistleMutation, RaiseWhistleMutationVariables>;