import { GraphQLError } from "graphql";
import type { Rule } from "./rule.ts";

/** What was last done with something, by which post of which unit, and when. */
export interface LastChange {
  readonly kind: string;
  readonly post: string;
  readonly unit: string;
  readonly at: string;
}

/** Whose fault a refusal is: the caller can mend `CALLER` errors, only we can mend `SYSTEM` ones. */
export type Fault = "CALLER" | "SYSTEM";

/** A refusal that is no rule's: the request cannot be read, found or answered. Its message says what to do. */
export interface ErrorEntry {
  readonly fault: Fault;
  /** What happened and what to do about it, in English. `{name}` is filled from the refusal's details. */
  readonly en: string;
  /** The same in Chinese. */
  readonly zh: string;
  readonly rule?: null;
  readonly allowed?: never;
}

/** A list of words: these, or those of the detail `{name}`. */
type Words = readonly string[] | `{${string}}`;

/** What the rule leaves open (可行办法): a sentence, and what a program can read of it. */
export interface Allowed {
  readonly en: string;
  readonly zh: string;
  /** States in which it would be possible. */
  readonly states?: Words;
  /** Moves that are possible as it stands. */
  readonly moves?: Words;
  /** Posts that may. */
  readonly posts?: Words;
  /** Units that may. */
  readonly units?: Words;
  /** What may be given instead. */
  readonly values?: Words;
  readonly minimum?: number | `{${string}}`;
  readonly maximum?: number | `{${string}}`;
  /** The first and the last day or instant that would do. */
  readonly earliest?: `{${string}}`;
  readonly latest?: `{${string}}`;
}

/** A refusal by a rule: which one, what stands against it, and what would be allowed. */
export interface RuleEntry<By extends string = Rule> {
  readonly fault: "CALLER";
  readonly en: string;
  readonly zh: string;
  /** The rule it enforces, e.g. `KF-9`. */
  readonly rule: By;
  readonly allowed: Allowed;
}

export type Catalogue = Readonly<Record<string, ErrorEntry | RuleEntry>>;

/** A subgraph's own refusals: each names its rule and what would be allowed, or says outright that no rule stands behind it. */
export type Refusals = Readonly<Record<string, RuleEntry | (ErrorEntry & { readonly rule: null })>>;

type Detail = string | number | boolean | null;
/** What a refusal is about, by name; in a list of several findings each has its own. */
export type Details = Readonly<
  Record<string, Detail | readonly string[] | readonly Readonly<Record<string, Detail>>[]>
>;

const text = (value: Details[string], between: string, none: string): string => {
  if (!Array.isArray(value)) return String(value);
  return value.length > 0 ? value.join(between) : none;
};

const fill = (template: string, details: Details, between: string, none: string): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined ? whole : text(value, between, none);
  });

const english = (template: string, details: Details): string => fill(template, details, ", ", "none");
const chinese = (template: string, details: Details): string => fill(template, details, "、", "无");

/** What would be allowed, with the details in their places. */
function readable({ en, zh, ...open }: Allowed, details: Details): Details {
  const read = Object.entries(open).map(([name, given]) => {
    const detail = typeof given === "string" ? details[given.slice(1, -1)] : given;
    const words = ["states", "moves", "posts", "units", "values"].includes(name);
    return [name, words && typeof detail === "string" ? [detail] : detail];
  });
  return { en: english(en, details), zh: chinese(zh, details), ...Object.fromEntries(read) };
}

/** The whole of what an entry says, as it is read: what stands against it, then what would be allowed. */
export const messageOf = ({ en, zh, allowed }: ErrorEntry | RuleEntry<string>) =>
  allowed ? { en: `${en} ${allowed.en}`, zh: `${zh}${allowed.zh}` } : { en, zh };

/** The refusal as an error: thrown wherever a rule is broken, rendered once at the edge. */
export function refusal(
  code: string,
  entry: ErrorEntry | RuleEntry<string>,
  details: Details = {},
): GraphQLError {
  const { en, zh } = messageOf(entry);
  const { fault, rule, allowed } = entry;
  return new GraphQLError(english(en, details), {
    extensions: {
      code,
      fault,
      messageZh: chinese(zh, details),
      ...(rule ? { rule } : {}),
      ...(allowed ? { allowed: readable(allowed, details) } : {}),
      ...(Object.keys(details).length > 0 ? { details } : {}),
    },
  });
}

/** The names in braces of a text. */
type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type NamedIn<Entry> = Entry extends { en: infer En; zh: infer Zh }
  ? Named<En> | Named<Zh> | (Entry extends { allowed: infer Open } ? Named<Open[keyof Open]> : never)
  : never;

/** The details a refusal must be given: every name its messages and its openings speak of. */
export type DetailsOf<Entry> = [NamedIn<Entry>] extends [never]
  ? [details?: Details]
  : [details: Details & { readonly [Name in NamedIn<Entry>]: Details[string] }];

/** The same refusal, and who brought it to where it stands: told to whoever came second. */
export function withLastChange(error: GraphQLError, last: LastChange): GraphQLError {
  const { kind, post, unit, at } = last;
  return new GraphQLError(`${error.message} Last: ${kind} by ${post} of ${unit}, at ${at}.`, {
    extensions: {
      ...error.extensions,
      messageZh: `${error.extensions.messageZh}最近一次：${unit} 的 ${post} 于 ${at} 办理 ${kind}。`,
      lastChange: last,
    },
  });
}

/** Binds a catalogue: `const refuse = refusals(ticketErrors)`, then `throw refuse("OFF_LIST", { item })`. */
export const refusals =
  <const Entries extends Catalogue>(catalogue: Entries) =>
  <Code extends keyof Entries & string>(code: Code, ...[details]: DetailsOf<Entries[Code]>): GraphQLError =>
    refusal(code, catalogue[code] as Entries[Code], details);

/** Who may do it instead, in words that go on from "may not do this:", and as far as a program can read it. */
type Others = Omit<Allowed, "states" | "moves" | "minimum" | "maximum" | "earliest" | "latest">;

/** What FORBIDDEN says before it says who may. */
export const forbiddenEntry = {
  fault: "CALLER",
  en: "{post} of {unit} may not do this:",
  zh: "{unit} 的 {post} 无权进行此操作：",
} as const;

/** Who acts where nobody is known. */
export const nobody = { post: "nobody", unit: "nowhere" } as const;

/** Refuses a post or unit what a rule gives to others (无权办理). */
export const forbidden = (
  rule: Rule,
  { post, unit }: { readonly post: string; readonly unit: string },
  { en, zh, ...others }: Others,
): GraphQLError =>
  refusal(
    "FORBIDDEN",
    { ...forbiddenEntry, rule, allowed: { en: `${en}.`, zh: `${zh}。`, ...others } },
    { post, unit },
  );

/** Refuses a value that a rule does not admit (填报不合规则); what would be is said in the same words. */
export const unfit = (rule: Rule, field: string, { en, zh, ...open }: Allowed): GraphQLError =>
  refusal(
    "BAD_INPUT",
    { fault: "CALLER", en: "{field}:", zh: "{field}：", rule, allowed: { en, zh, ...open } },
    { field, problem: en, problemZh: zh },
  );
