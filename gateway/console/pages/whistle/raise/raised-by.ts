import { raisable } from "../../../parts/whistle-moves/whistle.ts";
import type { Holder } from "../../../session/holder.ts";
import type { ProfileTerm } from "../profile-words.ts";

interface Kind extends ProfileTerm {
  readonly level: number;
  readonly requiresUrgency: string | null;
  readonly blowers: readonly { readonly posts: readonly string[] }[];
}

interface Raised {
  readonly state: (typeof raisable)[number];
  readonly level: number;
  readonly kindRules: { readonly raisesTo: string | null };
  readonly profile: { readonly kinds: readonly Kind[] } | null;
  readonly raisedTo?: object | null;
}

/**
 * The kinds somebody may raise a whistle to: its next level's, and where the profile has one for emergencies that passes
 * levels over, that (PG-8, ZY-15). Whether the ticket is urgent enough is said where it is raised.
 */
export function raisedBy<Of extends Raised>(
  { state, level, kindRules, profile, raisedTo }: Of,
  { post }: Holder,
): readonly Kind[] {
  if (raisedTo || !raisable.includes(state)) return [];
  const kinds = profile?.kinds ?? [];
  return kinds.filter(
    (kind) =>
      (kind.code === kindRules.raisesTo || (kind.requiresUrgency !== null && kind.level > level)) &&
      kind.blowers.some(({ posts }) => posts.includes(post)),
  );
}
