import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import { Kind, parse, print, type SelectionNode, stripIgnoredCharacters, visit } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { type AskedEntity, keyText, type RecordedFetch } from "../records/recorded-fetch.ts";
import type { SupergraphTypes } from "../supergraph/supergraph-types.ts";
import type { SubgraphReply } from "../transport/subgraph-connection.ts";
import { type Data, isData, ownValue } from "./data.ts";
import { compileEntityCheck, type EntityCheck } from "./entity-check.ts";
import { type Execution, noteAsked } from "./execution.ts";
import type { Reason } from "./failures.ts";
import { join, noteRepeated } from "./join.ts";
import { compileOutputRewrites, type OutputRewrite } from "./output-rewrite.ts";
import { type AskFor, compileQuestion } from "./question.ts";
import { References } from "./references.ts";
import { compileRepresentations, names as namesRequired, type Representations } from "./representation.ts";
import { selectedNames } from "./selected-names.ts";
import type { FetchSurroundings, Step } from "./step.ts";
import { targetsAt } from "./targets.ts";
import type { EntityPart } from "./together.ts";

interface EntityError {
  readonly reason: Reason;
  readonly told: boolean;
}

/** Asks a subgraph for entities known by their keys: each once, however many places are waiting for it. */
export class EntityFetch {
  readonly #node: FetchNode;
  readonly #path: readonly string[];
  readonly #around: FetchSurroundings;
  readonly #requires: readonly QueryPlanSelectionNode[];
  readonly #representations: Representations;
  /** Response names that cannot be told without a required field, by that field. */
  readonly #dependents: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #check: EntityCheck;
  readonly #rewrites: OutputRewrite | undefined;
  readonly #names: readonly string[];
  readonly #nameSet: ReadonlySet<string>;
  readonly #recorded: RecordedFetch | undefined;
  readonly #part: EntityPart;
  readonly #question: AskFor;

  constructor(node: FetchNode, path: readonly string[], around: FetchSurroundings) {
    this.#node = node;
    this.#path = path;
    this.#around = around;
    this.#requires = node.requires ?? [];
    this.#dependents = dependentsOf(node, around.types);
    const optional = new Set(this.#dependents.keys());
    this.#representations = compileRepresentations(
      this.#requires,
      node.inputRewrites ?? [],
      around.types,
      optional,
    );
    this.#check = compileEntityCheck(node, around.types);
    this.#rewrites = compileOutputRewrites(node.outputRewrites ?? [], around.types);
    const rename = this.#rewrites?.nameOf ?? ((name: string) => name);
    this.#names = selectedNames(parse(node.operation, { noLocation: true })).map(rename);
    this.#nameSet = new Set(this.#names);
    this.#recorded = around.record?.(this.#check.document);
    this.#part = this.#recorded ?? this.#check;
    this.#question = compileQuestion(node, stripIgnoredCharacters(print(this.#part.document)));
  }

