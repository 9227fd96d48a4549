const controls = "\\u0000-\\u001f";
/** Alone they have no UTF-8 form; in pairs they are fine, which the general way finds out. */
const surrogates = "\\ud800-\\udfff";
const needsEscape = new RegExp(`[${controls}${surrogates}"\\\\]`);

/** A string as JSON text. Most need no escaping, and finding that out is cheaper than the general way. */
export const stringText = (value: string): string =>
  needsEscape.test(value) ? JSON.stringify(value) : `"${value}"`;

/** Any value a subgraph may reply as JSON text; what JSON does not know is null. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return stringText(value);
  return JSON.stringify(value) ?? "null";
}
