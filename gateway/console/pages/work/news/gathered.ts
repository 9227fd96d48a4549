/**
 * How long changes are gathered before they are told, in milliseconds: one move makes several, and each desk of a city
 * that counted anew at every one would keep the graph busy with nothing else.
 */
export const [SOON, SELDOM] = [1_000, 10_000] as const;

/** When what was just heard is told, in milliseconds from `now`; `toldAt` is when something was told last. */
export const untilTold = (now: number, toldAt: number | undefined): number =>
  Math.max(SOON, (toldAt ?? now - SELDOM) + SELDOM - now);
