import type { FeedEntry } from "../feed.ts";

/** Which entries of the log somebody follows: everything given must hold. */
export interface Interest<Context> {
  /** What happens to this, by its number or code. */
  readonly subject?: string | undefined;
  /** What happens in this division, at any level (区划). */
  readonly division?: string | undefined;
  /** Tells from the entry alone; must cost nothing, because it is asked of every entry. */
  concerns?(entry: FeedEntry): boolean;
  /** Whether the principal of this context may see what changed: row visibility, asked last. */
  sees?(entry: FeedEntry, context: Context): Promise<boolean>;
}

/** An entry, and the division its subject lies in where it lies in one. */
export interface PlacedEntry {
  readonly entry: FeedEntry;
  readonly division: string | undefined;
}

type Followed = Interest<never>;

/** Whether the entry is followed, as far as can be told without reading what changed. */
export const isFollowed = ({ entry, division }: PlacedEntry, interest: Followed): boolean =>
  (interest.subject === undefined || entry.subject === interest.subject) &&
  (interest.division === undefined || (division?.startsWith(interest.division) ?? false)) &&
  (interest.concerns?.(entry) ?? true);

/** Levels of a division code: province, city, district, sub-district, community. */
const levels = [2, 4, 6, 9, 12];

/** Where followers of an interest are kept, so that an entry is compared with those alone whom it may concern. */
export const shelfOf = ({ subject, division }: Followed): string =>
  subject !== undefined ? `subject ${subject}` : division !== undefined ? `division ${division}` : "all";

/** The shelves an entry has to be compared with. */
export const shelvesFor = ({ entry, division = "" }: PlacedEntry): string[] => [
  `subject ${entry.subject}`,
  ...levels
    .filter((length) => length <= division.length)
    .map((length) => `division ${division.slice(0, length)}`),
  "all",
];
