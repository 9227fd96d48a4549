import type { SignInPost } from "../../../session/session-door.ts";
import type { Language } from "../../language/language.tsx";

export interface PostGroup {
  readonly place: string;
  readonly posts: readonly SignInPost[];
}

/**
 * The posts in which every word is found, in either language, by name, unit or place; grouped by place. The one used
 * last comes first, in a group of its own, and not a second time.
 */
export function foundPosts(
  posts: readonly SignInPost[],
  words: string,
  { language, last, lastTitle }: { language: Language; last: string | null; lastTitle: string },
): readonly PostGroup[] {
  const terms = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = posts.filter((post) => {
    const text = textOf(post);
    return terms.every((term) => text.includes(term));
  });
  const before = found.filter(({ id }) => id === last);
  const groups = new Map<string, SignInPost[]>(before.length > 0 ? [[lastTitle, before]] : []);
  for (const post of found) {
    if (post.id === last) continue;
    const place = post.place[language];
    groups.set(place, [...(groups.get(place) ?? []), post]);
  }
  return [...groups].map(([place, held]) => ({ place, posts: held }));
}

const textOf = ({ id, name, post, unit, label, place }: SignInPost): string =>
  [id, name, post, unit, label.zh, label.en, place.zh, place.en].join(" ").toLowerCase();
