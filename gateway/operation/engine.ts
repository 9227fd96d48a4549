import { createHash } from "node:crypto";
import type { FetchNode } from "@apollo/query-planner";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type OperationDefinitionNode,
  print,
} from "graphql";
import type { Logger } from "pino";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { type Authorised, asksOthers, authorise, type Lack } from "../access/authorise.ts";
import type { Caller } from "../access/caller.ts";
import { lackOfLength, type TooLong } from "../access/list-limit.ts";
import { lacking, Requirements } from "../access/requirements.ts";
import { CompiledOperation, type WritePlanView } from "../execution/compiled-operation.ts";
import { explain } from "../execution/explain.ts";
import type { Reason } from "../execution/failures.ts";
import { type Owners, ofMissingPart } from "../execution/missing-part.ts";
import { OwnNames } from "../execution/own-names.ts";
import { plannedDocument } from "../execution/planned-document.ts";
import type { FetchSurroundings } from "../execution/step.ts";
import type { Withheld } from "../execution/withheld.ts";
import { readCostDirectives } from "../limits/cost-directives.ts";
import { type LimitOperation, limiter } from "../limits/operation-limits.ts";
import type { RecordedOperation } from "../records/access-records.ts";
import { recordedFetch } from "../records/recorded-fetch.ts";
import type { Recording } from "../records/recording.ts";
import type { RequestContext } from "../request-context.ts";
import { Planner } from "../supergraph/planner.ts";
import { requiredWithArguments } from "../supergraph/required-with-arguments.ts";
import type { Supergraph } from "../supergraph/supergraph.ts";
import { SupergraphTypes } from "../supergraph/supergraph-types.ts";
import type { SubgraphConnection } from "../transport/subgraph-connection.ts";

export interface EngineSettings {
  readonly supergraph: Supergraph;
  /** How to reach each subgraph of the supergraph, by name. */
  readonly subgraphs: ReadonlyMap<string, SubgraphConnection>;
  readonly writePlanView: WritePlanView;
  readonly log: Logger;
  /** Whether what is read goes on record. */
  readonly recordAccess?: boolean | undefined;
}

/**
 * One supergraph, ready to be asked: what it lets whom see, how it is planned, where it is fetched. Whatever is compiled
 * here has passed `authorise`, and its answer is written for the same caller.
 */
export class Engine {
  readonly schema: GraphQLSchema;
  /** What a validated operation may cost and how large it may be. */
  readonly limit: LimitOperation;
  readonly #planner: Planner;
  /** What every coordinate of the schema needs. */
  readonly requirements: Requirements;
  readonly #types: SupergraphTypes;
  readonly #ownNames: OwnNames;
  readonly #surroundings: ReadonlyMap<string, FetchSurroundings>;
  readonly #writePlanView: WritePlanView;
  readonly #owners: Owners;

