interface Clock {
  readonly dueAt: string;
  readonly metAt?: string | null;
  readonly stoppedAt?: string | null;
}

/** Of clocks whose step is still to be done, the one that ends first; undefined where nothing is waited for. */
export const nearestClock = <Each extends Clock>(
  clocks: readonly Each[] | null | undefined,
): Each | undefined =>
  (clocks ?? [])
    .filter(({ metAt, stoppedAt }) => !metAt && !stoppedAt)
    .toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0];
