import { type Data, isData, ownValue } from "./data.ts";

/**
 * Joins what a subgraph replied into an object of the answer, by reference: an entity asked for once and standing in a
 * hundred places is not copied. Only the names that were asked for are taken.
 */
export function join(target: Data, reply: Data, names: readonly string[]): void {
  for (const name of names) {
    const value = ownValue(reply, name);
    if (value !== undefined) target[name] = joined(ownValue(target, name), value);
  }
}

/**
 * Two subgraphs may each hold a part of one value object, or of each item of a list. Where one of them has nothing, the
 * other's word stands, whichever came first.
 */
function joined(known: unknown, value: unknown): unknown {
  if (known === undefined || known === null || known === value) return value;
  if (value === null) return known;
  if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
    for (let index = 0; index < value.length; index += 1) known[index] = joined(known[index], value[index]);
    return known;
  }
  if (!isData(known) || !isData(value)) return value;
  for (const name of Object.keys(value)) {
    if (name !== "__proto__") known[name] = joined(ownValue(known, name), value[name]);
  }
  return known;
}
