import type { CombinedError } from "@urql/core";
import type { GraphQLFormattedError } from "graphql";
import { type Said, texts } from "../language/language.tsx";

/** An error of the graph as people are told of it: see docs/errors.md for what each field means. */
export interface Refusal {
  readonly code: string;
  readonly message: Said<string>;
  readonly fault: "CALLER" | "SYSTEM";
  /** The rule that refused, `PG-2`. */
  readonly rule: string | undefined;
  /** What the rule leaves open. */
  readonly allowed: Said<string> | undefined;
  /** The moves it leaves open, by the names the graph has for them. */
  readonly moves: readonly string[];
  readonly lastChange: { kind: string; post: string; unit: string; at: string } | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  /** Where in the answer a value is missing for it; empty for the whole operation. */
  readonly path: readonly (string | number)[];
}

const unsaid = {
  rule: undefined,
  allowed: undefined,
  moves: [],
  lastChange: undefined,
  details: {},
  path: [],
} as const;

/** The server was not reached, or what came back is no answer of its. */
export const noAnswer: Refusal = {
  ...unsaid,
  code: "NETWORK",
  message: texts(
    "The server could not be reached. What you typed is kept; try again.",
    "无法连接服务器。已填写的内容仍保留，请重试。",
  ),
  fault: "SYSTEM",
};

/** What stands behind an error of urql's: what the graph said, or that it could not be asked. */
export function refusalsOf(error: CombinedError | undefined): readonly Refusal[] {
  if (!error) return [];
  if (error.networkError && error.graphQLErrors.length === 0) return [noAnswer];
  return error.graphQLErrors.map(refusalOf);
}

/** An error as the graph writes it. */
export function refusalOf({ message, path, extensions = {} }: GraphQLFormattedError): Refusal {
  const { allowed, lastChange } = extensions as {
    allowed?: { en?: string; zh?: string; moves?: string[] };
    lastChange?: Refusal["lastChange"];
  };
  const { coordinate } = (extensions.details ?? {}) as { coordinate?: unknown };
  return {
    ...unsaid,
    code: String(extensions.code ?? "UNKNOWN"),
    message: {
      en: withoutCoordinate(upTo(message, allowed?.en, " Last: "), coordinate, "This "),
      zh: withoutCoordinate(
        upTo(String(extensions.messageZh ?? message), allowed?.zh, "最近一次："),
        coordinate,
        "此项",
      ),
    },
    fault: extensions.fault === "SYSTEM" ? "SYSTEM" : "CALLER",
    rule: typeof extensions.rule === "string" ? extensions.rule : undefined,
    allowed: allowed?.en && allowed.zh ? { en: allowed.en, zh: allowed.zh } : undefined,
    moves: allowed?.moves ?? [],
    lastChange,
    details: (extensions.details ?? {}) as Refusal["details"],
    path: path ?? [],
  };
}

/** What is withheld the graph calls by its own name, `Division.rates`; to people the place in the page says what it is. */
const withoutCoordinate = (sentence: string, coordinate: unknown, instead: string): string =>
  typeof coordinate === "string" && sentence.startsWith(`${coordinate} `)
    ? instead + sentence.slice(coordinate.length + 1)
    : sentence;

/** The graph's one sentence says everything; what has fields of its own is told by those, and once. */
function upTo(sentence: string, allowed: string | undefined, last: string): string {
  const ends = [allowed, last].map((next) => (next ? sentence.indexOf(next) : -1)).filter((at) => at > 0);
  return sentence.slice(0, Math.min(sentence.length, ...ends)).trim();
}

/** What is missing in each of many rows for the same reason is told once. */
export const eachOnce = (refusals: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(refusals.map((refusal) => [toldAs(refusal), refusal])).values(),
];

/** Refusals that are told in the same words. */
export const toldAs = ({ code, message }: Refusal): string => `${code} ${message.en}`;

/** Why the value at a path is missing: for something there or above, or below it, that had to be there and took it along. */
export const refusalAt = (
  refusals: readonly Refusal[],
  ...at: readonly (string | number)[]
): Refusal | undefined =>
  refusals.find(({ path }) => path.length <= at.length && path.every((step, index) => step === at[index])) ??
  refusals.find(({ path }) => at.every((step, index) => step === path[index]));
