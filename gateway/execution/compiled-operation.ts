import type { QueryPlan } from "@apollo/query-planner";
import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { conditionVariables } from "../../subgraphs/shared/execution/conditions.ts";
import { type Fragments, fragmentsOf } from "../../subgraphs/shared/execution/fragments.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import { variablesOfEvents } from "../../subgraphs/shared/subscription/variables-of-events.ts";
import { type TooLong, tooLong } from "../access/list-limit.ts";
import type { Answered, RecordedOperation } from "../records/access-records.ts";
import type { RequestContext } from "../request-context.ts";
import type { SubgraphConnection, SubgraphReply } from "../transport/subgraph-connection.ts";
import type { Data } from "./data.ts";
import { type Execution, newExecution } from "./execution.ts";
import type { OwnNames } from "./own-names.ts";
import { compileSteps, type SurroundingsOf } from "./plan-steps.ts";
import { compileProjection, type Projection } from "./projection.ts";
import { RootFetch } from "./root-fetch.ts";
import { SharedEvents } from "./shared-events.ts";
import { Shown } from "./shown.ts";
import { Sights } from "./sights.ts";
import type { Step } from "./step.ts";
import type { Trace } from "./trace.ts";
import type { Withheld } from "./withheld.ts";

export interface CompiledOperationSettings {
  readonly schema: GraphQLSchema;
  /** As the client sent it: what the answer is written from. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Of the document cut down to what the caller may ask. */
  readonly plan: QueryPlan;
  readonly around: SurroundingsOf;
  readonly withheld: Withheld;
  /** The same with what would be given in too long a list. */
  readonly withheldAsTooLong: (lists: readonly TooLong[]) => Withheld;
  readonly ownNames: OwnNames;
  readonly interfaceObjects: ReadonlySet<string>;
  /** The client's names by those the plan fetches for them, where they differ. */
  readonly clientNames: ReadonlyMap<string, string>;
  readonly writePlanView: WritePlanView;
  /** What records of accesses say of the operation. */
  readonly recorded: RecordedOperation;
}

/** Writes what became of the plan in one request, as JSON text, or why the caller may not see it. */
export type WritePlanView = (plan: QueryPlan, trace: Trace, principal: Principal | null) => string;

/** Variables of one request: as they were sent, and with the operation's defaults. */
export interface Variables {
  readonly sent: Data;
  readonly coerced: Data;
}

/** What came of one operation. */
export interface Answer extends Answered {
  /** The execution result as JSON. */
  readonly text: string;
}

/** More variants of one operation than this are not kept: each variable of `@skip` and `@include` doubles them. */
const maximumVariants = 64;

/** An operation ready to be carried out for everybody who may ask the same of it: planned and compiled once. */
export class CompiledOperation {
  readonly plan: QueryPlan;
  readonly #settings: CompiledOperationSettings;
  readonly #root: GraphQLObjectType;
  readonly #steps: Step | undefined;
  readonly #subscribed: RootFetch | undefined;
  readonly #events: SharedEvents<Answer>;
  readonly #fragments: Fragments;
  readonly #conditions: readonly string[];
  readonly #projections = new Map<string, Projection>();

