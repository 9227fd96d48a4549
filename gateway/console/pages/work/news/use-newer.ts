import { useCallback, useEffect, useRef, useState } from "react";

/**
 * Whether something else waits in a list than was read. Of what is listed, `onChanged` is told which row changed; of what
 * is not, it is only known that something did, and the count of the whole says whether that is the list's business.
 */
export function useNewer({
  news,
  total,
  numbers,
  onChanged,
}: {
  /** Numbers of what changed last; another set each time. */
  news: ReadonlySet<string>;
  /** How many wait in all, counted anew after each news. */
  total: number | undefined;
  /** Of the rows, in their order. */
  numbers: readonly string[];
  onChanged: (index: number) => void;
}): {
  readonly isNewer: boolean;
  /** The reader does something: what changes the count next is theirs. */
  readonly disregard: () => void;
} {
  const [isNewer, setNewer] = useState(false);
  /** The count when something unlisted changed, until it is known whether that changes it. */
  const before = useRef<number | undefined>(undefined);
  const now = useRef({ total, numbers, onChanged });
  now.current = { total, numbers, onChanged };

  useEffect(() => {
    const listed = now.current.numbers;
    for (const [index, number] of listed.entries()) {
      if (news.has(number)) now.current.onChanged(index);
    }
    if ([...news].some((number) => !listed.includes(number))) before.current ??= now.current.total;
  }, [news]);
  useEffect(() => {
    if (before.current === undefined || total === before.current) return;
    before.current = undefined;
    setNewer(true);
  }, [total]);
  const disregard = useCallback(() => {
    before.current = undefined;
  }, []);
  return { isNewer, disregard };
}
