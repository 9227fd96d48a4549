import type { GraphQLFormattedError } from "graphql";
import type { Data } from "./data.ts";
import type { ResponsePath } from "./place.ts";

/** An error as the client may read it, without the place it belongs to. */
export type Reason = Omit<GraphQLFormattedError, "path" | "locations">;

/** Why objects of the answer lack fields they were to get from one fetch. */
export interface Failure {
  readonly targets: ReadonlySet<Data>;
  readonly names: ReadonlySet<string>;
  readonly reason: Reason;
  /** The subgraph said itself at which field it failed: that error stands for what it took along. */
  readonly told: boolean;
}

/** What a subgraph said went wrong, at a field below objects it was asked for. */
export interface ToldError {
  readonly reason: Reason;
  /** The plan's path to the objects, and which of them; absent where the subgraph named no place. */
  readonly under?: { readonly path: readonly string[]; readonly targets: readonly Data[] };
  /** Response names and positions from there. */
  readonly below: ResponsePath;
}

/** Everything that went wrong while one operation was fetched. */
export class Failures {
  readonly told: ToldError[] = [];
  readonly #failures: Failure[] = [];

  get none(): boolean {
    return this.#failures.length === 0;
  }

  add(failure: Failure): void {
    this.#failures.push(failure);
  }

  /** Why the object has no such field; undefined where nothing is known to have failed. */
  of(target: Data, name: string): Failure | undefined {
    return this.#failures.find(({ targets, names }) => targets.has(target) && names.has(name));
  }
}
