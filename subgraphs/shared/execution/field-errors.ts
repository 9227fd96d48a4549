import { type GraphQLError, type GraphQLResolveInfo, locatedError, responsePathAsArray } from "graphql";

/** Where in the answer something stands, as a chain from there to the root; undefined is the root itself. */
export type Path = GraphQLResolveInfo["path"];

/** The errors of one answer. What lies under a place that is null already adds nothing: its owner has been told. */
export class FieldErrors {
  readonly list: GraphQLError[] = [];
  readonly #places = new Set<Path | undefined>();

  add(error: GraphQLError, place: Path | undefined): void {
    if (this.#lieUnder(place)) return;
    this.#places.add(place);
    this.list.push(error);
  }

  #lieUnder(place: Path | undefined): boolean {
    for (let each = place; each; each = each.prev) if (this.#places.has(each)) return true;
    return this.#places.has(undefined);
  }
}

/** A thrown value as the error of its place in the answer. */
export const errorAt = (
  thrown: unknown,
  nodes: Parameters<typeof locatedError>[1],
  path: Path,
): GraphQLError => locatedError(thrown, nodes, responsePathAsArray(path));
