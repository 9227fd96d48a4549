import { type Data, isData, ownValue } from "./data.ts";
import type { ResponsePath } from "./place.ts";

/** Stands in a plan's path for "each item of the list". */
const eachItem = "@";

/**
 * The objects a plan's path leads to, each once: entities asked for once may stand in several places by reference.
 *
 * @param repeated what does
 */
export function targetsAt(root: Data, path: readonly string[], repeated: ReadonlySet<unknown>): Data[] {
  let level: unknown[] = [root];
  for (const step of path) {
    const next: unknown[] = [];
    const met = new Set<unknown>();
    const add = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if (repeated.has(value)) {
        if (met.has(value)) return;
        met.add(value);
      }
      next.push(value);
    };
    for (const value of level) {
      if (step !== eachItem) {
        if (isData(value)) add(ownValue(value, step));
      } else if (Array.isArray(value)) {
        for (const item of value) add(item);
      }
    }
    level = next;
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
