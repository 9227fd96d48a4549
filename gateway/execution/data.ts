/** An object of an answer on its way: what subgraphs replied, joined by response name. */
export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a field a subgraph was asked for. Every object has functions of its own making, such as `constructor`, and JSON
 * has none: what is a function was not said.
 */
export function ownValue(data: Data, name: string): unknown {
  const value = data[name];
  return typeof value === "function" ? undefined : value;
}
