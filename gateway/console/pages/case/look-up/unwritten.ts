import { idempotencyKey } from "../../../graph/idempotency-key.ts";
import type { Recent } from "./recent.ts";

interface Kept {
  readonly holder: string;
  /** By the sign that stands for each in the address, the oldest first. */
  readonly looks: Map<string, Recent>;
}

/** Of this page's memory alone: it goes when the page is loaded anew, and with whom it was. */
let kept: Kept | undefined;

const MOST = 50;

const keptOf = (holder: string): Kept["looks"] => {
  if (kept?.holder !== holder) kept = { holder, looks: new Map() };
  return kept.looks;
};

/**
 * The sign that stands in the address for what may name somebody, so that the browser's Back finds it again and its
 * history, the server's log and whoever is sent the address learn nothing.
 */
export function signFor(holder: string, { text, kind }: Recent): string {
  const looks = keptOf(holder);
  const known = [...looks].find(([, look]) => look.text === text && look.kind === kind);
  if (known) return known[0];
  const sign = idempotencyKey().slice(0, 8);
  looks.set(sign, { text, kind });
  const [oldest] = looks.keys();
  if (looks.size > MOST && oldest) looks.delete(oldest);
  return sign;
}

/** What a sign stands for; undefined once that is gone. */
export const lookBehind = (holder: string, sign: string): Recent | undefined => keptOf(holder).get(sign);
