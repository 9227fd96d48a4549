import type { Said } from "../../language/language.tsx";
import type { Holder } from "../../session/holder.ts";

/** What stands in a form, by the names of its fields. */
export type Values = Readonly<Record<string, unknown>>;

/** Something to choose: its code, and its words in both languages or the one name it has. */
export interface Option {
  readonly value: string;
  readonly label: string | Said<string>;
}

/** A point of the browser's, WGS84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

type Kind<Subject> =
  /** Words, as long as the graph takes them. */
  | { readonly kind: "text"; readonly maximum: number; readonly lines?: number }
  /** Words for each of several, by their codes. */
  | {
      readonly kind: "text-each";
      readonly maximum: number;
      readonly of: (subject: Subject) => readonly Option[];
    }
  /** A whole number. */
  | { readonly kind: "number"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "yes-no" }
  | { readonly kind: "choice"; readonly of: (subject: Subject, holder: Holder) => readonly Option[] }
  | { readonly kind: "several"; readonly of: (subject: Subject, holder: Holder) => readonly Option[] }
  /** Looked up in the graph, by code or part of a name, within a place. */
  | {
      readonly kind: "unit" | "matter" | "grid";
      readonly within: (subject: Subject) => string;
      /** Words from which something likely is proposed. */
      readonly like?: (subject: Subject) => string;
    }
  | { readonly kind: "position" }
  | { readonly kind: "instant" };

/** One thing a move asks for. */
export type Field<Subject> = Kind<Subject> & {
  readonly name: string;
  readonly label: Said<string>;
  readonly hint?: Said<string>;
  /** Only asked for when what was filled in before says so. */
  readonly when?: (values: Values) => boolean;
  /** May be left empty. */
  readonly optional?: true | ((subject: Subject) => boolean);
  readonly initial?: (subject: Subject, holder: Holder) => unknown;
};

export const mayBeEmpty = <Subject>({ optional }: Field<Subject>, subject: Subject): boolean =>
  typeof optional === "function" ? optional(subject) : optional === true;

/** The fields that are asked for, given what is filled in. */
export const asked = <Subject>(
  fields: readonly Field<Subject>[],
  values: Values,
): readonly Field<Subject>[] => fields.filter(({ when }) => when?.(values) ?? true);

/** What a form begins with. */
export const beginning = <Subject>(
  fields: readonly Field<Subject>[],
  subject: Subject,
  holder: Holder,
): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(({ name, kind, initial }) => [name, initial?.(subject, holder) ?? blank[kind]]),
  );

const blank: Readonly<Record<Field<never>["kind"], unknown>> = {
  text: "",
  number: "",
  "yes-no": "",
  choice: "",
  several: [],
  "text-each": {},
  unit: null,
  matter: null,
  grid: null,
  position: null,
  instant: "",
};

const said = {
  needed: { en: "Fill this in", zh: "请填写" },
  neededForEach: { en: "Fill this in for each", zh: "请逐项填写" },
  choose: { en: "Choose one", zh: "请选择" },
  locate: { en: "This kind of whistle needs your position on the scene", zh: "此类哨须登记现场位置" },
} as const satisfies Readonly<Record<string, Said<string>>>;

/** What is wrong with what stands in a field, before anything is sent; undefined when it may be sent. */
export function problemOf<Subject>(
  field: Field<Subject>,
  value: unknown,
  subject: Subject,
): Said<string> | undefined {
  if (field.kind === "text-each") return problemOfEach(field, value, subject);
  const empty = value == null || (typeof value === "string" && value.trim() === "") || isEmptyList(value);
  if (empty) {
    if (mayBeEmpty(field, subject)) return undefined;
    if (field.kind === "position") return said.locate;
    return field.kind === "text" || field.kind === "number" || field.kind === "instant"
      ? said.needed
      : said.choose;
  }
  if (field.kind === "text" && String(value).trim().length > field.maximum) return tooLong(field);
  if (field.kind === "number") {
    const { minimum, maximum } = field;
    const fits = Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
    if (!fits) {
      return {
        en: `A whole number from ${minimum} to ${maximum}`,
        zh: `须为 ${minimum} 至 ${maximum} 的整数`,
      };
    }
  }
  return undefined;
}

const tooLong = ({ maximum }: { readonly maximum: number }): Said<string> => ({
  en: `At most ${maximum} characters`,
  zh: `不超过 ${maximum} 字`,
});

function problemOfEach<Subject>(
  field: Extract<Field<Subject>, { kind: "text-each" }>,
  value: unknown,
  subject: Subject,
): Said<string> | undefined {
  const words = (value ?? {}) as Readonly<Record<string, string>>;
  const lengths = field.of(subject).map(({ value: code }) => (words[code] ?? "").trim().length);
  if (lengths.includes(0)) return said.neededForEach;
  return lengths.some((length) => length > field.maximum) ? tooLong(field) : undefined;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
