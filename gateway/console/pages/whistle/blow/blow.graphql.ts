/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.

/** A whistle to be blown (吹哨) */
export type BlowWhistleInput = {
  /** Seats called besides the required ones of a rally whistle (集结成员, PG-16) */
  assembly?: Array<string>;
  /** Who leads whom; absent: as follows from who blows and who is to lead. For the centre and the district to say (协同方式, PG-15) */
  coordination?: CoordinationMode | null | undefined;
  /** What is asked of the called units, and why (吹哨事由) */
  demand: string;
  /** Where it is; absent: where its tickets are, or where the blower answers for (所在区划) */
  division?: string | null | undefined;
  /** Estate code; absent: that of its tickets when they have one in common (小区) */
  estate?: string | null | undefined;
  /** Its grid (网格, BJ-12) */
  grid?: string | null | undefined;
  /** Kind, by the district's profile (哨种) */
  kind: string;
  /** Matter the cited items are judged by; absent: that of its tickets (事项) */
  matter?: string | null | undefined;
  /** Says outright that it has no grid yet (尚无网格, BJ-12) */
  noGridYet?: boolean;
  /** Units to be called: one lead and those who assist (应哨单位) */
  participants: Array<WhistleCallInput>;
  /** Where the need came from, by the profile (哨源) */
  source: string;
  /** Theme, where the kind has themes (主题, PG-10) */
  theme?: string | null | undefined;
  /** Numbers of the tickets behind it (工单) */
  tickets?: Array<string>;
};

/** Who leads whom on a joint task (三协同, PG-15) */
export type CoordinationMode =
  /** One department leads, the others help (一门主责、其他配合) */
  | 'DEPARTMENT_LED'
  /** A department deploys and guides, the place carries out: only what is on the place's lists (部门要求、街乡落实, GZ-8, GZ-9) */
  | 'DEPARTMENT_TO_LOCAL'
  /** The place calls, departments report (街乡吹哨、部门报到) */
  | 'LOCAL_LED';

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

export type BlowWhistleMutationVariables = Exact<{
  input: BlowWhistleInput;
  idempotencyKey: string;
}>;


export type BlowWhistleMutation = { blowWhistle: { number: string, state: WhistleState } };


export const BlowWhistleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BlowWhistle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BlowWhistleInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"blowWhistle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<BlowWhistleMutation, BlowWhistleMutationVariables>;