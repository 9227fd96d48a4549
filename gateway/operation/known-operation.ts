import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  getVariableValues,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import { type Conditions, conditionVariables } from "../../subgraphs/shared/execution/conditions.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import type { Caller } from "../access/caller.ts";
import { Entitlements } from "../access/entitlements.ts";
import type { Answer, CompiledOperation, Variables } from "../execution/compiled-operation.ts";
import type { Data } from "../execution/data.ts";
import type { OperationLimits } from "../limits/operation-limits.ts";
import type { RequestContext } from "../request-context.ts";
import type { Engine } from "./engine.ts";
import { withMutationFields } from "./mutation-fields.ts";

/** Hands an answer over to its caller, once what it was asked of subgraphs has been told. */
export type HandOver = (answer: Answer, context: RequestContext) => Promise<string>;

/** More sets of scopes than this are not kept for one operation. */
const maximumAudiences = 100;

/** An operation that was parsed and validated, with what has been worked out about it since. */
export class KnownOperation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** What it may cost, and what it asks of the schema's description of itself. */
  readonly limits: OperationLimits;
  /** Whether it asks for anything that takes a grant of its owner. */
  readonly asksOthers: boolean;
  readonly #engine: Engine;
  /** Variables that decide what is asked at all. */
  readonly #conditions: readonly string[];
  /** What may be seen depends on scopes and grants alone: everybody who holds the same shares one compiled operation. */
  readonly #byRights = new LRUCache<string, CompiledOperation>({ max: maximumAudiences });

  constructor(engine: Engine, document: DocumentNode, definition: OperationDefinitionNode) {
    this.#engine = engine;
    this.document = document;
    this.definition = definition;
    this.limits = engine.limit(document, definition);
    this.asksOthers = engine.asksOthers(document);
    const defined = new Set(definition.variableDefinitions?.map(({ variable }) => variable.name.value));
    this.#conditions = conditionVariables(document).filter((name) => defined.has(name));
  }

  /** Planned and compiled for what the caller may see; worked out once for all who may see the same. */
  for({ principal, entitlements, trace }: RequestContext, { coerced }: Variables): CompiledOperation {
    const variant = this.#isMutation ? this.#conditions.map((name) => coerced[name]).join() : "";
    const key = `${variant}${scopesKey(principal)}${entitlements?.key ?? ""}`;
    const known = this.#byRights.get(key);
    if (known) return known;
    const planned = trace?.beginPlanning();
    const caller = { principal, entitlements: entitlements ?? new Entitlements(principal, "NO_BASIS") };
    const compiled = this.#compile(caller, coerced);
    planned?.();
    this.#byRights.set(key, compiled);
    return compiled;
  }

  #compile(caller: Caller, conditions: Conditions): CompiledOperation {
    const { document, operation } = this.#isMutation
      ? withMutationFields(this.document, this.definition, this.#engine.schema, conditions)
      : { document: this.document, operation: this.definition };
    return this.#engine.compile(document, operation, caller);
  }

  /** Follows a subscription; every event is written for what its caller may see by then. */
  async follow(
    variables: Variables,
    contextOf: () => Promise<RequestContext>,
    handOver: HandOver,
  ): Promise<AsyncIterable<string>> {
    const context = await contextOf();
    const begun = this.for(context, variables);
    const replies = begun.follow(variables, context);
    if (!replies) throw withholding((await begun.answer(variables, context)).text);
    const written = async function* (this: KnownOperation) {
      for await (const reply of replies) {
        const now = await contextOf();
        const event = await this.for(now, variables).event(reply, variables, now);
        yield await handOver(event, now);
      }
    };
    return written.call(this);
  }

  /** Judges the variables of one request by their types. */
  variables(sent: Data): Variables {
    const { variableDefinitions = [] } = this.definition;
    if (variableDefinitions.length === 0) return { sent, coerced: {} };
    const { coerced, errors } = getVariableValues(this.#engine.schema, variableDefinitions, sent, {
      maxErrors: 10,
      hideSuggestions: true,
    });
    const [error] = errors ?? [];
    if (error) throw new GraphQLError(error.message, { extensions: { code: "BAD_USER_INPUT" } });
    const undecided = this.#conditions.find((name) => typeof coerced?.[name] !== "boolean");
    if (undecided !== undefined) {
      throw new GraphQLError(`Variable "$${undecided}" decides on a condition and must not be null.`, {
        extensions: { code: "BAD_USER_INPUT" },
      });
    }
    return { sent, coerced: coerced ?? {} };
  }

  get #isMutation(): boolean {
    return this.definition.operation === "mutation";
  }
}

const keys = new WeakMap<Principal, string>();

/** Nobody differs from somebody without any scope. */
function scopesKey(principal: Principal | null): string {
  if (!principal) return "nobody";
  const known = keys.get(principal);
  if (known !== undefined) return known;
  const key = JSON.stringify([...principal.scopes].sort());
  keys.set(principal, key);
  return key;
}

/** Where all of a subscription is withheld there are no events, only the reason. */
function withholding(text: string): GraphQLError {
  const { errors = [] } = JSON.parse(text) as FormattedExecutionResult;
  const [{ message, extensions } = { message: "nothing of it may be followed", extensions: {} }] = errors;
  return new GraphQLError(message, { extensions: extensions ?? {} });
}
