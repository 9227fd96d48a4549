import { GraphQLError, GraphQLScalarType } from "graphql";
import { refuse } from "../../shared/errors.ts";

/** One object of what the gateway reports (访问记录登记), read part by part, each of its kind or refused. */
export class Reported {
  readonly #given: Readonly<Record<string, unknown>>;

  constructor(given: unknown) {
    this.#given = typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
  }

  text(field: string): string {
    const text = this.#given[field];
    if (typeof text === "string") return kept(text);
    throw badInput(field, "no text", "不是文本");
  }

  textIfAny(field: string): string | null {
    const text = this.#given[field] ?? null;
    return text === null ? null : this.text(field);
  }

  /** What somebody stated may be anything; so much of it is kept. */
  stated(field: string): string | null {
    const text = this.#given[field] ?? null;
    return typeof text === "string" ? kept(text.slice(0, mostOfStated)) : this.textIfAny(field);
  }

  texts(field: string): string[] {
    const texts = this.#given[field] ?? [];
    if (Array.isArray(texts) && texts.every((each) => typeof each === "string")) return texts.map(kept);
    throw badInput(field, "no list of texts", "不是文本列表");
  }

  /** At least one: an access without a reader, or by a reader of nothing, is none. */
  list(field: string): readonly Reported[] {
    const list = this.#given[field];
    if (Array.isArray(list) && list.length > 0) return list.map((each) => new Reported(each));
    throw badInput(field, "no list, or an empty one", "不是列表或为空");
  }

  flag(field: string): boolean {
    const flag = this.#given[field];
    if (typeof flag === "boolean") return flag;
    throw badInput(field, "neither true nor false", "不是布尔值");
  }

  oneOf<Value extends string>(field: string, values: Readonly<Record<string, Value>>): Value {
    const text = this.text(field);
    if (Object.hasOwn(values, text)) return values[text] as Value;
    throw badInput(field, `none of ${Object.keys(values).join(", ")}`, "不在允许的取值之内");
  }

  count(field: string): number {
    const count = this.#given[field];
    if (typeof count === "number" && Number.isInteger(count) && count >= 0) return count;
    throw badInput(field, "no count", "不是非负整数");
  }

  instant(field: string): Date {
    const instant = new Date(this.text(field));
    if (!Number.isNaN(instant.getTime())) return instant;
    throw badInput(field, "no time", "不是时间");
  }
}

const mostOfStated = 200;

/**
 * As PostgreSQL gives it back: half a character becomes another, and so does the one it cannot keep. What is sealed is what
 * is kept.
 */
const kept = (text: string): string =>
  /\p{Surrogate}|\0/u.test(text) ? Buffer.from(text).toString().replaceAll("\0", "\ufffd") : text;

export const badInput = (field: string, what: string, whatZh: string) =>
  refuse("BAD_INPUT", { field, problem: `is ${what}`, problemZh: whatZh });

/**
 * One scalar and not a list of inputs: there are some for every request of everybody's, and to take each apart by the
 * schema cost more than to seal and to write it.
 */
export const AccessReport = new GraphQLScalarType<readonly Reported[], unknown>({
  name: "AccessReport",
  description: `Answers and whom they were given to, in the order they were, for the gateway alone (访问记录登记). A JSON list of objects with two
lists: \`readers\`, of \`at\` (ISO 8601), \`personId\`, \`post\`, \`unit\`, \`onBehalfOf\` or null and \`onBehalfOfVouched\`; and \`readings\`, of \`operationName\`
or null, \`operationHash\` (SHA-256 in hexadecimal), \`district\` whose data was read, or null for that of the unit that read, \`subgraph\`,
\`entityType\`, \`entityKeys\` (a JSON list as text), \`fields\` and \`subjects\` and \`grantNumbers\` (lists), \`basis\` or null,
\`caseNumber\` or null, \`outcome\`, \`rowsGiven\`. Every reading by every reader is a record.`,
  parseValue(value) {
    if (Array.isArray(value)) return value.map((each) => new Reported(each));
    throw new GraphQLError("is no list of answers");
  },
  parseLiteral() {
    throw new GraphQLError("a report is given in a variable");
  },
});
