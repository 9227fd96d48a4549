import { idempotencyKey } from "../graph/idempotency-key.ts";

interface Kept {
  readonly holder: string;
  /** What is not written, with the sign that stands for it in the address, the oldest first. */
  readonly signs: Map<string, string>;
}

/** Of this page's memory alone: it goes when the page is loaded anew, and with whom it was. */
let kept: Kept | undefined;

/** Links to somebody in a long list have a sign each. */
const MOST = 1_000;

const signsOf = (holder: string): Kept["signs"] => {
  if (kept?.holder !== holder) kept = { holder, signs: new Map() };
  return kept.signs;
};

/**
 * The sign that stands in the address for what may name somebody, so that the browser's Back finds it again and its
 * history, the server's log and whoever is sent the address learn nothing.
 */
export function signFor(holder: string, unwritten: string): string {
  const signs = signsOf(holder);
  const sign = signs.get(unwritten) ?? idempotencyKey().slice(0, 8);
  signs.delete(unwritten);
  signs.set(unwritten, sign);
  const [oldest] = signs.keys();
  if (signs.size > MOST && oldest !== undefined) signs.delete(oldest);
  return sign;
}

/** What a sign stands for; undefined once that is gone. */
export const behindSign = (holder: string, sign: string): string | undefined =>
  [...signsOf(holder)].find(([, each]) => each === sign)?.[0];
