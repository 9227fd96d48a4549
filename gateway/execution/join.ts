import { type Data, isData, ownValue } from "./data.ts";

/**
 * Joins what a subgraph replied into objects of the answer, by reference: an entity asked for once and standing in a
 * hundred places is not copied. Only the names that were asked for are taken.
 *
 * @param repeated is given what stands in several places from now on
 */
export function join(
  targets: readonly Data[],
  reply: Data,
  names: readonly string[],
  interfaceObjects: ReadonlySet<string>,
  repeated: Set<unknown>,
): void {
  for (const name of names) {
    const value = ownValue(reply, name);
    if (value === undefined) continue;
    if (targets.length > 1 && typeof value === "object" && value !== null) repeated.add(value);
    for (const target of targets) {
      const known = ownValue(target, name);
      if (!isLessKnown(name, known, value, interfaceObjects))
        target[name] = joined(known, value, interfaceObjects);
    }
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
