import { refuse } from "../shared/errors.ts";

/** Refuses a text of an input that is blank or longer than its field holds; returns it without spaces around. */
export function requireText(field: string, value: string, longest = 200): string {
  const text = value.trim();
  if (text.length > 0 && text.length <= longest) return text;
  throw refuse("BAD_INPUT", {
    field,
    problem: `give 1 to ${longest} characters`,
    problemZh: `须为 1 至 ${longest} 个字符`,
  });
}
