import type { FetchNode } from "@apollo/query-planner";
import { parse, print, stripIgnoredCharacters } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { RecordedFetch } from "../records/recorded-fetch.ts";
import type { SubgraphConnection, SubgraphReply } from "../transport/subgraph-connection.ts";
import { type Data, isData } from "./data.ts";
import { type Execution, noteAsked } from "./execution.ts";
import type { Reason } from "./failures.ts";
import { join, noteRepeated } from "./join.ts";
import { compileOutputRewrites, type OutputRewrite } from "./output-rewrite.ts";
import { type AskFor, compileQuestion } from "./question.ts";
import { selectedNames } from "./selected-names.ts";
import type { FetchSurroundings, Step } from "./step.ts";
import { targetsAt } from "./targets.ts";

/** Asks a subgraph for root fields. Where the plan gives a path, they belong to the objects there. */
export class RootFetch {
  readonly #node: FetchNode;
  readonly #path: readonly string[];
  readonly #around: FetchSurroundings;
  readonly #rewrites: OutputRewrite | undefined;
  readonly #names: readonly string[];
  readonly #nameSet: ReadonlySet<string>;
  readonly #recorded: RecordedFetch | undefined;
  readonly question: AskFor;

  get connection(): SubgraphConnection {
    return this.#around.connection;
  }

  get subgraph(): string {
    return this.#node.serviceName;
  }

  constructor(node: FetchNode, path: readonly string[], around: FetchSurroundings) {
    this.#node = node;
    this.#path = path;
    this.#around = around;
    this.#rewrites = compileOutputRewrites(node.outputRewrites ?? [], around.types);
    const rename = this.#rewrites?.nameOf ?? ((name: string) => name);
    this.#names = selectedNames(parse(node.operation, { noLocation: true })).map(rename);
    this.#nameSet = new Set(this.#names);
    this.#recorded = around.record?.(parse(node.operation, { noLocation: true }));
    const operation = this.#recorded
      ? stripIgnoredCharacters(print(this.#recorded.document))
      : node.operation;
    this.question = compileQuestion(node, operation);
  }

  readonly run: Step = (execution) => {
    const { root, repeated, variables, context, trace } = execution;
    if (context.audience?.gone) return undefined;
    const targets = this.#path.length === 0 ? [root] : targetsAt(root, this.#path, repeated);
    if (targets.length === 0) return undefined;
    const underWay = trace?.begin(this.#node, {});
    const question = this.question(variables);
    const note = noteAsked(execution, this.subgraph, question, this.#recorded);
    return this.#around.connection.ask(question, context, underWay?.provenance).then(
      (reply) => {
        note.given(reply.data);
        const joined = this.receive(reply, targets, execution);
        underWay?.end(!joined);
      },
      (error: unknown) => {
        note.failed();
        this.#fail(execution, targets, this.#around.explain(error, this.#node.serviceName), false);
        underWay?.end(true);
      },
    );
  };

  /** Begins the answer of one event with what its subgraph says of it. */
  follow(reply: SubgraphReply, execution: Execution): void {
    const note = noteAsked(execution, this.subgraph, this.question(execution.variables), this.#recorded);
    note.given(reply.data);
    this.receive(reply, [execution.root], execution);
  }

  /** Joins a reply into its targets; says whether there was anything to join. */
  receive({ data, errors = [] }: SubgraphReply, targets: readonly Data[], execution: Execution): boolean {
    const { serviceName } = this.#node;
    let first: Reason | undefined;
    for (const error of errors) {
      const reason = this.#around.explain(error, serviceName);
      first ??= reason;
      const below = this.#rewrites ? error.path?.map((key) => this.#nameOf(key)) : error.path;
      const under = below && { path: this.#path, targets };
      execution.failures.told.push({ reason, below: below ?? [], ...(under ? { under } : {}) });
    }
    if (!isData(data)) {
      const reason =
        first ?? this.#around.explain(refuse("INVALID_SUBGRAPH_ANSWER", { part: serviceName }), serviceName);
      this.#fail(execution, targets, reason, first !== undefined);
      return false;
    }
    this.#rewrites?.apply(data);
    const repeated = targets.length > 1 ? execution.repeated : undefined;
    if (repeated) noteRepeated(data, this.#names, repeated);
    for (const target of targets) {
      join(target, data, this.#names, this.#around.types.interfaceObjects, repeated);
    }
    return true;
  }

  #fail({ failures }: Execution, targets: readonly Data[], reason: Reason, told: boolean): void {
    failures.add({ targets: new Set(targets), names: this.#nameSet, reason, told });
  }

  #nameOf(key: string | number): string | number {
    return typeof key === "string" ? (this.#rewrites?.nameOf(key) ?? key) : key;
  }
}
