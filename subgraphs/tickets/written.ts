import { refuse } from "../shared/errors.ts";

/** A text somebody must give, as it is kept. */
export function written(field: string, text: string, maximum = 4_000): string {
  const kept = text.trim();
  if (kept.length > 0 && kept.length <= maximum) return kept;
  throw refuse("BAD_INPUT", {
    field,
    problem: `write 1 to ${maximum} characters`,
    problemZh: `请填写 1 至 ${maximum} 字`,
  });
}

/** A text somebody may give; a blank one counts as not given. */
export const writtenIfAny = (
  field: string,
  text: string | null | undefined,
  maximum: number,
): string | null => (text?.trim() ? written(field, text, maximum) : null);
