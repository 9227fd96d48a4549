import { refuse } from "./errors.ts";

/**
 * Arguments as resolvers take them. Null and absent are one: clients send every field of a form, the empty ones as
 * null. A text with the character U+0000 is refused here, because PostgreSQL can neither keep it nor compare with it, and
 * so is an instant whose day in China has no year of four digits, by which days are compared.
 */
export function readArguments<Arguments extends object>(given: Arguments): Arguments {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, read(name, value)]])),
  ) as Arguments;
}

const firstInstant = new Date("1000-01-01T00:00:00+08:00");
const lastInstant = new Date("9999-12-31T00:00:00+08:00");

function read(name: string, value: unknown): unknown {
  if (typeof value === "string" && value.includes("\u0000")) {
    throw refuse("BAD_INPUT", {
      field: name,
      problem: "it contains the character U+0000",
      problemZh: "含有空字符 U+0000",
    });
  }
  if (value instanceof Date && (value < firstInstant || value >= lastInstant)) {
    throw refuse("BAD_INPUT", {
      field: name,
      problem: "its year is not one of four digits",
      problemZh: "年份须为四位数",
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