  constructor(settings: CompiledOperationSettings) {
    const { plan, schema, document, operation, around } = settings;
    this.#settings = settings;
    this.plan = plan;
    const root = schema.getRootType(operation.operation);
    if (!root) throw new Error(`the graph has no ${operation.operation}`);
    this.#root = root;
    this.#fragments = fragmentsOf(document);
    this.#conditions = conditionVariables(document);
    const joined = new Set<SubgraphConnection>();
    this.#events = new SharedEvents({
      sights: new Sights(joined),
      names: variablesOfEvents(settings.document, operation.name?.value),
    });
    if (plan.node?.kind === "Subscription") {
      this.#subscribed = new RootFetch(plan.node.primary, [], around(plan.node.primary));
      this.#steps =
        plan.node.rest &&
        compileSteps(plan.node.rest, (fetch) => {
          const surroundings = around(fetch);
          joined.add(surroundings.connection);
          return surroundings;
        });
    } else {
      this.#steps = plan.node && compileSteps(plan.node, around);
    }
  }

  /** Carries the operation out and writes the answer, with the plan view where the request is traced. */
  async answer(variables: Variables, context: RequestContext): Promise<Answer> {
    const execution = newExecution(context, variables.sent, variables.coerced, context.trace);
    const underWay = this.#steps?.(execution);
    if (underWay) await underWay;
    return this.#answer(execution);
  }

  /** Follows the subscription at its subgraph; nothing where all of it is withheld. */
  follow(variables: Variables, context: RequestContext): AsyncIterable<SubgraphReply> | undefined {
    const primary = this.#subscribed;
    if (!primary) return undefined;
    const { follow } = primary.connection;
    if (!follow) throw refuse("SUBGRAPH_UNAVAILABLE", { subgraph: primary.subgraph });
    return follow(primary.question(variables.sent), context);
  }

  /** Joins one event across subgraphs as a query would be, and writes it; once for all who are told the same of it. */
  async event(reply: SubgraphReply, variables: Variables, context: RequestContext): Promise<Answer> {
    const tell = (as: RequestContext) => this.#tell(reply, variables, as);
    // What owners let each see is each one's own.
    return context.entitlements ? tell(context) : this.#events.of(reply, variables, context, tell);
  }

  async #tell(reply: SubgraphReply, variables: Variables, context: RequestContext): Promise<Answer> {
    const execution = newExecution(context, variables.sent, variables.coerced);
    this.#subscribed?.follow(reply, execution);
    const underWay = this.#steps?.(execution);
    if (underWay) await underWay;
    return this.#answer(execution);
  }

  #answer(execution: Execution): Answer {
    const { asked, context } = execution;
    const lists = tooLong(asked, context.entitlements);
    const text = this.#write(execution, lists);
    return { text, asked, tooLong: lists, operation: this.#settings.recorded };
  }

  #write(execution: Execution, lists: readonly TooLong[]): string {
    const { coerced, root, trace, context } = execution;
    const shown = new Shown(execution, this.#settings.clientNames);
    const data = this.#projectionFor(coerced, lists)(root, shown) ?? "null";
    shown.finish();
    const errors = shown.errors.length > 0 ? `"errors":${JSON.stringify(shown.errors)},` : "";
    const view = trace
      ? `,"extensions":{"plan":${this.#settings.writePlanView(this.plan, trace, context.principal)}}`
      : "";
    return `{${errors}"data":${data}${view}}`;
  }

  #projectionFor(coerced: Data, lists: readonly TooLong[]): Projection {
    const conditions = this.#conditions.map((name) => (coerced[name] === true ? "1" : "0")).join("");
    const variant = lists.length === 0 ? conditions : `${conditions} ${JSON.stringify(lists)}`;
    const known = this.#projections.get(variant);
    if (known) return known;
    const { schema, operation, ownNames, interfaceObjects, withheld, withheldAsTooLong } = this.#settings;
    const fragments = this.#fragments;
    const projection = compileProjection({
      schema,
      fragments,
      conditions: coerced,
      root: this.#root,
      selectionSet: operation.selectionSet,
      withheld: lists.length === 0 ? withheld : withheldAsTooLong(lists),
      ownNames,
      interfaceObjects,
      introspect: (fields, variables) => introspect(schema, fragments, operation, fields, variables),
    });
    if (this.#projections.size >= maximumVariants) this.#projections.clear();
    this.#projections.set(variant, projection);
    return projection;
  }
}

/** What the operation asks about the schema itself needs no subgraph: graphql-js answers it. */
function introspect(
  schema: GraphQLSchema,
  fragments: Fragments,
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  variables: Data,
): string {
  const asked: OperationDefinitionNode = {
    ...operation,
    directives: [],
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  const { data, errors = [] } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [asked, ...fragments.values()] },
    variableValues: variables,
  });
  const [error] = errors;
  if (error) throw error;
  return JSON.stringify(Object.values(data ?? {})[0] ?? null);
}