  readonly run: Step = (execution) => {
    const { variables, context, trace } = execution;
    if (context.audience?.gone) return undefined;
    const targets = targetsAt(execution.root, this.#path, execution.repeated);
    if (targets.length === 0) return undefined;
    const references = this.#gather(targets, execution);
    const { texts } = references;
    if (texts.length === 0) return undefined;

    const underWay = trace?.begin(this.#node, { entities: texts.length, targets: targets.length });
    const listed = `[${texts.join(",")}]`;
    const question = this.#question(variables, listed);
    const note = noteAsked(execution, this.#node.serviceName, question, this.#recorded);
    const { connection } = this.#around;
    const provenance = underWay?.provenance;
    const asking = execution.wave
      ? execution.wave.ask({ connection, part: this.#part, question, references: listed, provenance })
      : connection.ask(question, context, provenance);
    return asking.then(
      (reply) => {
        note.given(reply.data, this.#recorded && references.firsts.map((first) => this.#nameOf(first)));
        const joined = this.#receive(reply, references, execution);
        underWay?.end(!joined);
      },
      (error: unknown) => {
        note.failed();
        this.#fail(execution, references.targets, this.#explain(error));
        underWay?.end(true);
      },
    );
  };

  /** By which key the record names the entity that was asked for, whether or not there is one. */
  #nameOf(target: Data): AskedEntity {
    const type = String(target.__typename);
    const [key] = this.#around.types.keysOf(this.#node.serviceName, type);
    const parts = (key?.selections ?? []).map((each) =>
      each.kind === Kind.FIELD ? ownValue(target, each.name.value) : undefined,
    );
    return { type, key: keyText(parts) };
  }

  #gather(targets: readonly Data[], execution: Execution): References {
    const references = new References(this.#representations);
    for (const target of targets) {
      const names = this.#dependents.size === 0 ? this.#names : this.#namesFor(target, execution);
      if (names.length > 0 && references.add(target, names)) continue;
      if (!execution.failures.none) this.#passOn(target, execution);
    }
    return references;
  }

  /**
   * What can be told of the object: where something required is missing (left out by a condition, wanted of another
   * type only, or not to be had), the fields that need it are not, and the others are.
   */
  #namesFor(target: Data, { failures }: Execution): readonly string[] {
    let names = this.#names;
    for (const [required, dependents] of this.#dependents) {
      if (ownValue(target, required) !== undefined) continue;
      names = names.filter((name) => !dependents.has(name));
      const failure = failures.of(target, required);
      if (failure) failures.add({ ...failure, targets: new Set([target]), names: dependents, told: false });
    }
    return names.every((name) => name === "__typename") ? [] : names;
  }

  /** Where an earlier fetch failed to give what this one needs, that is why its fields are missing too. */
  #passOn(target: Data, { failures }: Execution): void {
    for (const name of namesRequired(this.#requires, String(target.__typename), this.#around.types)) {
      const failure = failures.of(target, name);
      if (!failure) continue;
      failures.add({ ...failure, targets: new Set([target]), names: this.#nameSet, told: false });
      return;
    }
  }

  #receive({ data, errors = [] }: SubgraphReply, references: References, execution: Execution): boolean {
    const { ofEntity, ofAll } = this.#read(errors, references, execution);
    const entities = data?._entities;
    if (!Array.isArray(entities) || entities.length !== references.texts.length) {
      const reason = ofAll ?? ofEntity.values().next().value?.reason ?? this.#invalid();
      this.#fail(execution, references.targets, reason);
      return false;
    }
    let explained = false;
    const known: (Data | undefined)[] = [];
    for (const [place, entity] of entities.entries()) {
      known.push(this.#known(entity, place, references, execution));
      if (known[place]) continue;
      if (entity !== null && entity !== undefined) {
        this.#fail(execution, references.waitingFor(place), this.#invalid());
        continue;
      }
      const own = ofEntity.get(place);
      explained ||= !own && ofAll !== undefined;
      const reason = own?.reason ?? ofAll;
      if (reason) this.#fail(execution, references.waitingFor(place), reason, own?.told);
    }
    this.#join(known, references, execution);
    if (ofAll && !explained) execution.failures.told.push({ reason: ofAll, below: [] });
    return true;
  }

  /** What a subgraph says of the reference at a place, where it is about that. */
  #known(
    entity: unknown,
    place: number,
    { firsts, names, counts }: References,
    { repeated }: Execution,
  ): Data | undefined {
    const first = firsts[place];
    if (!first || !isData(entity) || !this.#check.isAbout(first, entity)) return undefined;
    if (this.#rewrites) {
      entity.__typename ??= first.__typename;
      this.#rewrites.apply(entity);
    }
    if ((counts[place] ?? 0) > 1) noteRepeated(entity, names[place] ?? [], repeated);
    return entity;
  }

  #join(
    known: readonly (Data | undefined)[],
    { targets, places, names, counts }: References,
    { repeated }: Execution,
  ): void {
    const { interfaceObjects } = this.#around.types;
    for (let index = 0; index < targets.length; index += 1) {
      const place = places[index] as number;
      const entity = known[place];
      if (!entity) continue;
      const several = (counts[place] as number) > 1 ? repeated : undefined;
      join(targets[index] as Data, entity, names[place] as readonly string[], interfaceObjects, several);
    }
  }

  /** Sorts the errors of a reply: those of one field are told as they are, others are why entities are missing. */
  #read(
    errors: NonNullable<SubgraphReply["errors"]>,
    references: References,
    { failures }: Execution,
  ): { ofEntity: ReadonlyMap<number, EntityError>; ofAll: Reason | undefined } {
    const ofEntity = new Map<number, EntityError>();
    let ofAll: Reason | undefined;
    for (const error of errors) {
      const reason = this.#explain(error);
      const [field, index, ...below] = error.path ?? [];
      const isOfOne = field === "_entities" && typeof index === "number" && index in references.texts;
      if (!isOfOne) {
        ofAll ??= reason;
      } else if (below.length === 0) {
        ofEntity.set(index, { reason, told: false });
      } else {
        if (!ofEntity.has(index)) ofEntity.set(index, { reason, told: true });
        const renamed = below.map((key) =>
          typeof key === "string" ? (this.#rewrites?.nameOf(key) ?? key) : key,
        );
        const targets = references.waitingFor(index);
        failures.told.push({ reason, under: { path: this.#path, targets }, below: renamed });
      }
    }
    return { ofEntity, ofAll };
  }

  #fail({ failures }: Execution, targets: readonly Data[], reason: Reason, told = false): void {
    failures.add({ targets: new Set(targets), names: this.#nameSet, reason, told });
  }

  #explain(error: unknown): Reason {
    return this.#around.explain(error, this.#node.serviceName);
  }

  #invalid(): Reason {
    return this.#explain(refuse("INVALID_SUBGRAPH_ANSWER", { part: this.#node.serviceName }));
  }
}

function dependentsOf(
  { operation, serviceName }: FetchNode,
  types: SupergraphTypes,
): ReadonlyMap<string, ReadonlySet<string>> {
  const dependents = new Map<string, Set<string>>();
  const collect = (type: string, selections: readonly SelectionNode[]): void => {
    const requirements = types.requirementsOf(serviceName, type);
    for (const each of selections) {
      if (each.kind === Kind.INLINE_FRAGMENT) {
        collect(each.typeCondition?.name.value ?? type, each.selectionSet.selections);
      } else if (each.kind === Kind.FIELD) {
        for (const required of requirements.get(each.name.value) ?? []) {
          const names = dependents.get(required) ?? new Set();
          dependents.set(required, names.add((each.alias ?? each.name).value));
        }
      }
    }
  };
  visit(parse(operation, { noLocation: true }), {
    Field(field) {
      if (field.name.value === "_entities") collect("", field.selectionSet?.selections ?? []);
      return false;
    },
  });
  return dependents;
}
