import { type Data, isData, ownValue } from "./data.ts";
import type { ResponsePath } from "./place.ts";

/** Stands in a plan's path for "each item of the list". */
const eachItem = "@";

/**
 * The objects a plan's path leads to, each once. Entities asked for once may stand in several places by reference, so
 * where that can be (`shared`) a whole level is reduced to its distinct objects before the next is looked at.
 */
export function targetsAt(root: Data, path: readonly string[], shared: boolean): Data[] {
  let level: unknown[] = [root];
  for (const step of path) {
    const next: unknown[] = [];
    for (const value of level) {
      if (step === eachItem) {
        if (Array.isArray(value)) for (const item of value) next.push(item);
      } else if (isData(value)) {
        next.push(ownValue(value, step));
      }
    }
    level = shared && next.length > 1 ? [...new Set(next)] : next;
  }
  return level.filter(isData);
}

/** Every position in the client's answer at which each of the objects on a plan's path stands. */
export function positionsAt(root: Data, path: readonly string[]): ReadonlyMap<Data, readonly ResponsePath[]> {
  const positions = new Map<Data, ResponsePath[]>();
  const walk = (value: unknown, depth: number, here: ResponsePath): void => {
    const step = path[depth];
    if (step === undefined) {
      if (!isData(value)) return;
      const known = positions.get(value);
      if (known) known.push(here);
      else positions.set(value, [here]);
    } else if (step === eachItem) {
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries()) walk(item, depth + 1, [...here, index]);
    } else if (isData(value)) {
      walk(ownValue(value, step), depth + 1, [...here, step]);
    }
  };
  walk(root, 0, []);
  return positions;
}
