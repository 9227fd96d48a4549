import type { Answer, AnsweredError } from "../../testkit/composed.ts";

/**
 * What is different about the answer, in words; undefined when it is the one expected. Data must be the same text, the
 * order of keys included. Errors must explain the same nulls: where a null travelled up to a parent, which of several
 * failures below it are told is the executor's choice, and elsewhere the codes must be the same.
 */
export function differenceOf(answer: Answer, expected: Answer): string | undefined {
  if (JSON.stringify(answer.data) !== JSON.stringify(expected.data)) return "other data";
  const nulls = explanations(answer);
  const expectedNulls = explanations(expected);
  const stray = nulls.get(nothing)?.[0];
  if (stray) return `an error that explains no null: ${stray.message} at ${JSON.stringify(stray.path)}`;
  for (const [at, expectedErrors] of expectedNulls) {
    const errors = nulls.get(at);
    if (!errors) return `no error for the null at ${at}`;
    const travelled = [...errors, ...expectedErrors].some(({ path }) => JSON.stringify(path) !== at);
    const [codes, expectedCodes] = [codesOf(errors), codesOf(expectedErrors)];
    if (!travelled && codes !== expectedCodes) return `${codes} instead of ${expectedCodes} at ${at}`;
  }
  const added = [...nulls.keys()].find((at) => !expectedNulls.has(at));
  return added && `an error where none is due: ${nulls.get(added)?.[0]?.message} at ${added}`;
}

const nothing = "nothing";

/** The errors by the place of the null that each is the reason of. */
function explanations({ data, errors }: Answer): Map<string, AnsweredError[]> {
  const byNull = new Map<string, AnsweredError[]>();
  for (const error of errors) {
    const at = nullAt(data, error.path ?? []);
    byNull.set(at, [...(byNull.get(at) ?? []), error]);
  }
  return byNull;
}

function nullAt(data: unknown, path: readonly (string | number)[]): string {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null) return JSON.stringify(path.slice(0, depth));
    value = (value as Record<string | number, unknown> | undefined)?.[key];
  }
  return value === null ? JSON.stringify(path) : nothing;
}

/** Our refusals by their code; whatever a subgraph or the gateway did not foresee is one class. */
const codesOf = (errors: readonly AnsweredError[]): string =>
  [...new Set(errors.map(({ code }) => (code === "NOT_FOUND" ? code : "SYSTEM")))].sort().join(" and ");
