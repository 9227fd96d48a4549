import type { ExecutionResult } from "graphql";

/** Under it an answer names the one it is a copy of: those that name the same say the same of the same event. */
export const origin = Symbol("origin");

export interface SharedAnswer extends ExecutionResult {
  readonly [origin]?: object;
}

const texts = new WeakMap<object, string>();

/**
 * An answer that is the taker's own, to be written into. Its data is copied when it is first asked for: a taker who knows
 * what was made of another copy needs none.
 *
 * @param answer is not to be written into any more.
 */
export function sharedAnswer(answer: ExecutionResult): SharedAnswer {
  let data: ExecutionResult["data"];
  return {
    ...answer,
    get data() {
      data ??= JSON.parse(textOf(answer));
      return data;
    },
    [origin]: answer,
  };
}

function textOf(answer: ExecutionResult): string {
  const known = texts.get(answer);
  if (known !== undefined) return known;
  const text = JSON.stringify(answer.data);
  texts.set(answer, text);
  return text;
}
