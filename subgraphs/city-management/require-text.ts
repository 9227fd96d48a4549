import { refuse } from "../shared/errors.ts";

/** Refuses a text that is blank or longer than its field holds; returns it without spaces around. */
export function requireText(field: string, given: string, longest = 2_000): string {
  const text = given.trim();
  if (text.length > 0 && text.length <= longest) return text;
  throw refuse("BAD_INPUT", {
    field,
    problem: `write 1 to ${longest} characters`,
    problemZh: `请填写 1 至 ${longest} 字`,
  });
}

/** A text somebody may give; a blank one counts as not given. */
export const textIfAny = (field: string, given: string | undefined, longest: number): string | null =>
  given?.trim() ? requireText(field, given, longest) : null;
