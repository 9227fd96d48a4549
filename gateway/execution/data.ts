/** An object of an answer on its way: what subgraphs replied, joined by response name. */
export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a field a subgraph was asked for. Names such as `constructor` are found on every object, so what is not the
 * object's own is taken for absent.
 */
export const ownValue = (data: Data, name: string): unknown =>
  name in inherited ? (Object.hasOwn(data, name) ? data[name] : undefined) : data[name];

const inherited: object = {};
