import { type Said, texts } from "../../../language/language.tsx";
import type { BlowWhistleInput } from "../blow/blow.graphql.ts";
import {
  type BlowValues,
  inputOf,
  MOST_CHARACTERS,
  nothingFilledIn,
  problemsOf,
  type Verdict,
} from "../blow/blow-values.ts";
import type { KindRulesFragment } from "../kind-rules.graphql.ts";
import type { RaiseWhistleInput } from "./raise-whistle.graphql.ts";

/** A whistle of the next level as far as it is filled in, with why it is needed and what was tried below (ZY-15). */
export interface RaiseValues extends BlowValues {
  readonly reason: string;
  readonly tried: string;
}

export const nothingToRaise: RaiseValues = { ...nothingFilledIn, reason: "", tried: "" };

const said = texts(
  {
    reason: "Say why the level below cannot solve it.",
    tried: "Say what was tried below, and what came of it.",
    tooLong: (given: number) => `At most ${MOST_CHARACTERS} characters; ${given} are written.`,
  },
  {
    reason: "请填写本级无法解决的理由。",
    tried: "请填写本级已采取的措施及结果。",
    tooLong: (given: number) => `最多 ${MOST_CHARACTERS} 字，已写 ${given} 字。`,
  },
);

export type RaiseProblems = Readonly<Partial<Record<string, Said<string>>>>;

/** What is still missing or wrong, before anything is sent. Where the need came from, the whistle raised says already. */
export function raiseProblemsOf(
  values: RaiseValues,
  kind: KindRulesFragment,
  verdicts: ReadonlyMap<string, Verdict>,
): RaiseProblems {
  const { source: _, ...problems } = problemsOf(values, kind, verdicts);
  const own = (["reason", "tried"] as const).flatMap((field) => {
    const written = values[field].trim().length;
    if (written === 0) return [[field, { en: said.en[field], zh: said.zh[field] }] as const];
    if (written <= MOST_CHARACTERS) return [];
    return [[field, { en: said.en.tooLong(written), zh: said.zh.tooLong(written) }] as const];
  });
  return { ...Object.fromEntries(own), ...problems };
}

/** What is sent: tickets, place, source and matter are those of the whistle raised. */
export function raiseInputOf(
  values: RaiseValues,
  { number, rules }: { number: string; rules: KindRulesFragment },
): RaiseWhistleInput {
  const { kind, demand, participants, theme }: BlowWhistleInput = inputOf(values, {
    ticket: "",
    grid: undefined,
    rules,
  });
  return {
    number,
    kind,
    demand,
    participants,
    ...(theme ? { theme } : {}),
    tickets: [],
    reason: values.reason.trim(),
    tried: values.tried.trim(),
  };
}
