import type { GraphQLFormattedError } from "graphql";

/** `extensions.plan` of an answer: how the operation was carried out in this very request, all times in milliseconds. */
export interface PlanView {
  /** From the caller's identification until the answer was written. */
  readonly milliseconds: number;
  /** `known`: the operation was planned for an earlier request, of somebody with the same scopes. */
  readonly planning: { readonly known: boolean; readonly milliseconds: number };
  /** Null where nothing had to be fetched. */
  readonly plan: PlanNodeView | null;
  /** The same as a tree of indented lines, for reading. */
  readonly tree: string;
}

/** `extensions.plan` for whoever may not read plans. */
export interface PlanWithheld {
  readonly withheld: GraphQLFormattedError;
}

export type PlanNodeView = StepsView | ConditionView | FetchView;

/** Steps one after another, or all at once. */
export interface StepsView extends Partial<Span> {
  readonly kind: "Sequence" | "Parallel";
  readonly nodes: readonly PlanNodeView[];
}

/** What `@include` and `@skip` leave to a variable. */
export interface ConditionView {
  readonly kind: "Condition";
  /** The variable's name. */
  readonly variable: string;
  /** Null where it was not reached, because a condition around it did not hold. */
  readonly held: boolean | null;
  readonly if?: PlanNodeView;
  readonly else?: PlanNodeView;
}

/** One question to one subgraph, which is asked once a request or not at all. */
export interface FetchView extends Partial<Span> {
  readonly kind: "Fetch";
  readonly subgraph: string;
  readonly state: FetchState;
  /** Where in the answer the objects stand that it is for, `@` for each item of a list; empty for root fields. */
  readonly path: readonly string[];
  /** The fields by which its entities are asked for; absent for root fields. */
  readonly requires?: string;
  /** What is asked, its literal values replaced by `…`; without the keys that entities are made to say again. */
  readonly operation: string;
  /** Distinct entities asked for. */
  readonly entities?: number;
  /** Objects of the answer that were waiting for them. */
  readonly objects?: number;
  /** The same was being fetched for another request of the same caller, and the reply was shared. */
  readonly joined?: boolean;
  /** How many fetches of the plan went to the subgraph in the one request; absent where it went alone. */
  readonly together?: number;
  /** Size of the reply, of all that went together; absent where it came from this process, or came for another request. */
  readonly bytes?: number;
}

/**
 * - `ANSWERED`, perhaps with errors at single fields, which stand among the answer's errors
 * - `FAILED`: no answer that could be used
 * - `NOTHING_TO_ASK`: what came before left no object to ask about
 * - `EXCLUDED` by `@include` or `@skip`
 */
export type FetchState = "ANSWERED" | "FAILED" | "NOTHING_TO_ASK" | "EXCLUDED";

/** When something began, since the caller was identified, and how long it took. Absent where nothing was asked. */
export interface Span {
  readonly startedAt: number;
  readonly milliseconds: number;
}
