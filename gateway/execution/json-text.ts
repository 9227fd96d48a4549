/** What JSON must escape in a string, and lone surrogates, which have no UTF-8 form. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON must escape
const needsEscape = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A string as JSON text. Most need no escaping, and finding that out is cheaper than the general way. */
export const stringText = (value: string): string =>
  needsEscape.test(value) ? JSON.stringify(value) : `"${value}"`;

/** Any value a subgraph may reply as JSON text; what JSON does not know is null. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return stringText(value);
  return JSON.stringify(value) ?? "null";
}
