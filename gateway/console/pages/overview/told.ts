/** One change of a ticket or a whistle in the place, as the feed shows it. */
export interface Told {
  readonly position: number;
  readonly kind: string;
  readonly at: string;
  readonly of: "ticket" | "whistle";
  readonly number: string;
  /** A ticket's title, a whistle's kind in both languages. */
  readonly what: { readonly zh: string; readonly en: string };
  /** Where: its name is of another system, and may not be to be had. */
  readonly place: { readonly code: string; readonly name: string | undefined } | undefined;
}

/** What the feed shows, and what waits while it is held still; newest first. */
export interface Feed {
  readonly shown: readonly Told[];
  readonly held: readonly Told[];
}

/** As many changes are kept: who wants to look further back has the lists. */
export const KEPT = 50;

export const emptyFeed: Feed = { shown: [], held: [] };

/** The feed with one more. Two subscriptions are followed, and each may tell again what it told: by position. */
export function withTold(feed: Feed, told: Told, paused: boolean): Feed {
  if ([...feed.shown, ...feed.held].some(({ position }) => position === told.position)) return feed;
  return paused
    ? { ...feed, held: newestFirst([told, ...feed.held]) }
    : { ...feed, shown: newestFirst([told, ...feed.shown]) };
}

/** The feed with all that was told in one go. */
export const withAllTold = (feed: Feed, told: readonly Told[], paused: boolean): Feed =>
  told.reduce((before, each) => withTold(before, each, paused), feed);

/** The feed going on: what waited is shown. */
export const resumed = ({ shown, held }: Feed): Feed => ({
  shown: newestFirst([...held, ...shown]),
  held: [],
});

const newestFirst = (told: readonly Told[]): readonly Told[] =>
  [...told].sort((one, other) => other.position - one.position).slice(0, KEPT);
