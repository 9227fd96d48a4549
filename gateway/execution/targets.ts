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
  let level: readonly unknown[] = [root];
  for (const step of path) {
    const next = step === eachItem ? itemsOf(level) : valuesOf(level, step);
    level = repeated.size > 0 ? eachOnce(next, repeated) : next;
  }
  return level.filter(isData);
}

function itemsOf(level: readonly unknown[]): readonly unknown[] {
  const [only] = level;
  if (level.length === 1 && Array.isArray(only)) return only;
  const items: unknown[] = [];
  for (const value of level) if (Array.isArray(value)) for (const item of value) items.push(item);
  return items;
}

function valuesOf(level: readonly unknown[], name: string): unknown[] {
  const values: unknown[] = [];
  for (const value of level) if (isData(value)) values.push(ownValue(value, name));
  return values;
}

function eachOnce(values: readonly unknown[], repeated: ReadonlySet<unknown>): readonly unknown[] {
  let met: Set<unknown> | undefined;
  const once: unknown[] = [];
  for (const value of values) {
    if (repeated.has(value)) {
      met ??= new Set();
      if (met.has(value)) continue;
      met.add(value);
    }
    once.push(value);
  }
  return met ? once : values;
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
