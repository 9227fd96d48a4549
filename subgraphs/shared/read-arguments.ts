import { refuse } from "./errors.ts";

/**
 * Arguments as resolvers take them. Null and absent are one: clients send every field of a form, the empty ones as
 * null. A text with the character U+0000 is refused here, because PostgreSQL can neither keep it nor compare with it.
 */
export function readArguments<Arguments extends object>(given: Arguments): Arguments {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, read(name, value)]])),
  ) as Arguments;
}

function read(name: string, value: unknown): unknown {
  if (typeof value === "string" && value.includes("\u0000")) {
    throw refuse("BAD_INPUT", {
      field: name,
      problem: "it contains the character U+0000",
      problemZh: "含有空字符 U+0000",
    });
  }
  if (Array.isArray(value)) return value.map((each) => read(name, each));
  return isInputObject(value) ? readArguments(value) : value;
}

/** An input object is plain; a scalar of its own, such as a point in time, is not. */
const isInputObject = (value: unknown): value is object =>
  typeof value === "object" &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));
