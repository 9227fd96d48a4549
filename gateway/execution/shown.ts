import type { GraphQLFormattedError } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Data } from "./data.ts";
import type { Execution } from "./execution.ts";
import type { Reason } from "./failures.ts";
import { type Place, pathOf, type ResponsePath } from "./place.ts";
import { positionsAt } from "./targets.ts";

/** An error in a list entity stands wherever the entity stands; beyond this many places nobody reads on. */
const maximumErrors = 1_000;

/** What is shown of one execution: collects the errors that belong to the answer while it is written. */
export class Shown {
  readonly errors: GraphQLFormattedError[] = [];
  /** Nothing failed: a field that is absent has nothing to explain. */
  readonly complete: boolean;
  /** Variables with their defaults. */
  readonly variables: Data;
  readonly #execution: Execution;
  readonly #clientNames: ReadonlyMap<string, string>;
  /** Every path with an error at it or below it, as text. */
  readonly #explained = new Set<string>();
  /** Absent fields that a subgraph's own error stands for, if it is shown: it may be about what nobody asked for there. */
  readonly #leftToSay: {
    readonly reason: Reason;
    readonly path: ResponsePath;
    readonly object: ResponsePath;
  }[] = [];
  readonly #written: Map<unknown, string>[] = [];
  /** Subgraphs' own errors by every path they are at or below, until what is shown comes by. */
  readonly #told = new Map<
    string,
    { readonly reason: Reason; readonly path: ResponsePath; said: boolean }[]
  >();

  /** @param clientNames the client's names by those that were fetched for them, where they differ */
  constructor(execution: Execution, clientNames: ReadonlyMap<string, string>) {
    this.#execution = execution;
    this.#clientNames = clientNames;
    this.complete = execution.failures.none;
    this.variables = execution.coerced;
    this.#tell();
  }

  /** Text already written by one selection, for what stands in several places; undefined for what stands in one. */
  writtenBy(selection: number, value: unknown): Map<unknown, string> | undefined {
    const { repeated } = this.#execution;
    if (repeated.size === 0 || !repeated.has(value)) return undefined;
    this.#written[selection] ??= new Map();
    return this.#written[selection];
  }

  /** A field was not fetched: says why, where that is known. A root field is nobody's to leave out. */
  explainAbsent(data: Data, source: string, above: Place | undefined, name: string): void {
    const failure = this.#execution.failures.of(data, source);
    if (!failure && above) return;
    const path = pathOf({ above, key: name });
    this.tellAt({ above, key: name });
    const text = JSON.stringify(path);
    if (this.#explained.has(text)) return;
    if (failure?.told) {
      this.#explained.add(text);
      this.#leftToSay.push({ reason: failure.reason, path, object: above ? pathOf(above) : [] });
    } else this.#add(failure?.reason ?? invalid(name), path);
  }

  /** The value is null, which the schema says it never is; a subgraph's own error stands where there is one. */
  refuseNull(place: Place, coordinate: string): undefined {
    const path = pathOf(place);
    this.tellAt(place);
    if (!this.#explained.has(JSON.stringify(path))) this.#add(invalid(coordinate), path);
    return undefined;
  }

  /** The value is not of the type the schema says it is of. */
  refuseShape(place: Place | undefined, coordinate: string): undefined {
    this.#add(invalid(coordinate), pathOf(place));
    return undefined;
  }

  /** The object does not say which type it is of, or names one that may not stand there. */
  refuseType(data: Data, place: Place, coordinate: string): undefined {
    const failure = this.#execution.failures.of(data, "__typename");
    this.#add(failure ? failure.reason : invalid(coordinate), pathOf(place));
    return undefined;
  }

  withhold(reason: Reason, place: Place): undefined {
    this.#add(reason, pathOf(place));
    return undefined;
  }

  /** How much there was to explain so far. */
  get explanations(): number {
    return this.errors.length + this.#leftToSay.length;
  }

  /**
   * All is written. A planner may ask of every object what was asked of some alone: where that took along what was asked,
   * its error has no place of its own, and stands at what is missing.
   */
  finish(): void {
    for (const { reason, path, object } of this.#leftToSay) {
      const isSaid = [object, path].some((at) =>
        this.#told.get(JSON.stringify(at))?.some(({ said }) => said),
      );
      if (!isSaid) this.#add(reason, path);
    }
  }

  #add(reason: Reason, path: ResponsePath): void {
    for (let length = path.length; length > 0; length -= 1) {
      this.#explained.add(JSON.stringify(path.slice(0, length)));
    }
    if (this.errors.length < maximumErrors) this.errors.push({ ...reason, path });
  }

  /** A null is shown at the place: says what subgraphs said of it. What nobody is shown is not spoken of. */
  tellAt(place: Place): void {
    if (this.#told.size === 0) return;
    for (const told of this.#told.get(JSON.stringify(pathOf(place))) ?? []) {
      if (told.said) continue;
      told.said = true;
      this.#add(told.reason, told.path);
    }
  }

  /** Subgraphs' own errors, in the client's names and list positions. */
  #tell(): void {
    const { root, failures } = this.#execution;
    if (failures.told.length === 0) return;
    const positionsOf = new Map<string, ReturnType<typeof positionsAt>>();
    const told = new Set<string>();
    for (const { reason, under, below } of failures.told) {
      if (!under) {
        this.errors.push(reason);
        continue;
      }
      const key = under.path.join("/");
      const positions = positionsOf.get(key) ?? positionsAt(root, under.path);
      positionsOf.set(key, positions);
      for (const target of under.targets) {
        for (const position of positions.get(target) ?? []) {
          const path = [...position, ...below].map((key) => this.#clientNames.get(String(key)) ?? key);
          const text = JSON.stringify([reason.message, path]);
          if (told.has(text)) continue;
          told.add(text);
          const entry = { reason, path, said: false };
          for (let length = path.length; length > 0; length -= 1) {
            const prefix = JSON.stringify(path.slice(0, length));
            const entries = this.#told.get(prefix);
            if (entries) entries.push(entry);
            else this.#told.set(prefix, [entry]);
          }
        }
      }
    }
  }
}

const invalid = (coordinate: string): Reason =>
  refuse("INVALID_SUBGRAPH_ANSWER", { part: coordinate }).toJSON();
