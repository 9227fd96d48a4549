const first = 250;
const longest = 30_000;

/** Whoever has served this long was not ended by its start: what it died of is new. */
const longLife = 60_000;

/**
 * How long to wait before a process that ended by itself is started again, in milliseconds: at once where it had served
 * long, twice as long as before each time it dies young. A crash costs a moment, and a crash at every start no more
 * than a core's attention twice a minute.
 */
export const restartPause = (previous: number | undefined, livedMilliseconds: number): number =>
  previous === undefined || livedMilliseconds >= longLife ? first : Math.min(previous * 2, longest);