  constructor({ supergraph, subgraphs, writePlanView, log, recordAccess }: EngineSettings) {
    this.#planner = new Planner(supergraph.sdl);
    this.schema = this.#planner.schema;
    this.limit = limiter(this.schema, readCostDirectives(supergraph.sdl));
    this.requirements = new Requirements(supergraph.sdl);
    this.#writePlanView = writePlanView;
    const owners = new Map(supergraph.subgraphs.map(({ name, owner }) => [name, owner]));
    this.#owners = owners;
    const types = new SupergraphTypes(supergraph.sdl);
    this.#ownNames = new OwnNames({
      required: requiredWithArguments(supergraph.sdl, this.schema),
      needed: types.neededNames,
      interfaceObjects: types.interfaceObjects,
    });
    this.#types = types;
    const recording: Recording = { schema: this.schema, types, requirements: this.requirements };
    // What takes a grant is counted whether or not it goes on record: a grant is for so many rows.
    const recordOf = (name: string): FetchSurroundings["record"] => {
      if (!recordAccess && !this.requirements.anyGrants) return undefined;
      return (document) => {
        const fetch = recordedFetch(document, name, recording);
        return recordAccess || fetch?.takesGrant ? fetch : undefined;
      };
    };
    this.#surroundings = new Map(
      supergraph.subgraphs.map(({ name }) => {
        const connection = subgraphs.get(name);
        if (!connection) throw new Error(`the supergraph names a subgraph without a connection: ${name}`);
        return [
          name,
          {
            connection: toldOfAccess(name, connection),
            types,
            record: recordOf(name),
            explain: (error: unknown, subgraph: string) =>
              ofMissingPart(explain(error, log, subgraph), subgraph, owners),
          },
        ] as const;
      }),
    );
  }

  /** The one subgraph that takes values of a scalar. */
  keeperOf(scalar: string): string | undefined {
    return this.#types.keeperOf(scalar);
  }

  /** Whether the operation asks for anything that takes a grant of its owner. */
  asksOthers(document: DocumentNode): boolean {
    return asksOthers(document, this.schema, this.requirements);
  }

  /** Plans and compiles a validated operation for callers who may see what this one may. */
  compile(document: DocumentNode, operation: OperationDefinitionNode, caller: Caller): CompiledOperation {
    const authorised = authorise(document, this.schema, this.requirements, caller);
    const planned = plannedDocument(authorised.document, this.schema, this.#ownNames);
    const withheld: Withheld = (type, field, nodes) => {
      const lack = this.#lackOf(type, field, caller) ?? lackAtEvery(nodes, authorised);
      if (!lack) return undefined;
      const refusal = caller.principal ? refuse("WITHHELD", { ...lack }) : refuse("UNAUTHENTICATED");
      return this.#ofHolder(type, field, refusal);
    };
    return new CompiledOperation({
      schema: this.schema,
      document,
      operation,
      plan: this.#planner.plan(planned.document, operation.name?.value),
      ownNames: this.#ownNames,
      interfaceObjects: this.#types.interfaceObjects,
      clientNames: planned.clientNames,
      around: (fetch) => this.#surroundingsOf(fetch),
      withheld,
      withheldAsTooLong: (lists) => (type, field, nodes) =>
        withheld(type, field, nodes) ?? this.#tooLong(type, field, lists),
      writePlanView: this.#writePlanView,
      recorded: recordedOperation(document, operation, authorised),
    });
  }

  /** Why a list is not given that is longer than the grants allow. */
  #tooLong(
    type: GraphQLObjectType | GraphQLInterfaceType,
    { name, type: returned }: GraphQLField<unknown, unknown>,
    lists: readonly TooLong[],
  ): Reason | undefined {
    const { grants } = this.requirements.ofField(type.name, name, getNamedType(returned).name);
    const list = lists.find((each) =>
      grants.some((grant) => grant.subgraph === each.subgraph && grant.type === each.type),
    );
    if (!list) return undefined;
    const refusal = refuse("WITHHELD", { coordinate: `${type.name}.${name}`, ...lackOfLength(list) });
    return this.#ofHolder(type, { name }, refusal);
  }

  #ofHolder({ name: type }: { name: string }, { name }: { name: string }, refusal: GraphQLError): Reason {
    return ofMissingPart(refusal.toJSON(), this.#types.holderOf(type, name), this.#owners);
  }

  #surroundingsOf({ serviceName }: FetchNode): FetchSurroundings {
    const surroundings = this.#surroundings.get(serviceName);
    if (!surroundings) throw new Error(`a plan names a subgraph that is none: ${serviceName}`);
    return surroundings;
  }

  #lackOf(
    type: GraphQLObjectType | GraphQLInterfaceType,
    { name, type: returned }: GraphQLField<unknown, unknown>,
    caller: Caller,
  ): Lack | undefined {
    const requirement = this.requirements.ofField(type.name, name, getNamedType(returned).name);
    const needed = lacking(requirement, caller);
    return needed && { coordinate: `${type.name}.${name}`, ...needed };
  }
}

/** What its callers are kept from is the same for all who share the operation as it was cut for them. */
function recordedOperation(
  document: DocumentNode,
  { name }: OperationDefinitionNode,
  { withheld }: Authorised,
): RecordedOperation {
  const kept = new Map<string, { subgraph: string; type: string; fields: Set<string> }>();
  for (const { subgraph, type, coordinate } of withheld.values()) {
    if (!subgraph || !type) continue;
    const of = kept.get(`${subgraph} ${type}`) ?? { subgraph, type, fields: new Set() };
    kept.set(`${subgraph} ${type}`, of);
    of.fields.add(coordinate);
  }
  return {
    name: name?.value ?? null,
    hash: createHash("sha256").update(print(document)).digest("hex"),
    withheld: [...kept.values()].map(({ fields, ...each }) => ({ ...each, fields: [...fields].sort() })),
  };
}

/** The subgraph is told what its owner lets the caller see of it, and nothing of what others do. */
function toldOfAccess(subgraph: string, connection: SubgraphConnection): SubgraphConnection {
  const as = (context: RequestContext): RequestContext =>
    context.entitlements ? { ...context, principal: context.entitlements.principalFor(subgraph) } : context;
  const { ask, follow, ...rest } = connection;
  return {
    ...rest,
    ask: (question, context, provenance) => ask(question, as(context), provenance),
    ...(follow && { follow: (question, context) => follow(question, as(context)) }),
  };
}

/** A field that was cut wherever it was asked for; one that was asked for elsewhere as well was fetched. */
function lackAtEvery(nodes: readonly FieldNode[], { withheld }: Authorised): Lack | undefined {
  const lacks = nodes.map((node) => withheld.get(node));
  return lacks.every((lack) => lack !== undefined) ? lacks[0] : undefined;
}
