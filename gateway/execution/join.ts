import { type Data, isData, ownValue } from "./data.ts";

/**
 * Joins what a subgraph replied into an object of the answer, by reference: an entity asked for once and standing in a
 * hundred places is not copied. Only the names that were asked for are taken.
 *
 * @param repeated is given where the reply is joined into several objects: what they share of it from then on
 */
export function join(
  target: Data,
  reply: Data,
  names: readonly string[],
  interfaceObjects: ReadonlySet<string>,
  repeated?: Set<unknown>,
): void {
  for (const name of names) {
    const value = ownValue(reply, name);
    if (value === undefined) continue;
    const known = ownValue(target, name);
    if (isLessKnown(name, known, value, interfaceObjects)) continue;
    target[name] = joined(known, value, interfaceObjects);
    // They have objects of their own for it then, and share what is in them.
    if (repeated && target[name] !== value) noteInside(value, repeated);
  }
}

/** Notes what stands in several places from now on. */
export function noteRepeated(reply: Data, names: readonly string[], repeated: Set<unknown>): void {
  for (const name of names) {
    const value = ownValue(reply, name);
    if (typeof value === "object" && value !== null) repeated.add(value);
  }
}

function noteInside(value: unknown, repeated: Set<unknown>): void {
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) {
    if (typeof inner === "object" && inner !== null) repeated.add(inner);
    noteInside(inner, repeated);
  }
}

/** A subgraph that knows an interface as one object calls every object of it by the interface's name. */
const isLessKnown = (
  name: string,
  known: unknown,
  value: unknown,
  interfaceObjects: ReadonlySet<string>,
): boolean => name === "__typename" && known !== undefined && interfaceObjects.has(String(value));

/**
 * Two subgraphs may each hold a part of one value object, or of each item of a list. Where one of them has nothing, the
 * other's word stands, whichever came first.
 */
function joined(known: unknown, value: unknown, interfaceObjects: ReadonlySet<string>): unknown {
  if (known === undefined || known === null || known === value) return value;
  if (value === null) return known;
  if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
    for (let index = 0; index < value.length; index += 1)
      known[index] = joined(known[index], value[index], interfaceObjects);
    return known;
  }
  if (!isData(known) || !isData(value)) return value;
  for (const name of Object.keys(value)) {
    if (name === "__proto__" || isLessKnown(name, ownValue(known, name), value[name], interfaceObjects))
      continue;
    known[name] = joined(ownValue(known, name), value[name], interfaceObjects);
  }
  return known;
}
