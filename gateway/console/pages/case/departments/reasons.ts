import type { Refusal } from "../../../graph/refusal.ts";
import { endedByGrant } from "../../../parts/withheld.text.ts";
import { type Owner, ownerOf } from "./owners.ts";

/** Refusals for the same reason together, so that each reason is told once. */
export function byReason(refusals: readonly Refusal[], asked: Owner): readonly (readonly Refusal[])[] {
  const reasons = new Map<string, Refusal[]>();
  for (const refusal of refusals) {
    const reason = reasonOf(refusal, asked);
    reasons.set(reason, [...(reasons.get(reason) ?? []), refusal]);
  }
  return [...reasons.values()];
}

/** Of a system that fails nothing more is told than that; what was refused has its reason, or else its sentence. */
function reasonOf(refusal: Refusal, asked: Owner): string {
  const { fault, code, details, message } = refusal;
  const { owner } = ownerOf(refusal, asked);
  if (fault === "SYSTEM") return [owner, code === "NETWORK"].join(" ");
  return [owner, details.reason ?? message.en, details.needed, details.scopes].join(" ");
}

/** What a grant would open of what is missing in rows, by whom to ask for it. */
export function openedByGrant(
  lacks: readonly Refusal[],
  asked: Owner,
): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const refusal of lacks) {
    const { coordinate, reason } = refusal.details;
    if (typeof coordinate !== "string" || !endedByGrant.has(String(reason))) continue;
    const { owner } = ownerOf(refusal, asked);
    const before = fields.get(owner) ?? [];
    if (!before.includes(coordinate)) fields.set(owner, [...before, coordinate]);
  }
  return fields;
}
