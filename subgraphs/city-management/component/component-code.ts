import { checkComponentCode } from "../../shared/codes.ts";
import { refuse } from "../../shared/errors.ts";

/** Refuses a text that is no component code; returns the code. */
export function requireComponentCode(text: string): string {
  const code = text.trim();
  const finding = checkComponentCode(code);
  if (!finding) return code;
  throw refuse("BAD_CODE", {
    value: text.slice(0, 40),
    kind: "component code",
    kindZh: "部件代码",
    finding: finding.en,
    findingZh: finding.zh,
    findingCode: finding.code,
    standard: finding.rule,
  });
}
