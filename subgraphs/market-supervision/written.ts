import { refuse } from "../shared/errors.ts";

/** A text somebody must give, as it is kept. */
export function written(field: string, text: string, longest = 2_000): string {
  const kept = text.trim();
  if (kept.length > 0 && kept.length <= longest) return kept;
  throw refuse("BAD_INPUT", {
    field,
    problem: `write 1 to ${longest} characters`,
    problemZh: `请填写 1 至 ${longest} 字`,
  });
}
