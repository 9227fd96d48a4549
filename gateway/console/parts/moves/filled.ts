import type { Option, Position, Values } from "./field.ts";

/** Reads a filled form: each field as what it holds, empty ones as absent. */
export interface Filled {
  readonly text: (name: string) => string;
  readonly textIfAny: (name: string) => string | null;
  readonly number: (name: string) => number;
  readonly numberIfAny: (name: string) => number | null;
  readonly yes: (name: string) => boolean;
  readonly yesIfAny: (name: string) => boolean | null;
  readonly chosen: <Value extends string>(name: string) => Value;
  readonly chosenIfAny: <Value extends string>(name: string) => Value | null;
  readonly several: (name: string) => string[];
  /** Of a text for each, the code with what is said of it. */
  readonly textOfEach: (name: string) => readonly (readonly [code: string, text: string])[];
  readonly position: (name: string) => Position | null;
}

export function filled(values: Values): Filled {
  const text = (name: string): string => {
    const value = values[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const choice = (name: string): string => {
    const value = values[name];
    return typeof value === "string" ? value : ((value as Option | null | undefined)?.value ?? "");
  };
  return {
    text,
    textIfAny: (name) => text(name) || null,
    number: (name) => Number(values[name]),
    numberIfAny: (name) => (typeof values[name] === "number" ? values[name] : null),
    yes: (name) => values[name] === "yes",
    yesIfAny: (name) => (values[name] ? values[name] === "yes" : null),
    chosen: <Value extends string>(name: string) => choice(name) as Value,
    chosenIfAny: <Value extends string>(name: string) => (choice(name) || null) as Value | null,
    textOfEach: (name) =>
      Object.entries((values[name] as Readonly<Record<string, string>> | undefined) ?? {}).map(
        ([code, said]) => [code, said.trim()] as const,
      ),
    several: (name) => [...((values[name] as readonly string[] | undefined) ?? [])],
    position: (name) => (values[name] as Position | null | undefined) ?? null,
  };
}
